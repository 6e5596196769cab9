import { Menu, Notice } from 'obsidian';
import type { Day } from '../../core/date/day';
import type { Verb } from '../../core/edit/verb';
import { commandInfo, type TaskCommand } from '../../core/list/command-info';
import type { Priority } from '../../core/line/format';
import type { TaskItem } from '../../core/note/task-item';
import type { Target } from '../task-actions';
import { askForDay } from './date-modal';
import { addChoices } from './dom';
import { askForOwner, askForText, ME, NOBODY } from './prompts';
import type { ViewServices } from './services';

/** What asking needs to know of a task; lines in an editor give no more than this. */
export type PromptTarget = Target & Partial<Pick<TaskItem, 'due' | 'start' | 'priority' | 'text'>>;

/** Runs a verb on the targets that were asked about. */
export type RunVerb = (verb: Verb) => void;

/** Turns a command into a verb, asking for what it still needs, beside an element if something is shown there. */
export function askAndRun(
  command: TaskCommand,
  targets: readonly PromptTarget[],
  services: ViewServices,
  trigger: HTMLElement | null,
  run: RunVerb,
): void {
  switch (command) {
    case 'reschedule':
    case 'snooze':
      return askDay(command, targets, services, (day) => run({ kind: command, day }));
    case 'assign':
      return askForOwner(
        services.app,
        services.people().all(),
        (name) => run({ kind: 'assign', name }),
        'Assign to…',
        ME,
        NOBODY,
      );
    case 'claim':
      return run({ kind: 'assign', name: 'Myself' });
    case 'disown':
      return run({ kind: 'assign', name: null });
    case 'priority':
      return askPriority(targets, trigger, (priority) => run({ kind: 'prioritize', priority }));
    case 'edit-text':
      // One text for all of them would be the end of the others.
      if (targets.length > 1) return void new Notice('Edit the text of one task at a time.');
      return askForText(services.app, targets[0]?.text ?? '', (text) => run({ kind: 'edit-text', text }));
    case 'reopen':
      return run({ kind: 'reopen', asProposal: false, withTag: false });
    default:
      return run({ kind: command });
  }
}

function askDay(
  command: 'reschedule' | 'snooze',
  targets: readonly PromptTarget[],
  services: ViewServices,
  choose: (day: Day | null) => void,
): void {
  const futureOnly = command === 'snooze';
  const current = common(targets.map(({ start, due }) => (futureOnly ? start : due))) ?? null;
  const count = targets.length > 1 ? ` of ${targets.length} tasks` : '';
  const title = futureOnly ? 'Snooze until' : `${commandInfo(command).label}${count}`;
  askForDay(services, { title, current, futureOnly }, choose);
}

export const PRIORITY_LABELS: Readonly<Record<Priority | 'none', string>> = {
  highest: 'Highest',
  high: 'High',
  medium: 'Medium',
  none: 'None',
  low: 'Low',
  lowest: 'Lowest',
};

function askPriority(
  targets: readonly PromptTarget[],
  trigger: HTMLElement | null,
  choose: (priority: Priority | null) => void,
): void {
  const menu = new Menu();
  const current = common(targets.map(({ priority }) => priority ?? 'none'));
  addChoices(menu, PRIORITY_LABELS, current, (one) => choose(one === 'none' ? null : one));
  showMenuAt(menu, trigger);
}

/** What all are; nothing where they differ. */
function common<T>(values: readonly T[]): T | undefined {
  const [first, ...others] = new Set(values);
  return others.length > 0 ? undefined : first;
}

/** Shows a menu below an element, or in the middle of the window. */
export function showMenuAt(menu: Menu, trigger: HTMLElement | null): void {
  const box = trigger?.getBoundingClientRect();
  const win = trigger?.win ?? activeWindow;
  const position = box
    ? { x: box.left + 24, y: box.bottom }
    : { x: win.innerWidth / 2, y: win.innerHeight / 3 };
  menu.showAtPosition(position, trigger?.doc ?? activeDocument);
}
