import { type App, Modal, ProgressBarComponent, Setting } from 'obsidian';
import { countChanges, failedChanges, failureTexts, type NoteChanges } from '../../core/edit/bulk';
import { countOf } from '../../core/edit/wording';
import type { Progress } from '../slices';
import type { BulkResult } from '../task-actions';
import { ChangePreview } from './change-preview';

/** A change of many lines that is shown first. */
export interface BulkRequest {
  readonly title: string;
  /** On the button that does it: "Reject". */
  readonly verb: string;
  readonly notes: readonly NoteChanges[];
  /** What else is to be known before: lines that refuse, lines that are already so. */
  readonly remarks: readonly string[];
  apply(notes: readonly NoteChanges[], progress: Progress): Promise<BulkResult>;
  undo(): void;
}

/** How many failures are listed; the others are counted. */
const FAILURES_SHOWN = 50;

/** Shows what would be written, lets lines be left out, writes it with progress, and says what became of it. */
export class BulkModal extends Modal {
  private cancelled = false;
  private running = false;
  private changed = 0;

  constructor(
    app: App,
    private readonly request: BulkRequest,
    private readonly closed: (changedLines: number) => void = () => undefined,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('meeting-tasks-preview');
    this.showPreview(this.request.notes, this.request.remarks);
  }

  override onClose(): void {
    // What is written stays written, and can be undone; the rest is not begun any more.
    this.cancelled = true;
    this.contentEl.empty();
    if (!this.running) this.closed(this.changed);
  }

  private showPreview(notes: readonly NoteChanges[], remarks: readonly string[]): void {
    this.setTitle(this.request.title);
    this.contentEl.empty();
    const summary = this.contentEl.createEl('p', { attr: { role: 'status' } });
    for (const remark of remarks) this.contentEl.createEl('p', { text: remark, cls: 'meeting-tasks-faint' });
    const list = this.contentEl.createDiv({ cls: 'meeting-tasks-preview-notes' });
    const footer = new Setting(this.contentEl);
    footer.addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()));
    footer.addButton((button) => {
      const preview = new ChangePreview(list, notes, () => {
        const chosen = preview.chosen();
        const lines = countChanges(chosen);
        summary.setText(`${countOf(lines, 'line')} in ${countOf(chosen.length, 'note')} will be written.`);
        button.setButtonText(`${this.request.verb} ${lines}`).setDisabled(lines === 0);
      });
      button.setCta().onClick(() => void this.write(preview.chosen()));
      preview.show();
      button.buttonEl.focus();
    });
  }

  private async write(notes: readonly NoteChanges[]): Promise<void> {
    this.contentEl.empty();
    const status = this.contentEl.createEl('p', { attr: { role: 'status' } });
    const bar = new ProgressBarComponent(this.contentEl);
    new Setting(this.contentEl).addButton((button) => {
      button.setButtonText('Stop').onClick(() => (this.cancelled = true));
      button.buttonEl.focus();
    });
    const advance = (done: number): void => {
      bar.setValue((done / notes.length) * 100);
      status.setText(`${done} of ${countOf(notes.length, 'note')} written.`);
    };
    advance(0);
    this.running = true;
    const result = await this.request.apply(notes, { advance, isCancelled: () => this.cancelled });
    this.running = false;
    this.changed += result.changedLines;
    const wasClosed = !this.contentEl.isConnected;
    this.cancelled = false;
    if (wasClosed) this.closed(this.changed);
    else if (result.failures.length + result.left.length === 0) this.close();
    else this.showResult(result);
  }

  private showResult({ changedLines, changedNotes, failures, left }: BulkResult): void {
    this.setTitle(left.length > 0 ? 'Stopped' : 'Not everything was written');
    this.contentEl.empty();
    const written = `${countOf(changedLines, 'line')} in ${countOf(changedNotes, 'note')} written.`;
    this.contentEl.createEl('p', { text: written, attr: { role: 'status' } });
    if (left.length > 0) {
      this.contentEl.createEl('p', { text: `${countOf(countChanges(left), 'line')} not reached.` });
    }
    const list = this.contentEl.createEl('ul', { cls: 'meeting-tasks-failures' });
    const sentences = failureTexts(failures);
    for (const text of sentences.slice(0, FAILURES_SHOWN))
      list.createEl('li', { text, attr: { dir: 'auto' } });
    const more = sentences.length - FAILURES_SHOWN;
    if (more > 0) list.createEl('li', { text: `${more} more such messages.` });
    const again = [...failedChanges(failures), ...left];
    const footer = new Setting(this.contentEl);
    if (changedLines > 0) {
      footer.addButton((button) =>
        button.setButtonText('Undo').onClick(() => {
          this.close();
          this.request.undo();
        }),
      );
    }
    if (again.length > 0) {
      const label = left.length > 0 ? 'Go on' : 'Try these again';
      footer.addButton((button) => button.setButtonText(label).onClick(() => this.showPreview(again, [])));
    }
    footer.addButton((button) => {
      button
        .setButtonText('Close')
        .setCta()
        .onClick(() => this.close());
      button.buttonEl.focus();
    });
  }
}
