import { type App, Modal, Setting } from 'obsidian';
import type { ProposedChange } from '../../core/edit/repair-text';
import { countOf } from '../../core/edit/wording';

/** The changes that are proposed for one note. */
export interface NotePreview {
  readonly path: string;
  readonly changes: readonly ProposedChange[];
}

/** How many lines of a note are shown; the others are counted. */
const LINES_SHOWN = 50;

/** Shows what would be written, line by line, before and after; notes can be left out. */
export class PreviewModal extends Modal {
  private readonly chosen: Set<NotePreview>;

  constructor(
    app: App,
    private readonly heading: string,
    private readonly notes: readonly NotePreview[],
    private readonly confirm: (notes: readonly NotePreview[]) => void,
  ) {
    super(app);
    this.chosen = new Set(notes);
  }

  override onOpen(): void {
    this.setTitle(this.heading);
    this.modalEl.addClass('meeting-tasks-preview');
    const summary = this.contentEl.createEl('p', { attr: { role: 'status' } });
    const list = this.contentEl.createDiv({ cls: 'meeting-tasks-preview-notes' });
    const footer = new Setting(this.contentEl);
    footer.addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()));
    footer.addButton((button) => {
      button
        .setButtonText('Write')
        .setCta()
        .onClick(() => {
          this.close();
          this.confirm(this.notes.filter((note) => this.chosen.has(note)));
        });
      const refresh = (): void => {
        const lines = [...this.chosen].reduce((sum, note) => sum + note.changes.length, 0);
        summary.setText(`${countOf(lines, 'line')} in ${countOf(this.chosen.size, 'note')} will be written.`);
        button.setDisabled(lines === 0);
      };
      for (const note of this.notes) this.addNote(list, note, refresh);
      refresh();
    });
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private addNote(list: HTMLElement, note: NotePreview, refresh: () => void): void {
    const box = list.createDiv({ cls: 'meeting-tasks-preview-note' });
    const label = box.createEl('label');
    const check = label.createEl('input', { attr: { type: 'checkbox' } });
    check.checked = true;
    label.createSpan({ text: note.path, attr: { dir: 'auto' } });
    check.addEventListener('change', () => {
      if (check.checked) this.chosen.add(note);
      else this.chosen.delete(note);
      refresh();
    });
    for (const { change, before, after } of note.changes.slice(0, LINES_SHOWN)) {
      const lines = box.createEl('dl', { attr: { dir: 'auto' } });
      lines.createEl('dt', { text: `Line ${change.ref.line + 1}` });
      lines.createEl('dd', { text: before, cls: 'is-before' });
      lines.createEl('dd', { text: after, cls: 'is-after' });
    }
    const more = note.changes.length - LINES_SHOWN;
    if (more > 0) box.createDiv({ text: `${countOf(more, 'more line')}.` });
  }
}
