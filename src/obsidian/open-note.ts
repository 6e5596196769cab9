import { Listeners } from '../core/listeners';
import { type App, Component, debounce, MarkdownView } from 'obsidian';
import { type NoteEntry, type ReadRules, readNote } from '../core/note/read-note';
import { Cached } from './cached';

/** How long typing may go on before the note is read again. */
const WHILE_TYPING_MS = 150;

/** The note that is open in the main area, read from its editor as it stands there, in scope or not. */
export class OpenNote extends Component {
  #last: MarkdownView | null = null;
  readonly #known = new Cached<NoteEntry>();
  readonly #listeners = new Listeners();

  constructor(
    private readonly app: App,
    private readonly rules: () => ReadRules,
  ) {
    super();
  }

  override onload(): void {
    const { workspace, metadataCache } = this.app;
    const announce = (): void => this.#listeners.tell();
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
        if (file.path === this.#last?.file?.path) soon();
      }),
    ];
    for (const event of events) this.registerEvent(event);
    this.register(() => soon.cancel());
  }

  /** Calls the listener when the note or its text may have changed; the returned function ends that. */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** The view of the note: the active one, else the one that was active last and is still there. */
  view(): MarkdownView | null {
    const { workspace } = this.app;
    const active = workspace.getActiveViewOfType(MarkdownView);
    const recent = active ?? workspace.getMostRecentLeaf()?.view;
    if (recent instanceof MarkdownView) this.#last = recent;
    const isThere = workspace.getLeavesOfType('markdown').some(({ view }) => view === this.#last);
    return isThere && this.#last?.file ? this.#last : null;
  }

  /** The note with its task lines; `null` when none is open. The same object as long as nothing has changed. */
  entry(): NoteEntry | null {
    const view = this.view();
    if (!view?.file) return null;
    const { path } = view.file;
    const text = view.getViewData();
    const rules = this.rules();
    const frontmatter = this.app.metadataCache.getFileCache(view.file)?.frontmatter ?? null;
    // The metadata lags behind the typing, so the text alone says where its tasks are.
    return this.#known.get([path, text, frontmatter, rules, rules.ownNames], () =>
      readNote({ path, text, frontmatter }, rules),
    );
  }
}
