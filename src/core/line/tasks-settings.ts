/** What the settings of the Tasks plugin say that this plugin follows. */
import { defaultRules, type LineRules } from './rules';
import { type Status, StatusRegistry, type StatusType, TASKS_DEFAULTS } from './status';

/** The followed part of the data file of Tasks, with its defaults where it says nothing. */
export interface TasksSettings {
  readonly statuses: readonly Status[];
  readonly setDoneDate: boolean;
  readonly setCancelledDate: boolean;
  readonly setCreatedDate: boolean;
  readonly recurrenceOnNextLine: boolean;
  readonly removeScheduled: boolean;
  /** Whether Tasks reads and writes emoji at all; else it uses the format of Dataview. */
  readonly emojiFormat: boolean;
  /** What a line must hold to be a task for Tasks, mostly a tag; empty for nothing. */
  readonly globalFilter: string;
}

const TYPES: readonly StatusType[] = ['TODO', 'IN_PROGRESS', 'ON_HOLD', 'DONE', 'CANCELLED', 'NON_TASK'];

/** Reads the parsed data file of Tasks, whatever is in it; a missing file is `null` and gives the defaults. */
export function readTasksSettings(stored: unknown): TasksSettings {
  const data = asRecord(stored);
  const isOn = (key: string, fallback: boolean): boolean => {
    const value = data[key];
    return typeof value === 'boolean' ? value : fallback;
  };
  const status = asRecord(data['statusSettings']);
  const listed = [...asList(status['coreStatuses']), ...asList(status['customStatuses'])].flatMap(readStatus);
  return {
    statuses: listed.length > 0 ? listed : TASKS_DEFAULTS,
    setDoneDate: isOn('setDoneDate', true),
    setCancelledDate: isOn('setCancelledDate', true),
    setCreatedDate: isOn('setCreatedDate', false),
    recurrenceOnNextLine: isOn('recurrenceOnNextLine', false),
    removeScheduled: isOn('removeScheduledDateOnRecurrence', false),
    emojiFormat: data['taskFormat'] !== 'dataview',
    globalFilter: typeof data['globalFilter'] === 'string' ? data['globalFilter'].trim() : '',
  };
}

/**
 * The rules of a vault with Tasks: its statuses come first, ours fill the gaps. To reject, a cancelled status
 * named "Rejected" is used if there is one, else the first cancelled one.
 */
export function rulesWithTasks(
  own: LineRules,
  tasks: TasksSettings,
  ownStatuses: readonly Status[],
): LineRules {
  const cancelled = tasks.statuses.filter(({ type }) => type === 'CANCELLED');
  const rejected = cancelled.find(({ name }) => name.toLowerCase() === 'rejected') ?? cancelled[0];
  const isDefault = own.rejectedSymbol === defaultRules(own.statuses).rejectedSymbol;
  return {
    ...own,
    statuses: new StatusRegistry([...tasks.statuses, ...ownStatuses]),
    rejectedSymbol: isDefault && rejected ? rejected.symbol : own.rejectedSymbol,
    setDoneDate: tasks.setDoneDate,
    setCancelledDate: tasks.setCancelledDate,
    setCreatedDate: tasks.setCreatedDate,
    recurrenceOnNextLine: tasks.recurrenceOnNextLine,
    removeScheduled: tasks.removeScheduled,
  };
}

function readStatus(stored: unknown): Status[] {
  const { symbol, name, nextStatusSymbol, type } = asRecord(stored);
  if (typeof symbol !== 'string' || [...symbol].length !== 1) return [];
  return [
    {
      symbol,
      name: typeof name === 'string' ? name : '',
      next: typeof nextStatusSymbol === 'string' ? nextStatusSymbol : ' ',
      type: TYPES.find((known) => known === type) ?? 'TODO',
    },
  ];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A status as Tasks stores it. */
export interface StoredStatus {
  readonly symbol: string;
  readonly name: string;
  readonly nextStatusSymbol: string;
  readonly availableAsCommand: boolean;
  readonly type: StatusType;
}

/** The status that makes a click on a proposal accept it instead of finishing it. */
export function proposedStatus(symbol: string, accepted: string, type: 'ON_HOLD' | 'NON_TASK'): StoredStatus {
  return { symbol, name: 'Proposed', nextStatusSymbol: accepted, availableAsCommand: true, type };
}

/**
 * The data file of Tasks with one more status, everything else as it is; `null` when the file cannot be read
 * or has a status of that symbol already.
 */
export function addStatus(file: string | null, status: StoredStatus): string | null {
  let stored: unknown;
  try {
    stored = file === null || file.trim() === '' ? {} : JSON.parse(file);
  } catch {
    return null;
  }
  if (readTasksSettings(stored).statuses.some(({ symbol }) => symbol === status.symbol)) return null;
  const data = asRecord(stored);
  const settings = asRecord(data['statusSettings']);
  const hasOwn = asList(settings['coreStatuses']).length > 0 || asList(settings['customStatuses']).length > 0;
  const defaults = TASKS_DEFAULTS.map(({ symbol, name, next, type }): StoredStatus => ({
    symbol,
    name,
    nextStatusSymbol: next,
    availableAsCommand: true,
    type,
  }));
  // A file that lists no statuses stands for the defaults; a list with only the new one would take them away.
  const core = hasOwn ? asList(settings['coreStatuses']) : defaults.slice(0, 2);
  const custom = hasOwn ? asList(settings['customStatuses']) : defaults.slice(2);
  const statusSettings = { ...settings, coreStatuses: core, customStatuses: [...custom, status] };
  return JSON.stringify({ ...data, statusSettings }, null, 2);
}
