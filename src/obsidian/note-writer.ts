import { type App, MarkdownView, type TFile } from 'obsidian';
import {
  applyChanges,
  applyInSteps,
  type LineChange,
  type LineResult,
  type NoteEdits,
} from '../core/edit/apply-changes';
import { reverse } from '../core/edit/history';
import type { ChangedRegion } from '../core/edit/regions';
import { toLf } from '../core/text/note-text';
import type { TextEdit } from '../core/text/text-edit';
import { errorText } from './settings/settings-store';
import { sliced } from './slices';

/** What became of the changes of one note, in their order. */
export type WriteOutcome =
  | {
      readonly kind: 'written';
      readonly results: readonly LineResult[];
      readonly regions: readonly ChangedRegion[];
    }
  /** The note is gone, or the vault refused the write; nothing was changed. */
  | { readonly kind: 'failed'; readonly message: string };

/** Is told of each write that succeeded, with the whole text before and after. */
export interface WriteListener {
  written(path: string, before: string, after: string): void;
}

/** Edits of a note with the text that it had before. */
interface DoneEdits extends NoteEdits {
  readonly before: string;
}

/** An editor that agrees with its file, and the text of the file with its own line endings. */
interface OpenNote {
  readonly view: MarkdownView;
  readonly text: string;
}

/** Files from this size on, in bytes, are given their edits in slices. */
const LONG = 200_000;

type Edit = (text: string) => DoneEdits;

/** Makes all changes of one note as one write. Lines that are not found are left, and said so. */
export type WriteNote = (path: string, changes: readonly LineChange[]) => Promise<WriteOutcome>;

/** The one way to write to notes; `listener` is told of each write that succeeded. */
export function makeNoteWriter({ vault, workspace }: App, listener?: WriteListener): WriteNote {
  /** Notes that were cut in the middle of a write and are not put back yet: what is there, and what should be. */
  const cut = new Map<TFile, readonly [now: string, before: string]>();

  const putBack = async (): Promise<void> => {
    for (const [file, [now, before]] of cut) {
      try {
        await vault.process(file, (text) => (text === now ? before : text));
        cut.delete(file);
      } catch {
        // The disk can be full for a while yet, so that this was cut too.
        const left = await vault.read(file).catch(() => now);
        if (before.startsWith(left)) cut.set(file, [left, before]);
      }
    }
  };

  /** After an error: whether the text is there all the same. What was cut in the middle is put back. */
  const isWritten = async (file: TFile, before: string, text: string): Promise<boolean> => {
    const now = await vault.read(file);
    if (now === text) return true;
    // The cut can go through a character.
    if (now === before || !text.startsWith(now.replace(/\ufffd+$/, ''))) return false;
    cut.set(file, [now, before]);
    await putBack();
    if (cut.has(file)) throw new Error('It was cut off. It is put back with your next change.');
    return false;
  };

  const viewsOf = (file: TFile): MarkdownView[] => {
    const views: MarkdownView[] = [];
    workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && view.file === file) views.push(view);
    });
    return views;
  };

  /** The edits of a note as it is now, found in slices. */
  const editAhead = async (file: TFile, changes: readonly LineChange[]): Promise<DoneEdits | null> => {
    const before = viewsOf(file)[0]?.getViewData() ?? (await vault.cachedRead(file));
    const edits = await sliced<NoteEdits>(applyInSteps(before, changes));
    return edits && { ...edits, before };
  };

  /** The line is looked for inside the atomic write, so what another program wrote a moment ago counts. */
  const editFile = async (file: TFile, edit: Edit): Promise<DoneEdits> => {
    const done: DoneEdits[] = [];
    try {
      await vault.process(file, (text) => {
        done[0] = edit(text);
        return done[0].text;
      });
    } catch (error) {
      if (!done[0] || !(await isWritten(file, done[0].before, done[0].text))) throw error;
    }
    if (!done[0]) throw new Error('The note was not opened.');
    return done[0];
  };

  /**
   * The editor through which a note is to be changed, and the file's text; `null` where the file itself counts.
   * What is typed and not yet saved is on disk first.
   */
  const editorOf = async (file: TFile): Promise<OpenNote | null> => {
    const views = viewsOf(file);
    if (views.length === 0) return null;
    const known = await vault.cachedRead(file);
    // An editor that does not know yet what another program wrote would save over it.
    if (known !== (await vault.read(file))) throw new Error(BUSY);
    const unsaved = views.filter((view) => view.getViewData() !== toLf(known));
    // Typed in two windows: the one that is saved last would win. The app joins them in a moment.
    if (unsaved.length > 1) throw new Error(BUSY);
    await unsaved[0]?.save();
    const text = await vault.read(file);
    const lines = toLf(text);
    // An editor gives all lines the same ending. And in reading mode there is nothing to type.
    const isMixed = text !== lines && text !== lines.replace(/\n/g, '\r\n');
    const view = views.find(
      (other) => other.file === file && other.getMode() !== 'preview' && other.getViewData() === lines,
    );
    return isMixed || !view ? null : { view, text };
  };

  /**
   * Edits in the editor and saves at once: the metadata, and so the index, follow what is on disk. What cannot be
   * saved is taken back, so that nothing that was reported as failed is written later.
   */
  const editOpenNote = async (file: TFile, { view, text }: OpenNote, edit: Edit): Promise<DoneEdits> => {
    const done = { ...edit(view.editor.getValue()), before: text };
    if (done.edits.length === 0) return done;
    changeEditor(view, done.edits);
    try {
      await view.save();
      const now = await vault.read(file).catch(() => done.text);
      if (now === text) throw new Error('The editor did not save it.');
      return { ...done, text: now };
    } catch (error) {
      let failure = error;
      try {
        const wanted = text.includes('\r\n') ? done.text.replace(/\n/g, '\r\n') : done.text;
        if (await isWritten(file, text, wanted)) return done;
      } catch (worse) {
        failure = worse;
      }
      changeEditor(view, applyChanges(view.editor.getValue(), done.regions.map(reverse)).edits);
      throw failure;
    }
  };

  return async (path, changes) => {
    const file = vault.getFileByPath(path);
    if (!file) return { kind: 'failed', message: 'the note does not exist any more' };
    try {
      await putBack();
      // A write is one step, which cannot be divided: that of a long note only looks whether its text still is the one
      // for which the edits were found before.
      const ahead = file.stat.size < LONG ? null : await editAhead(file, changes);
      const edit: Edit = (text) =>
        ahead?.before === text ? ahead : { ...applyChanges(text, changes), before: text };
      const open = await editorOf(file);
      const done = await (open ? editOpenNote(file, open, edit) : editFile(file, edit));
      if (done.edits.length > 0) listener?.written(file.path, done.before, done.text);
      return { kind: 'written', results: done.results, regions: done.regions };
    } catch (error) {
      return { kind: 'failed', message: errorText(error) };
    }
  };
}

const BUSY = 'It is being changed elsewhere at this moment.';

/** One transaction: one step of the editor's own undo, with cursor, folds and unsaved typing kept. */
function changeEditor({ editor }: MarkdownView, edits: readonly TextEdit[]): void {
  editor.transaction({
    changes: edits.map(({ from, to, insert }) => ({
      from: editor.offsetToPos(from),
      to: editor.offsetToPos(to),
      text: insert,
    })),
  });
}
