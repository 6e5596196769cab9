import { type App, MarkdownView, type TFile } from 'obsidian';
import { applyChanges, type LineChange, type LineResult, type NoteEdits } from '../core/edit/apply-changes';
import type { ChangedRegion } from '../core/edit/regions';
import { difference, type TextEdit } from '../core/text/text-edit';
import { errorText } from './settings/settings-store';

/** What became of the changes of one note, in their order. */
export type WriteOutcome =
  | {
      readonly kind: 'written';
      readonly results: readonly LineResult[];
      readonly regions: readonly ChangedRegion[];
    }
  /** The note is gone, or the vault refused the write; nothing was changed. */
  | { readonly kind: 'failed'; readonly message: string };

/** The one module that writes to notes. */
export class NoteWriter {
  constructor(private readonly app: App) {}

  /** Makes all changes of one note as one write. Lines that are not found are left, and said so. */
  async write(path: string, changes: readonly LineChange[]): Promise<WriteOutcome> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return { kind: 'failed', message: 'the note does not exist any more' };
    try {
      const view = await this.editingView(file);
      const open = view && editOpenNote(view, changes);
      if (view && open && open.edits.length > 0) await saveOrTakeBack(view, open);
      const done = open ?? (await this.processNote(file, changes));
      return { kind: 'written', results: done.results, regions: done.regions };
    } catch (error) {
      return { kind: 'failed', message: errorText(error) };
    }
  }

  /** The line is looked for inside the atomic write, so what another program wrote a moment ago counts. */
  private async processNote(file: TFile, changes: readonly LineChange[]): Promise<NoteEdits> {
    let done: NoteEdits = { edits: [], text: '', results: [], regions: [] };
    await this.app.vault.process(file, (text) => {
      done = applyChanges(text, changes);
      return done.text;
    });
    return done;
  }

  /** The editor that holds a note, if one does. In reading mode there is nothing to type, so the file counts. */
  private async editingView(file: TFile): Promise<MarkdownView | null> {
    let found: MarkdownView | null = null;
    const reading: MarkdownView[] = [];
    this.app.workspace.iterateAllLeaves(({ view }) => {
      if (!(view instanceof MarkdownView) || view.file?.path !== file.path) return;
      if (view.getMode() === 'preview') reading.push(view);
      else found ??= view;
    });
    // What was typed before the switch to reading mode may not be on disk yet.
    if (!found) for (const view of reading) await view.save();
    return found;
  }
}

/**
 * Saves at once: the metadata, and so the index, follow what is on disk. What cannot be saved is taken back,
 * so that nothing that was reported as failed is written later.
 */
async function saveOrTakeBack(view: MarkdownView, done: OpenEdits): Promise<void> {
  try {
    await view.save();
  } catch (error) {
    if (view.editor.getValue() === done.text) changeEditor(view, [difference(done.text, done.before)]);
    throw error;
  }
}

/** Edits of a note in an editor, with the text that it had before. */
interface OpenEdits extends NoteEdits {
  readonly before: string;
}

/** One transaction: one step of the editor's own undo, with cursor, folds and unsaved typing kept. */
function editOpenNote(view: MarkdownView, changes: readonly LineChange[]): OpenEdits {
  const before = view.editor.getValue();
  const done = applyChanges(before, changes);
  if (done.edits.length > 0) changeEditor(view, done.edits);
  return { ...done, before };
}

function changeEditor({ editor }: MarkdownView, edits: readonly TextEdit[]): void {
  editor.transaction({
    changes: edits.map(({ from, to, insert }) => ({
      from: editor.offsetToPos(from),
      to: editor.offsetToPos(to),
      text: insert,
    })),
  });
}
