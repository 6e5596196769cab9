/** What the settings of the Tasks plugin say that this plugin follows. */
import { asList, asRecord, asText, isText } from '../shared/stored';
import { DEFAULT_MARKS, DEFAULT_WAYS, type LineRules, STATES, type TasksWays } from './rules';
import { makeStatus, type Status, StatusRegistry, type StatusType, TASKS_DEFAULTS } from './status';

/** The followed part of the data file of Tasks, with its defaults where it says nothing. */
export interface TasksSettings extends TasksWays {
  readonly statuses: readonly Status[];
  /** Whether Tasks reads and writes emoji at all; else it uses the format of Dataview. */
  readonly emojiFormat: boolean;
  /** What a line must hold to be a task for Tasks, mostly a tag; empty for nothing. */
  readonly globalFilter: string;
}

const TYPES = Object.keys(STATES) as readonly StatusType[];

/** Reads the parsed data file of Tasks, whatever is in it; a missing file is `null` and gives the defaults. */
export function readTasksSettings(stored: unknown): TasksSettings {
  const data = asRecord(stored);
  const ways = Object.entries(DEFAULT_WAYS).map(([key, fallback]) => {
    const value = data[key === 'removeScheduled' ? 'removeScheduledDateOnRecurrence' : key];
    return [key, typeof value === 'boolean' ? value : (fallback as boolean)];
  });
  const status = asRecord(data['statusSettings']);
  const listed = [...asList(status['coreStatuses']), ...asList(status['customStatuses'])].flatMap(readStatus);
  return {
    statuses: listed.length > 0 ? listed : TASKS_DEFAULTS,
    ...(Object.fromEntries(ways) as TasksWays),
    emojiFormat: data['taskFormat'] !== 'dataview',
    globalFilter: asText(data['globalFilter']).trim(),
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
  const { statuses, emojiFormat: _, globalFilter: __, ...ways } = tasks;
  const cancelled = statuses.filter(({ type }) => type === 'CANCELLED');
  const rejected = cancelled.find(({ name }) => name.toLowerCase() === 'rejected') ?? cancelled[0];
  const isDefault = own.rejectedSymbol === DEFAULT_MARKS.rejectedSymbol;
  return {
    ...own,
    ...ways,
    statuses: new StatusRegistry([...statuses, ...ownStatuses]),
    rejectedSymbol: isDefault && rejected ? rejected.symbol : own.rejectedSymbol,
  };
}

function readStatus(stored: unknown): Status[] {
  const { symbol, name, nextStatusSymbol, type } = asRecord(stored);
  if (!isSymbol(symbol)) return [];
  // Tasks would write what is no symbol into a next occurrence, which would be no task then.
  const next = isSymbol(nextStatusSymbol) ? nextStatusSymbol : 'x';
  return [makeStatus(symbol, asText(name), next, TYPES.find((known) => known === type) ?? 'TODO')];
}

function isSymbol(value: unknown): value is string {
  return isText(value) && [...value].length === 1;
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
  return storedStatus(symbol, 'Proposed', accepted, type);
}

function storedStatus(
  symbol: string,
  name: string,
  nextStatusSymbol: string,
  type: StatusType,
): StoredStatus {
  return { symbol, name, nextStatusSymbol, availableAsCommand: true, type };
}

/**
 * The data file of Tasks with one more status, everything else as it is; `null` when the file cannot be read
 * or has a status of that symbol already.
 */
export function addStatus(file: string | null, status: StoredStatus): string | null {
  let stored: unknown;
  try {
    stored = JSON.parse(file?.trim() || '{}');
  } catch {
    return null;
  }
  if (readTasksSettings(stored).statuses.some(({ symbol }) => symbol === status.symbol)) return null;
  const data = asRecord(stored);
  const settings = asRecord(data['statusSettings']);
  let [core, custom] = [asList(settings['coreStatuses']), asList(settings['customStatuses'])];
  if (core.length + custom.length === 0) {
    const defaults = TASKS_DEFAULTS.map(({ symbol, name, next, type }) =>
      storedStatus(symbol, name, next, type),
    );
    // A file that lists no statuses stands for the defaults; a list with only the new one would take them away.
    [core, custom] = [defaults.slice(0, 2), defaults.slice(2)];
  }
  const statusSettings = { ...settings, coreStatuses: core, customStatuses: [...custom, status] };
  return JSON.stringify({ ...data, statusSettings }, null, 2);
}
