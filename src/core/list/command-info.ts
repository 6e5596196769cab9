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
  | 'claim'
  | 'disown'
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

const INFO: Readonly<Record<TaskCommand, readonly [label: string, icon: string]>> = {
  accept: ['Accept', 'check'],
  reject: ['Reject', 'x'],
  complete: ['Complete', 'check-square'],
  start: ['Start', 'play'],
  reopen: ['Reopen', 'rotate-ccw'],
  reschedule: ['Due date', 'calendar'],
  snooze: ['Snooze', 'alarm-clock'],
  assign: ['Assign', 'at-sign'],
  claim: ['Assign to me', 'at-sign'],
  disown: ['Not mine', 'at-sign'],
  priority: ['Priority', 'signal'],
  'edit-text': ['Edit text', 'pencil'],
  'close-as-copy': ['Close as copy', 'copy-x'],
  repair: ['Repair', 'wrench'],
};

/** All of them. */
export const TASK_COMMANDS = Object.keys(INFO) as readonly TaskCommand[];

const OPEN: readonly TaskCommand[] = ['reschedule', 'priority', 'assign', 'edit-text', 'reject'];

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
  open: ['complete', 'start', ...OPEN],
  started: ['complete', ...OPEN],
  done: ['reopen'],
  rejected: ['reopen'],
  none: ['reopen'],
};

/** What is said of a task that was ticked elsewhere. */
const TICKED: Readonly<Partial<Record<TaskCommand, string>>> = {
  accept: 'Keep as done',
  reopen: 'Back to proposed',
};

/** Label and icon of a command for a task in a state. */
export function commandInfo(command: TaskCommand, state?: TaskState): CommandInfo {
  const [label, icon] = INFO[command];
  return { label: (state === 'ticked' && TICKED[command]) || label, icon };
}

/** The commands that make sense for a task, the likeliest first. */
export function commandsFor(state: TaskState): readonly TaskCommand[] {
  return FITTING[state];
}

/** Whether a list command changes tasks. */
export function isTaskCommand(command: ListCommand): command is TaskCommand {
  return command in INFO;
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
