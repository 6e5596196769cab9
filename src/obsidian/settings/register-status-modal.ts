import { type App, Modal, Setting } from 'obsidian';
import { proposedStatus, type StoredStatus } from '../../core/line/tasks-settings';

/** Shows the status that would be added to the settings of Tasks, and adds it when the user says so. */
export class RegisterStatusModal extends Modal {
  private type: 'ON_HOLD' | 'NON_TASK' = 'ON_HOLD';

  constructor(
    app: App,
    private readonly symbol: string,
    private readonly accepted: string,
    private readonly add: (status: StoredStatus) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Add a status to the other plugin');
    this.contentEl.createEl('p', {
      text: 'This is added to the statuses in its data file. A click on a proposal then accepts it. Reload that plugin afterwards: it reads its file only when it starts.',
    });
    const preview = this.contentEl.createEl('pre', { cls: 'meeting-tasks-code' });
    const show = (): void => preview.setText(JSON.stringify(this.status(), null, 2));
    new Setting(this.contentEl)
      .setName('Kind of status')
      .setDesc('On hold: proposals stay among the tasks that are not done. Not a task: they leave them.')
      .addDropdown((dropdown) =>
        dropdown.addOptions({ ON_HOLD: 'On hold', NON_TASK: 'Not a task' }).onChange((value) => {
          this.type = value === 'NON_TASK' ? 'NON_TASK' : 'ON_HOLD';
          show();
        }),
      );
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()))
      .addButton((button) =>
        button
          .setButtonText('Add')
          .setCta()
          .onClick(() => {
            this.close();
            this.add(this.status());
          }),
      );
    show();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private status(): StoredStatus {
    return proposedStatus(this.symbol, this.accepted, this.type);
  }
}
