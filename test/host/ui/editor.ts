import * as ownCommands from '@codemirror/commands';
import * as language from '@codemirror/language';
import { EditorSelection } from '@codemirror/state';
import type { AnnotationType, Text, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type {
  EditorChange,
  EditorCommandName,
  EditorPosition,
  EditorRange,
  EditorRangeOrCaret,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian';

type Command = (view: EditorView) => boolean;
type Commands = Record<Exclude<keyof typeof ownCommands, 'isolateHistory'>, Command> & {
  isolateHistory: AnnotationType<'before' | 'after' | 'full'>;
};

// The package is typed against its own copy of the state; the bundle has one copy only.
const commands = ownCommands as unknown as Commands;

const execCommands: Record<EditorCommandName, Command> = {
  goUp: commands.cursorLineUp,
  goDown: commands.cursorLineDown,
  goLeft: commands.cursorCharLeft,
  goRight: commands.cursorCharRight,
  goStart: commands.cursorDocStart,
  goEnd: commands.cursorDocEnd,
  goWordLeft: commands.cursorGroupLeft,
  goWordRight: commands.cursorGroupRight,
  indentMore: commands.indentMore,
  indentLess: commands.indentLess,
  newlineAndIndent: commands.insertNewlineAndIndent,
  swapLineUp: commands.moveLineUp,
  swapLineDown: commands.moveLineDown,
  deleteLine: commands.deleteLine,
  toggleFold: language.toggleFold,
  foldAll: language.foldAll,
  unfoldAll: language.unfoldAll,
};

function toOffset(doc: Text, pos: EditorPosition): number {
  if (pos.line < 0) return 0;
  if (pos.line >= doc.lines) return doc.length;
  const line = doc.line(pos.line + 1);
  return line.from + Math.max(0, Math.min(pos.ch, line.length));
}

function toPos(doc: Text, offset: number): EditorPosition {
  const line = doc.lineAt(Math.max(0, Math.min(offset, doc.length)));
  return { line: line.number - 1, ch: Math.max(0, Math.min(offset, doc.length)) - line.from };
}

/** Obsidian's editor interface over a CodeMirror view. */
export class Editor {
  constructor(public cm: EditorView) {}

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  /** The document with \n line ends, whatever the file has. */
  getValue(): string {
    return this.cm.state.doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: this.text(content) } });
  }

  getLine(line: number): string {
    return line < 0 || line >= this.lineCount() ? '' : this.cm.state.doc.line(line + 1).text;
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.cm.state.doc.lines;
  }

  lastLine(): number {
    return this.cm.state.doc.lines - 1;
  }

  getSelection(): string {
    return this.cm.state.selection.ranges
      .map((range) => this.cm.state.sliceDoc(range.from, range.to))
      .join('\n');
  }

  somethingSelected(): boolean {
    return this.cm.state.selection.ranges.some((range) => !range.empty);
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string, _origin?: string): void {
    this.cm.dispatch(this.cm.state.replaceSelection(replacement));
  }

  replaceRange(text: string, from: EditorPosition, to?: EditorPosition, _origin?: string): void {
    this.transaction({ changes: [to ? { text, from, to } : { text, from }] });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  listSelections(): { anchor: EditorPosition; head: EditorPosition }[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({
      anchor: this.offsetToPos(anchor),
      head: this.offsetToPos(head),
    }));
  }

  setCursor(pos: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof pos === 'number' ? { line: pos, ch } : pos);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const list = ranges.map(({ anchor, head }) =>
      EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor)),
    );
    this.cm.dispatch({ selection: EditorSelection.create(list, main), scrollIntoView: true });
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === 'number') this.cm.scrollDOM.scrollLeft = x;
    if (typeof y === 'number') this.cm.scrollDOM.scrollTop = y;
  }

  scrollIntoView(range: EditorRange, center = false): void {
    const span = EditorSelection.range(this.posToOffset(range.from), this.posToOffset(range.to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(span, { y: center ? 'center' : 'nearest' }) });
  }

  undo(): void {
    commands.undo(this.cm);
  }

  redo(): void {
    commands.redo(this.cm);
  }

  exec(command: EditorCommandName): void {
    execCommands[command](this.cm);
  }

  /** All changes refer to the document as it was; the selection to the document as it becomes. */
  transaction(tx: EditorTransaction, origin?: string): void {
    const state = this.cm.state;
    const specs: TransactionSpec[] = [];
    if (tx.replaceSelection !== undefined) specs.push(state.replaceSelection(tx.replaceSelection));
    if (tx.changes && tx.changes.length > 0) {
      specs.push({
        changes: tx.changes.map(({ from, to, text }) => ({
          from: toOffset(state.doc, from),
          to: toOffset(state.doc, to ?? from),
          insert: this.text(text),
        })),
      });
    }
    const ranges = tx.selections ?? (tx.selection ? [tx.selection] : null);
    if (ranges) specs.push(this.selectionSpec(state.update(...specs).newDoc, ranges));
    if (specs.length === 0) return;
    this.cm.dispatch(...specs, {
      userEvent: origin ?? 'input',
      // One undo step of its own, never joined with what was typed just before.
      annotations: commands.isolateHistory.of('full'),
    });
  }

  wordAt(pos: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(pos));
    return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  posToOffset(pos: EditorPosition): number {
    return toOffset(this.cm.state.doc, pos);
  }

  offsetToPos(offset: number): EditorPosition {
    return toPos(this.cm.state.doc, offset);
  }

  processLines<T>(
    read: (line: number, text: string) => T | null,
    write: (line: number, text: string, value: T | null) => EditorChange | void,
    ignoreEmpty = false,
  ): void {
    const lines = new Set<number>();
    for (const { from, to } of this.cm.state.selection.ranges) {
      for (let n = this.offsetToPos(from).line; n <= this.offsetToPos(to).line; n++) lines.add(n);
    }
    const wanted = [...lines].filter(
      (n) => !ignoreEmpty || lines.size === 1 || this.getLine(n).trim() !== '',
    );
    const values = wanted.map((n) => read(n, this.getLine(n)));
    const changes = wanted.map((n, i) => write(n, this.getLine(n), values[i] ?? null));
    this.transaction({ changes: changes.filter((change): change is EditorChange => Boolean(change)) });
  }

  private selectionSpec(doc: Text, ranges: EditorRangeOrCaret[]): TransactionSpec {
    const list = ranges.map(({ from, to }) =>
      EditorSelection.range(toOffset(doc, from), toOffset(doc, to ?? from)),
    );
    return { selection: EditorSelection.create(list), sequential: true };
  }

  private text(content: string): Text {
    return this.cm.state.toText(content);
  }
}
