/** Edits are data: where, how much, and what instead. Offsets are UTF-16 units in the text before any edit. */

/** Replaces `from..to` of a text by `insert`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Replaces a part of a text. */
export function replaceSpan({ from, to }: Omit<TextEdit, 'insert'>, insert: string): TextEdit {
  return { from, to, insert };
}

/** Inserts at an offset. */
export function insertAt(at: number, insert: string): TextEdit {
  return { from: at, to: at, insert };
}

/** Applies edits that do not overlap, in any order. Several insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < at) throw new RangeError(`Edits overlap at ${edit.from}`);
    result += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return result + text.slice(at);
}

/** The smallest single edit that turns one text into another; it never cuts a character in two. */
export function difference(from: string, to: string): TextEdit {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  if (start > 0 && isSurrogate(from, start - 1, 0xd800)) start--;
  let end = 0;
  while (
    end < most - start &&
    from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)
  ) {
    end++;
  }
  if (end > 0 && isSurrogate(from, from.length - end, 0xdc00)) end--;
  return { from: start, to: from.length - end, insert: to.slice(start, to.length - end) };
}

/** Whether half a character stands at an offset: a first half from 0xd800 on, a second from 0xdc00 on. */
function isSurrogate(text: string, at: number, first: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === first;
}
