import { type App, Modal, Setting } from 'obsidian';
import { countOf } from '../../core/edit/wording';

/** Asks by how many days due dates are to move. */
export class ShiftModal extends Modal {
  private by = 7;

  constructor(
    app: App,
    private readonly count: number,
    private readonly choose: (by: number) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(`Move due dates of ${countOf(this.count, 'task')}`);
    const finish = (): void => {
      if (this.by === 0) return;
      this.close();
      this.choose(this.by);
    };
    new Setting(this.contentEl)
      .setName('Days')
      .setDesc('Later; earlier with a minus.')
      .addText((text) => {
        text.inputEl.type = 'number';
        text.setValue(String(this.by)).onChange((value) => (this.by = Math.trunc(Number(value)) || 0));
        text.inputEl.addEventListener('keydown', (event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          // The button of the preview, which gets the focus, must not be pressed by the same key.
          event.preventDefault();
          finish();
        });
        text.inputEl.setAttr('aria-label', 'Days');
        text.inputEl.select();
        text.inputEl.focus();
      });
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()))
      .addButton((button) => button.setButtonText('Preview').setCta().onClick(finish));
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
