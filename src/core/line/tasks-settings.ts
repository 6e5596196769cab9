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
