import { Setting } from 'obsidian';
import { countOf, imperative } from '../../core/edit/wording';
import { ruleSteps, tasksOfRules } from '../../core/list/decide-rule';
import { helpOf } from '../../core/list/keys';
import type { ListState } from '../../core/list/list-state';
import type { TaskItem } from '../../core/note/task-item';
import { type DecideRule, RULE_VERBS, type RuleVerb, SUGGESTED_RULES } from '../../core/triage/rules';
import { addButton, addInput, openDialog } from './dialog';
import { add } from './dom';
import { SPLIT_LABELS } from './heads/triage-head';
import { iconButton } from './icon-button';
import { listContext } from './list-context';
import type { ViewServices } from './services';

/** Decides on all proposals that fit a filter: one that was saved, one that is suggested, or that of the list. */
export function openRules(services: ViewServices, { split, query }: ListState): void {
  const modal = openDialog(services.app, helpOf('rules'));
  const { contentEl } = modal;
  const saveRules = (rules: readonly DecideRule[]): void =>
    void services.changeSettings({ rules }).then(() => show());
  const { copies } = services;
  /** What each rule fits, as it is now. */
  const fitting = (rules: readonly DecideRule[]) =>
    tasksOfRules(services.index.open.byMeeting(), rules, listContext(services));
  /** Shows what a rule does to proposals and their copies, and does it when the user says so. */
  const preview = async (rule: DecideRule): Promise<void> => {
    modal.close();
    await copies.caughtUp();
    const steps = ruleSteps(fitting([rule])[0] ?? [], rule.verb, copies.groupOf);
    await services.runSteps({ kind: rule.verb }, steps, true);
  };
  const addRow = (name: string, of: Pick<DecideRule, 'split' | 'query'>, items: readonly TaskItem[]) =>
    new Setting(contentEl)
      .setName(name)
      .setDesc(
        [SPLIT_LABELS[of.split], of.query, countOf(items.length, 'proposal')].filter(Boolean).join(' · '),
      );

  const addRule = (rule: DecideRule, items: readonly TaskItem[], saved: readonly DecideRule[]): void => {
    const { name, verb } = rule;
    const row = addRow(name, rule, items);
    if (saved.includes(rule)) {
      iconButton(row.controlEl, 'trash-2', `Forget “${name}”`, () =>
        saveRules(saved.filter((other) => other !== rule)),
      );
    }
    const made = addButton(row, `${imperative({ kind: verb })}…`, () => void preview(rule));
    made.setDisabled(items.length === 0).buttonEl.setAttr('aria-label', `${name}: preview`);
  };

  /** A rule from the list as it is. */
  const addNew = (items: readonly TaskItem[], saved: readonly DecideRule[]): void => {
    let verb: RuleVerb = 'reject';
    let name = '';
    const row = addRow('The list as it is', { split, query }, items).addDropdown((dropdown) => {
      for (const kind of RULE_VERBS) dropdown.addOption(kind, imperative({ kind }));
      dropdown.setValue(verb).onChange((value) => (verb = RULE_VERBS.find((kind) => kind === value) ?? verb));
      dropdown.selectEl.setAttr('aria-label', 'What to do');
    });
    addButton(row, 'Preview…', () => void preview({ name, split, query, verb }))
      .setCta()
      .setDisabled(items.length === 0);
    const keep = new Setting(contentEl).setName('Keep it as a rule');
    addInput(keep, 'Name of the rule', (text) => (name = text), { placeholder: 'Name' });
    addButton(keep, 'Save', () => {
      if (name !== '') saveRules([...saved, { name, split, query, verb }]);
    });
  };

  const show = (): void => {
    const saved = services.settings().rules;
    const rules = [...saved, ...SUGGESTED_RULES];
    const list = { name: '', split, query, verb: 'reject' } as const;
    const found = fitting([...rules, list]);
    contentEl.empty();
    rules.forEach((rule, at) => {
      const items = found[at] ?? [];
      if (items.length > 0 || saved.includes(rule)) addRule(rule, items, saved);
    });
    addNew(found[rules.length] ?? [], saved);
    contentEl.querySelector<HTMLElement>('button:not([disabled])')?.focus();
  };
  const waiting = copies.caughtUp();
  if (!waiting) return show();
  // Rows that move while they are chosen from would have the wrong one chosen.
  add(contentEl, 'p.faint', 'Looking for copies…');
  void waiting.then(() => contentEl.isConnected && show());
}
