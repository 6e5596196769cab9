import type { Loc, Pos } from 'obsidian';

/** Turns offsets of a text into lines and columns. */
export class Positions {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** Number of the line an offset lies in. */
  line(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** End of a line without its line break. */
  end(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    return this.text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
  }

  loc(offset: number): Loc {
    const line = this.line(offset);
    return { line, col: offset - this.start(line), offset };
  }

  pos(from: number, to: number): Pos {
    return { start: this.loc(from), end: this.loc(to) };
  }
}
