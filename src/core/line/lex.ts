/** A line cut into tokens that cover every character of it: printing them gives the line back. */
import type { FieldKind } from './format';
import { parseTaskLine } from './task-line';

/** What a token is. `space` is white space between tokens, `tail` what Tasks does not look at any more. */
export type TokenKind =
  'indent' | 'marker' | 'space' | 'bracket' | 'symbol' | 'text' | 'tag' | FieldKind | 'blockLink' | 'tail';

/** A piece of a line. `from` is its offset in the line as it stands in the note. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly text: string;
}

/** Cuts any line into tokens; a line that is no task is one `text` token. */
export function lex(source: string): Token[] {
  const line = parseTaskLine(source);
  if (!line) return source === '' ? [] : [{ kind: 'text', from: 0, text: source }];
  const { scan } = line;
  const tokens: Token[] = [];
  let at = 0;
  const take = (kind: TokenKind, to: number): void => {
    const end = line.mended ? line.mended.toSource(to) : to;
    if (end > at) tokens.push({ kind, from: at, text: source.slice(at, end) });
    at = Math.max(at, end);
  };
  take('indent', scan.indentTo);
  take('marker', scan.markerTo);
  take('space', scan.symbolFrom - 1);
  take('bracket', scan.symbolFrom);
  take('symbol', scan.symbolTo);
  take('bracket', scan.symbolTo + 1);
  take('space', scan.textFrom);
  take('text', scan.textTo);
  for (const field of scan.fields) {
    take('space', field.from);
    take(field.kind, field.to);
  }
  if (scan.blockLinkFrom >= 0) {
    take('space', scan.blockLinkFrom);
    take('blockLink', scan.bodyTo);
  }
  take('tail', line.text.length);
  return tokens;
}

/** Puts tokens back together. */
export function print(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}
