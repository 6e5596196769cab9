import { type App, Modal, Platform } from 'obsidian';
import { KEY_BINDINGS, keyLabel } from '../../core/list/keys';

/** Lists every key that works, from the table that binds them. */
export class HelpModal extends Modal {
  constructor(
    app: App,
    private readonly singleKeys: boolean,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Keys in the list');
    this.modalEl.addClass('meeting-tasks-help');
    if (!this.singleKeys) {
      this.contentEl.createEl('p', { text: 'Single letters are switched off in the settings.' });
    }
    for (const section of ['Move', 'Decide', 'Change', 'Select', 'List'] as const) {
      this.contentEl.createEl('h3', { text: section });
      const list = this.contentEl.createEl('dl');
      for (const binding of KEY_BINDINGS.filter((other) => other.section === section)) {
        const keys = list.createEl('dt');
        for (const key of binding.keys) keys.createEl('kbd', { text: keyLabel(key, Platform.isMacOS) });
        list.createEl('dd', { text: binding.help });
      }
    }
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
