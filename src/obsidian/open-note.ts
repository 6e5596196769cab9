import { Listeners } from '../core/listeners';
import { type App, type Component, debounce, MarkdownView } from 'obsidian';
import { type NoteEntry, type ReadRules, readNote } from '../core/note/read-note';
import { makeCache } from './cached';

/** How long typing may go on before the note is read again. */
const WHILE_TYPING_MS = 150;

/** The note that is open in the main area. */
export type OpenNote = ReturnType<typeof followOpenNote>;

/** Follows the note that is open in the main area, read from its editor as it stands there, in scope or not. */
export function followOpenNote(owner: Component, { workspace, metadataCache }: App, rules: () => ReadRules) {
  let last: MarkdownView | null = null;
  const known = makeCache<NoteEntry>();
  const listeners = new Listeners();

  const announce = (): void => listeners.tell();
  const soon = debounce(announce, WHILE_TYPING_MS);
  // A note that is just being opened may have its text only a moment later.
  const opened = (): void => {
    announce();
    soon();
  };
  const events = [
    workspace.on('active-leaf-change', opened),
    workspace.on('file-open', opened),
    workspace.on('layout-change', opened),
    workspace.on('editor-change', soon),
    metadataCache.on('changed', (file) => {
      if (file.path === last?.file?.path) soon();
    }),
  ];
  for (const event of events) owner.registerEvent(event);
  owner.register(() => soon.cancel());

  /** The view of the note: the active one, else the one that was active last and is still there. */
  const view = (): MarkdownView | null => {
    const active = workspace.getActiveViewOfType(MarkdownView);
    const recent = active ?? workspace.getMostRecentLeaf()?.view;
    if (recent instanceof MarkdownView) last = recent;
    const isThere = workspace.getLeavesOfType('markdown').some((leaf) => leaf.view === last);
    return isThere && last?.file ? last : null;
  };

  return {
    view,

    /** Calls the listener when the note or its text may have changed; the returned function ends that. */
    onChange: (listener: () => void) => listeners.add(listener),

    /** The note with its task lines; `null` when none is open. The same object as long as nothing has changed. */
    entry: (): NoteEntry | null => {
      const open = view();
      if (!open?.file) return null;
      const { path } = open.file;
      const text = open.getViewData();
      const read = rules();
      const frontmatter = metadataCache.getFileCache(open.file)?.frontmatter ?? null;
      // The metadata lags behind the typing, so the text alone says where its tasks are.
      return known([path, text, frontmatter, read, read.ownNames], () =>
        readNote({ path, text, frontmatter }, read),
      );
    },
  };
}
