import { ChangeSet, Text } from '@codemirror/state';
import type { EditorPosition, EditorTransaction } from 'obsidian';
import { toLf } from '../../src/core/text/note-text';
import type { TFile } from '../host/core/files';
import type { Vault } from '../host/core/vault';
import { merge } from '../host/ui/merge';

/**
 * A note that is open in a leaf, for tests without a window: the state of an editor, saved and merged as the
 * host's views do, but only when a test says so. It stands for `MarkdownView`.
 */
export class OpenNote {
  mode: 'source' | 'preview' = 'source';
  /** How often its editor was changed by a program. */
  transactions = 0;
  private doc: Text;
  /** What the editor's own undo goes back to. */
  private readonly steps: Text[] = [];
  private saved: string;
  private crlf: boolean;
  private dirty = false;
  private pending: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly vault: Vault,
    public file: TFile | null,
    text: string,
  ) {
    this.saved = toLf(text);
    this.crlf = text.includes('\r\n');
    this.doc = docOf(this.saved);
    vault.on('delete', (other) => {
      if (other === this.file) this.close();
    });
    vault.on('modify', (other) => {
      if (other === this.file) this.pending = this.pending.then(() => this.follow());
    });
  }

  static async open(vault: Vault, path: string): Promise<OpenNote> {
    const file = vault.getFileByPath(path);
    if (!file) throw new Error(`No note ${path}`);
    return new OpenNote(vault, file, await vault.cachedRead(file));
  }

  readonly editor = {
    getValue: (): string => this.text,
    offsetToPos: (offset: number): EditorPosition => {
      const line = this.doc.lineAt(offset);
      return { line: line.number - 1, ch: offset - line.from };
    },
    transaction: ({ changes = [] }: EditorTransaction): void => {
      this.transactions++;
      const at = ({ line, ch }: EditorPosition): number => this.doc.line(line + 1).from + ch;
      this.change(
        changes.map(({ from, to, text }) => ({ from: at(from), to: at(to ?? from), insert: text })),
      );
    },
  };

  get text(): string {
    return this.doc.toString();
  }

  getViewData(): string {
    return this.text;
  }

  getMode(): 'source' | 'preview' {
    return this.mode;
  }

  /** Types over a part of the text; it is not saved yet. */
  type(from: number, to: number, insert: string): void {
    this.change([{ from, to, insert }]);
  }

  /** One step of the editor's own undo. */
  undo(): void {
    this.doc = this.steps.pop() ?? this.doc;
    this.dirty = true;
  }

  async save(): Promise<void> {
    if (!this.file || !this.dirty) return;
    this.dirty = false;
    this.saved = this.text;
    await this.vault.modify(this.file, this.crlf ? this.saved.replace(/\n/g, '\r\n') : this.saved);
  }

  /** Resolves when it has taken over what others have written so far. */
  async settled(): Promise<void> {
    for (let seen = null; seen !== this.pending; await seen) seen = this.pending;
  }

  close(): void {
    this.file = null;
  }

  private change(changes: readonly { from: number; to: number; insert: string }[]): void {
    const specs = changes.map((change) => ({ ...change, insert: docOf(change.insert) }));
    this.steps.push(this.doc);
    this.doc = ChangeSet.of(specs, this.doc.length).apply(this.doc);
    this.dirty = true;
  }

  private async follow(): Promise<void> {
    const { file } = this;
    if (!file) return;
    const text = await this.vault.cachedRead(file).catch(() => null);
    if (text === null || this.file !== file) return;
    const theirs = toLf(text);
    this.crlf = text.includes('\r\n');
    if (theirs === this.saved) return;
    const { text: merged } = this.dirty ? merge(this.saved, this.text, theirs) : { text: theirs };
    this.saved = theirs;
    if (merged === this.text) return;
    this.steps.push(this.doc);
    this.doc = docOf(merged);
    this.dirty = merged !== theirs;
  }
}

function docOf(text: string): Text {
  return Text.of(text.split('\n'));
}
