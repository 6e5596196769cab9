import { dueLabel, dueTone, longDay } from '../../core/date/labels';
import { countOf } from '../../core/edit/wording';
import type { Priority } from '../../core/line/format';
import { describeProblem } from '../../core/line/problems';
import type { ListState } from '../../core/list/list-state';
import type { TaskItem } from '../../core/note/task-item';
import type { CopyGroup } from '../../core/triage/copy-members';
import { daysWaiting } from '../../core/people/accounts';
import { add, addIcon, AUTO } from './dom';
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
  const { copies, dayLabel, locale } = services;
  const { due, priority, problems, start, state } = item;
  if (priority) {
    const chip = addChip(el, 'priority', PRIORITY_ICONS[priority], '', `${capitalized(priority)} priority`);
    chip.dataset['priority'] = priority;
  }
  if (due) {
    const chip = addChip(el, 'due', 'calendar', dueLabel(due, today, locale));
    chip.dataset['tone'] = state === 'done' || state === 'rejected' ? 'later' : dueTone(due, today);
    chip.title = `Due ${longDay(due, today, locale)}`;
  }
  if (start && start > today)
    addChip(el, 'start', 'alarm-clock', dayLabel(start)).title = `Starts ${longDay(start, today, locale)}`;
  if (options.owner || item.owners.names.length > 0) addOwner(el, item, services);
  if (options.waiting) addWaiting(el, item, services);
  if (item.recurs) addChip(el, 'recurs', 'repeat', '', 'Repeats');
  if (state === 'ticked') addChip(el, 'problem', 'alert-triangle', 'Ticked elsewhere');
  if (state === 'started') addChip(el, 'state', 'play', '', 'In progress');
  if (options.meeting) {
    const facts = services.index.note(item.path)?.facts;
    const when = facts?.date ? ` · ${dayLabel(facts.date)}` : '';
    addChip(el, 'meeting', 'file-text', `${facts?.title ?? item.path}${when}`);
  }
  const group = copies.groupOf(item);
  if (group) addChip(el, 'copies', 'copy', copiesText(group));
  const decided = copies.decidedBy(item);
  if (decided) {
    const day = decided.day ? ` ${dayLabel(decided.day)}` : '';
    addChip(el, 'decided', 'check-check', `${capitalized(decided.kind)}${day}`);
  }
  if (problems.length > 0)
    addChip(el, 'problem', 'alert-triangle', '', problems.map(describeProblem).join(' '));
}

/** How many copies there are, and in how many notes. */
export function copiesText({ members }: CopyGroup): string {
  const notes = new Set(members.map(({ item }) => item.path)).size;
  return `${members.length} copies in ${countOf(notes, 'note')}`;
}

/** How many days ago the meeting was from which somebody owes something. */
function addWaiting(el: HTMLElement, { path, state, owners }: TaskItem, services: ViewServices): void {
  if (owners.kind !== 'named' || (state !== 'open' && state !== 'started')) return;
  const days = daysWaiting(services.index.note(path)?.facts, services.today());
  if (days)
    addChip(el, 'waiting', 'hourglass', countOf(days, 'day')).title = `Waiting for ${countOf(days, 'day')}`;
}

function addOwner(el: HTMLElement, item: TaskItem, services: ViewServices): void {
  const { text, ambiguous } = ownerLabel(item, services);
  const { kind } = item.owners;
  const said = ambiguous && `Ambiguous: ${ambiguous}`;
  addChip(el, 'owner', kind === 'nobody' ? 'user-x' : 'user', text, said).dataset['owner'] = kind;
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

/** A fact with its icon; `said` says in words what the icon means. */
function addChip(el: HTMLElement, kind: string, icon: string, text: string, said = ''): HTMLElement {
  const chip = add(el, `span.chip.mod-${kind}`);
  addIcon(chip, icon, 'span.chip-icon');
  if (text) add(chip, 'span.chip-text', text, AUTO);
  if (said) add(chip, 'span.hidden', (chip.title = said));
  return chip;
}

/** A word with a capital letter. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
