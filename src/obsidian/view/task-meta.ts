import { setIcon } from 'obsidian';
import { dueLabel, dueTone, longDay, shortDay } from '../../core/date/labels';
import { countOf } from '../../core/edit/wording';
import type { Priority } from '../../core/line/format';
import { describeProblem } from '../../core/line/problems';
import type { ListState } from '../../core/list/list-state';
import type { TaskItem } from '../../core/note/task-item';
import { daysWaiting } from '../../core/people/accounts';
import { dayCount } from '../../core/people/person-groups';
import type { ViewServices } from './services';

const PRIORITY_ICONS: Readonly<Record<Priority, string>> = {
  highest: 'chevrons-up',
  high: 'chevron-up',
  medium: 'equal',
  low: 'chevron-down',
  lowest: 'chevrons-down',
};

/** Which parts of a task's meta line are shown. */
export interface MetaOptions {
  /** Whether the meeting is named; it is not where the group says it. */
  readonly meeting: boolean;
  /** Whether the owner is named; it is not where all tasks have the same. */
  readonly owner: boolean;
  /** Whether it is said how long one waits for somebody. */
  readonly waiting?: boolean;
}

/** What the rows of a list show: not what its groups say already. */
export function metaOf({ tab, grouping, split }: ListState): MetaOptions {
  if (tab === 'note') return { meeting: false, owner: true };
  if (tab !== 'triage') return { meeting: true, owner: true, waiting: true };
  return { meeting: grouping !== 'meeting', owner: split !== 'mine' && split !== 'nobody' };
}

/** Fills the line of small facts under a task: priority, due date, owner, meeting, state, problems. */
export function fillMeta(
  el: HTMLElement,
  item: TaskItem,
  services: ViewServices,
  options: MetaOptions,
): void {
  el.empty();
  const today = services.today();
  const { locale } = services;
  if (item.priority) {
    const chip = addChip(el, 'priority', PRIORITY_ICONS[item.priority], '');
    chip.dataset['priority'] = item.priority;
    describe(chip, `${capitalized(item.priority)} priority`);
  }
  if (item.due) {
    const chip = addChip(el, 'due', 'calendar', dueLabel(item.due, today, locale));
    chip.dataset['tone'] =
      item.state === 'done' || item.state === 'rejected' ? 'later' : dueTone(item.due, today);
    chip.title = `Due ${longDay(item.due, today, locale)}`;
  }
  if (item.start && item.start > today) {
    addChip(el, 'start', 'alarm-clock', shortDay(item.start, today, locale)).title =
      `Starts ${longDay(item.start, today, locale)}`;
  }
  if (options.owner || item.owners.names.length > 0) addOwner(el, item, services);
  if (options.waiting) addWaiting(el, item, services);
  if (item.recurs) describe(addChip(el, 'recurs', 'repeat', ''), 'Repeats');
  if (item.state === 'ticked') addChip(el, 'problem', 'alert-triangle', 'Ticked elsewhere');
  if (item.state === 'started') describe(addChip(el, 'state', 'play', ''), 'In progress');
  if (options.meeting) {
    const facts = services.index.note(item.path)?.facts;
    const when = facts?.date ? ` · ${shortDay(facts.date, today, locale)}` : '';
    addChip(el, 'meeting', 'file-text', `${facts?.title ?? item.path}${when}`);
  }
  const group = services.copies.groupOf(item);
  if (group) {
    const notes = new Set(group.members.map((member) => member.item.path)).size;
    addChip(el, 'copies', 'copy', `${group.members.length} copies in ${countOf(notes, 'note')}`);
  }
  const decided = services.copies.decidedBy(item);
  if (decided) {
    const day = decided.day ? ` ${shortDay(decided.day, today, locale)}` : '';
    addChip(el, 'decided', 'check-check', `${capitalized(decided.kind)}${day}`);
  }
  if (item.problems.length > 0) {
    const problem = addChip(el, 'problem', 'alert-triangle', '');
    describe(problem, item.problems.map(describeProblem).join(' '));
  }
}

/** How many days ago the meeting was from which somebody owes something. */
function addWaiting(el: HTMLElement, { path, state, owners }: TaskItem, services: ViewServices): void {
  if (owners.kind !== 'named' || (state !== 'open' && state !== 'started')) return;
  const days = daysWaiting(services.index.note(path)?.facts, services.today());
  if (days) addChip(el, 'waiting', 'hourglass', dayCount(days)).title = `Waiting for ${dayCount(days)}`;
}

function addOwner(el: HTMLElement, item: TaskItem, services: ViewServices): void {
  const owner = ownerLabel(item, services);
  const chip = addChip(el, 'owner', item.owners.kind === 'nobody' ? 'user-x' : 'user', owner.text);
  chip.dataset['owner'] = item.owners.kind;
  if (owner.ambiguous) describe(chip, `Ambiguous: ${owner.ambiguous}`);
}

/** The due date of a task in a few words; empty without one. */
export function dueOrNothing(item: TaskItem, services: ViewServices): string {
  return item.due ? `due ${shortDay(item.due, services.today(), services.locale)}` : '';
}

/** The owners of a task as they are shown, and between whom an ambiguous name stands. */
export function ownerLabel(item: TaskItem, services: ViewServices): { text: string; ambiguous: string } {
  const facts = services.index.note(item.path)?.facts;
  const people = services.people();
  let ambiguous = '';
  const names = item.owners.names.map((name) => {
    const resolved = people.resolve(name, facts);
    if (resolved.kind === 'person') return resolved.name;
    if (resolved.kind === 'ambiguous') {
      ambiguous = resolved.candidates.join(', ');
      return `${name}?`;
    }
    return name;
  });
  if (item.owners.mine) names.unshift('Me');
  return { text: names.join(', ') || 'Nobody', ambiguous };
}

function addChip(el: HTMLElement, kind: string, icon: string, text: string): HTMLElement {
  const chip = el.createSpan({ cls: `meeting-tasks-chip mod-${kind}` });
  setIcon(chip.createSpan({ cls: 'meeting-tasks-chip-icon', attr: { 'aria-hidden': 'true' } }), icon);
  if (text !== '') chip.createSpan({ cls: 'meeting-tasks-chip-text', text, attr: { dir: 'auto' } });
  return chip;
}

/** Says in words what a chip shows by an icon. */
function describe(chip: HTMLElement, text: string): void {
  chip.title = text;
  chip.createSpan({ cls: 'meeting-tasks-hidden', text });
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
