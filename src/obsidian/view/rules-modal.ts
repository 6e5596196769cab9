import { Modal, Setting } from 'obsidian';
import { countOf, imperative } from '../../core/edit/wording';
import { ruleSteps, tasksOfRules } from '../../core/list/decide-rule';
import type { ListState } from '../../core/list/list-state';
import type { TaskItem } from '../../core/note/task-item';
import { type DecideRule, RULE_VERBS, type RuleVerb, SUGGESTED_RULES } from '../../core/triage/rules';
import { SPLIT_LABELS } from './heads/triage-head';
import { listContext } from './list-context';
import type { ViewServices } from './services';

/** Decides on all proposals that fit a filter: one that was saved, one that is suggested, or that of the list. */
export class RulesModal extends Modal {
  constructor(
    private readonly services: ViewServices,
    private readonly state: ListState,
  ) {
    super(services.app);
  }

  override onOpen(): void {
    this.setTitle('Decide by rule');
    const { services, contentEl } = this;
    const context = listContext(services);
    const saved = services.settings().rules;
    const rules = [...saved, ...SUGGESTED_RULES];
    const fitting = tasksOfRules(services.index.tasks(), [...rules, this.ruleOfList('', 'reject')], context);
    contentEl.empty();
    rules.forEach((rule, at) => {
      const items = fitting[at] ?? [];
      if (items.length > 0 || at < saved.length) this.addRule(rule, items, at < saved.length);
    });
    this.addNew(fitting[rules.length] ?? []);
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private addRule(rule: DecideRule, items: readonly TaskItem[], isSaved: boolean): void {
    const row = new Setting(this.contentEl).setName(rule.name);
    const filter = rule.query === '' ? '' : ` · ${rule.query}`;
    row.setDesc(`${SPLIT_LABELS[rule.split]}${filter} · ${countOf(items.length, 'proposal')}`);
    if (isSaved) {
      row.addExtraButton((button) =>
        button
          .setIcon('trash-2')
          .setTooltip(`Forget “${rule.name}”`)
          .onClick(() => {
            const rules = this.services.settings().rules.filter((other) => other !== rule);
            void this.services.changeSettings({ rules }).then(() => this.onOpen());
          }),
      );
    }
    row.addButton((button) => {
      button.setButtonText(`${imperative({ kind: rule.verb })}…`).setDisabled(items.length === 0);
      button.buttonEl.setAttr('aria-label', `${rule.name}: show what would be written`);
      button.onClick(() => this.preview(rule.verb, items));
    });
  }

  /** A rule from the list as it is. */
  private addNew(items: readonly TaskItem[]): void {
    let verb: RuleVerb = 'reject';
    let name = '';
    const { split, query } = this.state;
    const filter = query === '' ? '' : ` · ${query}`;
    const row = new Setting(this.contentEl)
      .setName('The list as it is')
      .setDesc(`${SPLIT_LABELS[split]}${filter} · ${countOf(items.length, 'proposal')}`);
    row.addDropdown((dropdown) => {
      for (const kind of RULE_VERBS) dropdown.addOption(kind, imperative({ kind }));
      dropdown.setValue(verb).onChange((value) => (verb = RULE_VERBS.find((kind) => kind === value) ?? verb));
      dropdown.selectEl.setAttr('aria-label', 'What to do');
    });
    row.addButton((button) =>
      button
        .setButtonText('Preview…')
        .setCta()
        .setDisabled(items.length === 0)
        .onClick(() => this.preview(verb, items)),
    );
    new Setting(this.contentEl)
      .setName('Keep it as a rule')
      .addText((text) => {
        text.setPlaceholder('Name').onChange((value) => (name = value.trim()));
        text.inputEl.setAttr('aria-label', 'Name of the rule');
      })
      .addButton((button) =>
        button.setButtonText('Save').onClick(() => {
          if (name === '') return;
          const rules = [...this.services.settings().rules, this.ruleOfList(name, verb)];
          void this.services.changeSettings({ rules }).then(() => this.onOpen());
        }),
      );
  }

  private ruleOfList(name: string, verb: RuleVerb): DecideRule {
    const { split, query } = this.state;
    return { name, split, query, verb };
  }

  private preview(verb: RuleVerb, items: readonly TaskItem[]): void {
    this.close();
    previewRule(this.services, verb, items);
  }
}

/** Shows what a verb does to proposals and their copies, and does it when the user says so. */
export function previewRule(services: ViewServices, verb: RuleVerb, items: readonly TaskItem[]): void {
  const steps = ruleSteps(items, verb, (item) => services.copies.groupOf(item));
  void services.runSteps({ kind: verb }, steps, true);
}
