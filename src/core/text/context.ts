import { type LineRef, NoteText } from './note-text';

/** How much of a line is of use beside another one, in characters. */
const LONGEST = 400;

/** A line near another one. */
export interface NearLine {
  readonly text: string;
  readonly isTarget: boolean;
}

/** A line with up to `count` lines that are not blank on either side of it; none when the line is not there. */
export function linesAround(text: string, ref: LineRef, count: number): NearLine[] {
  const note = new NoteText(text);
  const place = note.find(ref);
  if (place.kind !== 'found') return [];
  const collect = (step: 1 | -1): NearLine[] => {
    const found: NearLine[] = [];
    for (
      let line = place.line + step;
      line >= 0 && line < note.lineCount && found.length < count;
      line += step
    ) {
      const near = note
        .line(line)
        .trim()
        .replace(/^#{1,6} +/, '');
      // Beyond a thematic break or the frontmatter something else begins.
      if (/^(-{3,}|\*{3,})$/.test(near)) break;
      if (near !== '') found.push({ text: near.slice(0, LONGEST), isTarget: false });
    }
    return found;
  };
  return [
    ...collect(-1).reverse(),
    { text: ref.source.trim().slice(0, LONGEST), isTarget: true },
    ...collect(1),
  ];
}
