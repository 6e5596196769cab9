/** Finds the lines of a note that hold broken characters, with the edits that put just these right. */
import { findBroken } from '../line/mend';
import { NoteText } from '../text/note-text';
import { type ProposedChange, proposedChange } from './bulk';

/** The lines of a text with broken characters, from top to bottom. */
export function findBrokenLines(text: string): ProposedChange[] {
  if (findBroken(text).length === 0) return [];
  const note = new NoteText(text);
  const found: ProposedChange[] = [];
  for (let line = 0; line < note.lineCount; line++) {
    const edits = findBroken(note.line(line));
    if (edits.length > 0) found.push(proposedChange({ ref: note.refOf(line), edits }));
  }
  return found;
}
