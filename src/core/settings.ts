/** The settings: what they are, what they are at first, and how stored ones are read, whatever is in the file. */
import type { Weekday } from './date/day';
import type { NameMerge } from './index/people';
import { nameKey } from './line/owner';
import { DEFAULT_MARKS, DEFAULT_WAYS, type LineMarks, type LineRules } from './line/rules';
import { makeStatus, type Status, StatusRegistry, TASKS_DEFAULTS } from './line/status';
import { type DecideRule, readRule } from './triage/rules';
import { rulesWithTasks, type TasksSettings } from './line/tasks-settings';
import type { ScopeRules } from './note/scope';
import { groupBy } from './shared/collect';
import { asRecord, isListOf, isText } from './shared/stored';

/** Everything the user can set. Stored as one flat JSON object. */
export interface Settings extends ScopeRules, LineMarks {
  /** Raised when the meaning of a stored value changes. */
  readonly version: 1;
  /** Under which names the user goes in the notes, besides `@Myself` and `@Me`. */
  readonly ownNames: readonly string[];
  /** Pairs of texts that look like copies and are none. */
  readonly notSame: readonly (readonly [string, string])[];
  /** Spellings of people, each with the name as which it counts. */
  readonly mergedNames: readonly NameMerge[];
  /** `locale`, or the weekday number (0 is Sunday) on which weeks begin. */
  readonly weekStart: 'locale' | '0' | '1' | '6';
  readonly density: 'comfortable' | 'compact';
  /** Rules for many proposals at once that the user saved. */
  readonly rules: readonly DecideRule[];
  /** Whether the user was asked who they are. */
  readonly askedWho: boolean;
  /** After how many weeks an untouched proposal is stale; 0 for never. */
  readonly staleWeeks: number;
  /** Whether single letters decide in the list. */
  readonly singleKeys: boolean;
  /** How many of one's own tasks a day should hold; 0 is no limit. */
  readonly dayLimit: number;
  /** The note to which new tasks are added, by its path; empty for none. */
  readonly captureNote: string;
  /** Whether the form of the Tasks plugin is used in place of the own one, where that plugin is there. */
  readonly tasksForm: boolean;
  /** Whether proposals have buttons, and notes with proposals a header, in the notes themselves. */
  readonly inNoteButtons: boolean;
  /** Whether the status bar says what waits. */
  readonly statusBar: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  noteTypes: ['people'],
  extraPaths: [],
  excludedFolders: [],
  ownNames: [],
  notSame: [],
  mergedNames: [],
  ...DEFAULT_MARKS,
  weekStart: 'locale',
  density: 'comfortable',
  rules: [],
  askedWho: false,
  staleWeeks: 8,
  singleKeys: true,
  dayLimit: 0,
  captureNote: '',
  tasksForm: false,
  inNoteButtons: true,
  statusBar: true,
};

/** Stored settings as far as they are sound, and a sentence for each that is not. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
  /** Members that this version does not know, which another one may need. */
  readonly others: Readonly<Record<string, unknown>>;
}

const KEYS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
const SYMBOLS = KEYS.filter((key) => key.endsWith('Symbol'));

/** Reads stored settings. A value that cannot be used falls back to its default and is named. */
export function readSettings(stored: unknown): ReadSettings {
  const problems: string[] = [];
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  const isSound = typeof (stored ?? {}) === 'object' && !Array.isArray(stored);
  if (!isSound) problems.push('The settings file holds no settings; the defaults are used.');
  const others: [string, unknown][] = [];
  for (const [name, value] of Object.entries(isSound ? asRecord(stored) : {})) {
    const key = KEYS.find((known) => known === name);
    if (!key) others.push([name, value]);
    else if (key !== 'version') {
      const problem = settingProblem(key, value);
      if (problem === null) settings[key] = normalized(key, value);
      else problems.push(`${problem} The default is used instead.`);
    }
  }
  const clash = symbolClash(settings);
  if (clash) {
    for (const key of SYMBOLS) settings[key] = DEFAULT_SETTINGS[key];
    problems.push(`“${clash.join('” and “')}” are the same character. The defaults are used instead.`);
  }
  return { settings: settings as unknown as Settings, problems, others: Object.fromEntries(others) };
}

/** What is wrong with a value for a setting, in a sentence; `null` when nothing is. */
export function settingProblem(key: keyof Settings, value: unknown): string | null {
  const [isSound, wanted] = demandOf(key);
  return isSound(value) ? null : `“${key}” must be ${wanted}.`;
}

/** What a value must be: a test, and how that is said. */
type Demand = readonly [isSound: (value: unknown) => boolean, wanted: string];

const PAIRS: Demand = [(value) => isListOf(value, isPair), 'a list of pairs of texts'];

/** What is asked of single settings. */
const DEMANDS: Readonly<Partial<Record<keyof Settings, Demand>>> = {
  notSame: PAIRS,
  mergedNames: PAIRS,
  rules: [(value) => isListOf(value, isRule), 'a list of rules'],
  staleWeeks: [(value) => isCount(value) && value <= 520, 'a whole number from 0 to 520'],
  dayLimit: [isCount, '0 or a whole number above'],
  weekStart: oneOf('locale', '0', '1', '6'),
  density: oneOf('comfortable', 'compact'),
};

function demandOf(key: keyof Settings): Demand {
  const fallback = DEFAULT_SETTINGS[key];
  if (key.endsWith('Symbol')) return [isSymbol, 'exactly one character'];
  if (key.endsWith('Tag')) return [isTag, `a tag such as ${DEFAULT_SETTINGS.proposedTag}`];
  if (DEMANDS[key]) return DEMANDS[key];
  if (Array.isArray(fallback)) return [(value) => isListOf(value, isText), 'a list of texts'];
  return [(value) => typeof value === typeof fallback, `a ${typeof fallback}`];
}

function isRule(value: unknown): value is DecideRule {
  return readRule(value) !== null;
}

function isSymbol(value: unknown): boolean {
  return isText(value) && [...value].length === 1 && !/[\r\n\u2028\u2029]/.test(value);
}

function isTag(value: unknown): boolean {
  return isText(value) && /^#[^\s!@#$%^&*(),.?":{}|<>]+$/.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function oneOf(...values: readonly unknown[]): Demand {
  return [(value) => values.includes(value), `one of ${values.join(', ')}`];
}

function isPair(value: unknown): value is NameMerge {
  return isListOf(value, isText) && value.length === 2;
}

function normalized(key: keyof Settings, value: unknown): unknown {
  if (key === 'notSame' || !Array.isArray(value)) return value;
  if (key === 'rules') return value.map(readRule);
  if (key === 'mergedNames') {
    const pairs = value.filter(isPair).map((pair) => pair.map((name) => name.trim()));
    return pairs.filter((pair) => pair.every(nameKey));
  }
  const texts = value.map((item) => String(item).trim());
  const paths = key === 'extraPaths' || key === 'excludedFolders';
  const clean = paths ? texts.map((path) => path.replace(/^\/+|\/+$/g, '')) : texts;
  return [...new Set(clean.filter(Boolean))];
}

/** Two states that have one symbol. */
function symbolClash(settings: Record<string, unknown>): (keyof Settings)[] | undefined {
  const users = groupBy(SYMBOLS, (key) => settings[key]);
  return [...users.values()].find((keys) => keys.length > 1);
}

/** Settings that change what is read from notes; all others only change how that is shown, or what is done. */
const READING_KEYS: readonly (keyof Settings)[] = [
  ...(Object.keys(DEFAULT_MARKS) as (keyof LineMarks)[]),
  'noteTypes',
  'extraPaths',
  'excludedFolders',
  'ownNames',
];

/** Equal for settings with which notes are read in the same way. */
export function readingKey(settings: Settings): string {
  return JSON.stringify(settings, READING_KEYS as string[]);
}

/** The keys by which the user's own names are recognised. */
export function ownNameKeys(settings: Settings): ReadonlySet<string> {
  return new Set(settings.ownNames.map(nameKey));
}

/** The rules for lines. `tasks` are the settings of the Tasks plugin, `null` in a vault without it. */
export function lineRules(settings: Settings, tasks: TasksSettings | null): LineRules {
  const ownStatuses: Status[] = [
    makeStatus(settings.startedSymbol, 'In progress', settings.doneSymbol, 'IN_PROGRESS'),
    makeStatus(settings.doneSymbol, 'Done', ' ', 'DONE'),
    makeStatus(settings.rejectedSymbol, 'Rejected', ' ', 'CANCELLED'),
  ];
  // Without Tasks, Obsidian's own view counts, to which X is as done as x.
  const alone: Status[] = [...TASKS_DEFAULTS, makeStatus('X', 'Done', ' ', 'DONE')];
  const statuses = new StatusRegistry([...ownStatuses, ...alone]);
  const own: LineRules = { ...DEFAULT_WAYS, ...settings, statuses };
  return tasks ? rulesWithTasks(own, tasks, ownStatuses) : own;
}

/** The weekday on which weeks begin. `localeStart` is what the locale says. */
export function weekStartOf(settings: Settings, localeStart: Weekday): Weekday {
  return settings.weekStart === 'locale' ? localeStart : (Number(settings.weekStart) as Weekday);
}
