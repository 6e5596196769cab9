import { type App, Modal, Setting } from 'obsidian';
import type { Verb } from '../../core/edit/verb';
import type { TaskItem } from '../../core/note/task-item';
import type { Disagreements } from '../../core/triage/copy-members';
import type { ViewServices } from './services';

interface Choice {
  readonly label: string;
  /** What makes the kept line so; `null` where it is so already. */
  readonly verb: Verb | null;
}

/** Asks whose a task is and when it is due, where its copies say different things. */
export class AgreeModal extends Modal {
  private readonly chosen = new Map<string, Verb | null>();

  constructor(
    app: App,
    private readonly item: TaskItem,
    private readonly differences: Disagreements,
    private readonly services: ViewServices,
    private readonly confirm: (verbs: readonly Verb[]) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('The copies differ');
    this.contentEl.createEl('p', { text: this.item.text, attr: { dir: 'auto' } });
    const { owners, dues } = this.differences;
    if (owners.length > 0) {
      const own = this.item.owners;
      this.addQuestion(
        'Owner',
        owners.map(({ mine, names }): Choice => {
          const label = [...(mine ? ['Me'] : []), ...names].join(', ');
          const same = mine === own.mine && names.join() === own.names.join();
          const [first = ''] = names;
          return { label, verb: same ? null : { kind: 'assign', name: mine ? 'Myself' : first } };
        }),
      );
    }
    if (dues.length > 0) {
      this.addQuestion(
        'Due',
        dues.map((day): Choice => ({
          label: this.services.dayLabel(day),
          verb: day === this.item.due ? null : { kind: 'reschedule', day },
        })),
      );
    }
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()))
      .addButton((button) => {
        button
          .setButtonText('Go on')
          .setCta()
          .onClick(() => this.finish());
        button.buttonEl.focus();
      });
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private addQuestion(name: string, choices: readonly Choice[]): void {
    const field = this.contentEl.createEl('fieldset', { cls: 'meeting-tasks-choices' });
    field.createEl('legend', { text: name });
    const current = choices.find(({ verb }) => verb === null) ?? choices[0];
    for (const choice of choices) {
      const label = field.createEl('label');
      const radio = label.createEl('input', { attr: { type: 'radio', name: `meeting-tasks-${name}` } });
      label.createSpan({ text: choice.label, attr: { dir: 'auto' } });
      radio.checked = choice === current;
      radio.addEventListener('change', () => this.chosen.set(name, choice.verb));
    }
    this.chosen.set(name, current?.verb ?? null);
  }

  private finish(): void {
    this.close();
    this.confirm([...this.chosen.values()].filter((verb) => verb !== null));
  }
}
