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
  open: ['complete', 'start', 'reschedule', 'priority', 'assign', 'edit-text', 'reject'],
  started: ['complete', 'reschedule', 'priority', 'assign', 'edit-text', 'reject'],
  done: ['reopen'],
  rejected: ['reopen'],
  none: ['reopen'],
};

/** Label and icon of a command. */
export function commandInfo(command: TaskCommand): CommandInfo {
  return INFO[command];
}

/** The commands that make sense for a task, the likeliest first. */
export function commandsFor(state: TaskState): readonly TaskCommand[] {
  return FITTING[state];
}

/** Whether a list command changes tasks. */
export function isTaskCommand(command: ListCommand): command is TaskCommand {
  return Object.prototype.hasOwnProperty.call(INFO, command);
}
