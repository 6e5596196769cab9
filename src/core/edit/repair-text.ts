/** Finds the lines of a note that hold broken characters, with the edits that put just these right. */
import { findBroken } from '../line/mend';
import { NoteText } from '../text/note-text';
import { applyEdits } from '../text/text-edit';
import type { ProposedChange } from './bulk';

/** The lines of a text with broken characters, from top to bottom. */
export function findBrokenLines(text: string): ProposedChange[] {
  if (findBroken(text).length === 0) return [];
  const note = new NoteText(text);
  const found: ProposedChange[] = [];
  for (let line = 0; line < note.lineCount; line++) {
    const before = note.line(line);
    const edits = findBroken(before);
    if (edits.length === 0) continue;
    found.push({ change: { ref: note.refOf(line), edits }, before, after: applyEdits(before, edits) });
  }
  return found;
}
