/** What the commands on tasks are called, how they look, and which of them fit a task. */
import type { TaskState } from '../line/rules';
import type { ListCommand } from './keys';

/** The commands that change a task. */
export type TaskCommand = Extract<
  ListCommand,
  | 'accept'
  | 'reject'
  | 'complete'
  | 'start'
  | 'reopen'
  | 'reschedule'
  | 'snooze'
  | 'assign'
  | 'priority'
  | 'edit-text'
  | 'close-as-copy'
  | 'repair'
>;

/** Label and Lucide icon of a command. */
export interface CommandInfo {
  readonly label: string;
  readonly icon: string;
}

const INFO: Readonly<Record<TaskCommand, CommandInfo>> = {
  accept: { label: 'Accept', icon: 'check' },
  reject: { label: 'Reject', icon: 'x' },
  complete: { label: 'Complete', icon: 'check-square' },
  start: { label: 'Start', icon: 'play' },
  reopen: { label: 'Reopen', icon: 'rotate-ccw' },
  reschedule: { label: 'Due date', icon: 'calendar' },
  snooze: { label: 'Snooze', icon: 'alarm-clock' },
  assign: { label: 'Assign', icon: 'at-sign' },
  priority: { label: 'Priority', icon: 'signal' },
  'edit-text': { label: 'Edit text', icon: 'pencil' },
  'close-as-copy': { label: 'Close as copy', icon: 'copy-x' },
  repair: { label: 'Repair', icon: 'wrench' },
};

const FITTING: Readonly<Record<TaskState, readonly TaskCommand[]>> = {
  proposal: [
    'accept',
    'reject',
    'complete',
    'reschedule',
    'snooze',
    'priority',
    'assign',
    'edit-text',
    'close-as-copy',
  ],
  ticked: ['accept', 'reopen', 'reject'],
  open: ['complete', 'start', 'reschedule', 'priority', 'assign', 'edit-text', 'reject'],
  started: ['complete', 'reschedule', 'priority', 'assign', 'edit-text', 'reject'],
  done: ['reopen'],
  rejected: ['reopen'],
  none: ['reopen'],
};

const TICKED: Readonly<Partial<Record<TaskCommand, CommandInfo>>> = {
  accept: { label: 'Keep as done', icon: 'check' },
  reopen: { label: 'Back to proposed', icon: 'rotate-ccw' },
};

/** Label and icon of a command for a task in a state. */
export function commandInfo(command: TaskCommand, state?: TaskState): CommandInfo {
  return (state === 'ticked' ? TICKED[command] : undefined) ?? INFO[command];
}

/** The commands that make sense for a task, the likeliest first. */
export function commandsFor(state: TaskState): readonly TaskCommand[] {
  return FITTING[state];
}

/** Whether a list command changes tasks. */
export function isTaskCommand(command: ListCommand): command is TaskCommand {
  return Object.prototype.hasOwnProperty.call(INFO, command);
}

const DECIDING: ReadonlySet<TaskCommand> = new Set<TaskCommand>([
  'accept',
  'reject',
  'complete',
  'close-as-copy',
  'snooze',
]);

/** Whether a command settles a task, so that one goes on to the next. */
export function isDeciding(command: TaskCommand): boolean {
  return DECIDING.has(command);
}
