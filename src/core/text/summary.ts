/** What a meeting note says of itself in a few words. */
import { scanBlocks } from './blocks';

/** How much of it is shown, in characters. */
const LONGEST = 320;

const TITLE = /^(tl;?dr|(executive )?summary|overview|abstract|in short|zusammenfassung|résumé|resumen)\b/i;

/** The first paragraph under a heading such as "Summary", else the first one of the note; empty without any. */
export function summaryOf(text: string): string {
  const { headings, bodyLine } = scanBlocks(text);
  const lines = text.split(/\r?\n/);
  const titled = headings.find((heading) => TITLE.test(heading.text.trim()));
  return (titled ? paragraphFrom(lines, titled.line + 1) : '') || paragraphFrom(lines, bodyLine);
}

function paragraphFrom(lines: readonly string[], from: number): string {
  let paragraph = '';
  for (let line = from; line < lines.length; line++) {
    const said = lines[line]?.trim() ?? '';
    // Headings, lists, tables, quotes, code and lines such as "**Date**: …" tell nothing of the matter.
    const isWords = said !== '' && !/^(#{1,6} |[-*+] |\d+[.)] |[|>`]|\*\*[^*]+\*\*:|-{3,}$)/.test(said);
    if (isWords) paragraph += (paragraph === '' ? '' : ' ') + said;
    else if (paragraph !== '') break;
  }
  return paragraph.length > LONGEST ? `${paragraph.slice(0, LONGEST).replace(/\s\S*$/, '')}…` : paragraph;
}
