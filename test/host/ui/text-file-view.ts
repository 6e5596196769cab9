import type { TAbstractFile, TFile } from '../core/files';
import { debounce } from './debounce';
import type { WorkspaceLeaf } from './leaf';
import { merge } from './merge';
import { Notice } from './notice';
import { EditableFileView } from './view';

const toLf = (text: string): string => text.replace(/\r\n?/g, '\n');

/** A view of a text file that saves itself two seconds after the last change. */
export abstract class TextFileView extends EditableFileView {
  data = '';
  requestSave: () => void;
  /** The text the file had when this view last agreed with it. */
  lastSavedData: string | null = null;
  /** What was typed is not in the file yet. */
  dirty = false;
  private crlf = false;
  private saveLater: { cancel(): unknown; run(): unknown; (): unknown };

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const delay = this.app.saveDelay;
    this.saveLater = debounce(() => void this.save(), delay, true);
    this.requestSave = () => {
      this.dirty = true;
      this.saveLater();
    };
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): void {
    super.onload();
    this.registerEvent(this.app.vault.on('modify', (file) => void this.onModify(file)));
  }

  override async onLoadFile(file: TFile): Promise<void> {
    const text = await this.app.vault.cachedRead(file);
    this.accept(text);
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(_file: TFile): Promise<void> {
    if (this.dirty) await this.save(true);
    this.saveLater.cancel();
    this.lastSavedData = null;
    this.clear();
  }

  async save(_clear = false): Promise<void> {
    this.saveLater.cancel();
    const file = this.file;
    if (!file || !this.dirty) return;
    this.data = this.getViewData();
    this.dirty = false;
    this.lastSavedData = this.data;
    const text = this.crlf ? this.data.replace(/\n/g, '\r\n') : this.data;
    await this.app.vault.modify(file, text);
  }

  private accept(text: string): void {
    this.crlf = text.includes('\r\n');
    this.data = toLf(text);
    this.lastSavedData = this.data;
  }

  private async onModify(file: TAbstractFile): Promise<void> {
    if (file !== this.file || this.lastSavedData === null) return;
    const text = await this.app.vault.read(this.file);
    // Another note may have been opened meanwhile.
    if (file !== this.file || this.lastSavedData === null) return;
    const theirs = toLf(text);
    this.crlf = text.includes('\r\n');
    if (theirs === this.lastSavedData) return;
    const base = this.lastSavedData;
    const mine = this.getViewData();
    this.accept(text);
    if (!this.dirty || mine === base) {
      this.dirty = false;
      this.saveLater.cancel();
      this.setViewData(this.data, false);
      return;
    }
    const { text: merged, conflict } = merge(base, mine, theirs);
    this.data = merged;
    this.setViewData(merged, false);
    this.requestSave();
    new Notice(
      conflict
        ? `"${this.file.basename}" has been modified externally. Your text was kept where both differ.`
        : `"${this.file.basename}" has been modified externally, merging changes automatically.`,
    );
  }
}
