/** The settings: what they are, what they are at first, and how stored ones are read, whatever is in the file. */
import type { Weekday } from './date/day';
import type { NameMerge } from './index/people';
import { nameKey } from './line/owner';
import { defaultRules, type LineRules } from './line/rules';
import { type DecideRule, readRule } from './triage/rules';
import { type Status, StatusRegistry, TASKS_DEFAULTS } from './line/status';
import { rulesWithTasks, type TasksSettings } from './line/tasks-settings';
import type { ScopeRules } from './note/scope';

/** Everything the user can set. Stored as one flat JSON object. */
export interface Settings extends ScopeRules {
  /** Raised when the meaning of a stored value changes. */
  readonly version: 1;
  /** Under which names the user goes in the notes, besides `@Myself` and `@Me`. */
  readonly ownNames: readonly string[];
  /** Pairs of texts that look like copies and are none. */
  readonly notSame: readonly (readonly [string, string])[];
  /** Spellings of people, each with the name as which it counts. */
  readonly mergedNames: readonly NameMerge[];
  readonly proposedSymbol: string;
  readonly acceptedSymbol: string;
  readonly startedSymbol: string;
  readonly doneSymbol: string;
  readonly rejectedSymbol: string;
  readonly proposedTag: string;
  readonly duplicateTag: string;
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
  proposedSymbol: '?',
  acceptedSymbol: ' ',
  startedSymbol: '/',
  doneSymbol: 'x',
  rejectedSymbol: '-',
  proposedTag: '#proposed',
  duplicateTag: '#duplicate',
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

/** Reads stored settings. A value that cannot be used falls back to its default and is named. */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === null || stored === undefined)
    return { settings: DEFAULT_SETTINGS, problems: [], others: {} };
  if (typeof stored !== 'object' || Array.isArray(stored)) {
    return {
      settings: DEFAULT_SETTINGS,
      problems: ['The settings file holds no settings; the defaults are used.'],
      others: {},
    };
  }
  const problems: string[] = [];
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const key of Object.keys(DEFAULT_SETTINGS)) {
    if (key === 'version' || !Object.prototype.hasOwnProperty.call(stored, key)) continue;
    const value: unknown = (stored as Record<string, unknown>)[key];
    const problem = settingProblem(key as keyof Settings, value);
    if (problem === null) settings[key] = normalized(key as keyof Settings, value);
    else problems.push(`${problem} The default is used instead.`);
  }
  problems.push(...symbolClashes(settings));
  const others = Object.fromEntries(
    Object.entries(stored).filter(([key]) => !Object.keys(DEFAULT_SETTINGS).includes(key)),
  );
  return { settings: settings as unknown as Settings, problems, others };
}

/** What is wrong with a value for a setting, in a sentence; `null` when nothing is. */
export function settingProblem(key: keyof Settings, value: unknown): string | null {
  const fallback = DEFAULT_SETTINGS[key];
  if (key === 'notSame' || key === 'mergedNames') {
    return Array.isArray(value) && value.every(isPair) ? null : `“${key}” must be a list of pairs of texts.`;
  }
  if (key === 'rules') {
    const sound = Array.isArray(value) && value.every((rule) => readRule(rule));
    return sound ? null : `“${key}” must be a list of rules.`;
  }
  if (Array.isArray(fallback)) {
    const sound = Array.isArray(value) && value.every((item) => typeof item === 'string');
    return sound ? null : `“${key}” must be a list of texts.`;
  }
  if (typeof value !== typeof fallback) return `“${key}” must be a ${typeof fallback}.`;
  if (key.endsWith('Symbol')) {
    const sound = [...String(value)].length === 1 && !/[\r\n\u2028\u2029]/.test(String(value));
    return sound ? null : `“${key}” must be exactly one character.`;
  }
  if (key.endsWith('Tag')) {
    const sound = /^#[^\s!@#$%^&*(),.?":{}|<>]+$/.test(String(value));
    return sound ? null : `“${key}” must be a tag such as ${DEFAULT_SETTINGS.proposedTag}.`;
  }
  if (key === 'staleWeeks') {
    const sound = Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 520;
    return sound ? null : `“${key}” must be a whole number from 0 to 520.`;
  }
  if (key === 'weekStart' && !['locale', '0', '1', '6'].includes(String(value))) {
    return `“${key}” must be locale, 0, 1 or 6.`;
  }
  if (key === 'dayLimit' && !(Number.isInteger(value) && Number(value) >= 0)) {
    return `“${key}” must be 0 or a whole number above.`;
  }
  if (key === 'density' && value !== 'comfortable' && value !== 'compact') {
    return `“${key}” must be comfortable or compact.`;
  }
  return null;
}

function isPair(value: unknown): value is NameMerge {
  return Array.isArray(value) && value.length === 2 && value.every((text) => typeof text === 'string');
}

function normalized(key: keyof Settings, value: unknown): unknown {
  if (!Array.isArray(value) || key === 'notSame') return value;
  if (key === 'rules') return value.map(readRule);
  if (key === 'mergedNames') {
    const pairs = value.filter(isPair).map(([spelling, name]) => [spelling.trim(), name.trim()] as const);
    return pairs.filter(([spelling, name]) => nameKey(spelling) !== '' && nameKey(name) !== '');
  }
  const texts = value.map((item) => String(item).trim());
  const paths = key === 'extraPaths' || key === 'excludedFolders';
  const clean = paths ? texts.map((path) => path.replace(/^\/+|\/+$/g, '')) : texts;
  return [...new Set(clean.filter((text) => text !== ''))];
}

function symbolClashes(settings: Record<string, unknown>): string[] {
  const keys = ['proposedSymbol', 'acceptedSymbol', 'startedSymbol', 'doneSymbol', 'rejectedSymbol'];
  const seen = new Map<unknown, string>();
  const clashes: string[] = [];
  for (const key of keys) {
    const other = seen.get(settings[key]);
    if (other) {
      clashes.push(`“${key}” and “${other}” are the same character. The defaults are used instead.`);
      for (const reset of keys) settings[reset] = DEFAULT_SETTINGS[reset as keyof Settings];
      break;
    }
    seen.set(settings[key], key);
  }
  return clashes;
}

/** Settings that only change how things are shown; all others change what is read from notes. */
const SHOWN_ONLY: ReadonlySet<string> = new Set<keyof Settings>([
  'mergedNames',
  'notSame',
  'weekStart',
  'density',
  'singleKeys',
  'statusBar',
]);

/** Equal for settings with which notes are read in the same way. */
export function readingKey(settings: Settings): string {
  return JSON.stringify(settings, (key, value: unknown) => (SHOWN_ONLY.has(key) ? undefined : value));
}

/** The keys by which the user's own names are recognised. */
export function ownNameKeys(settings: Settings): ReadonlySet<string> {
  return new Set(settings.ownNames.map(nameKey));
}

/** The rules for lines. `tasks` are the settings of the Tasks plugin, `null` in a vault without it. */
export function lineRules(settings: Settings, tasks: TasksSettings | null): LineRules {
  const ownStatuses: Status[] = [
    { symbol: settings.startedSymbol, name: 'In progress', next: settings.doneSymbol, type: 'IN_PROGRESS' },
    { symbol: settings.doneSymbol, name: 'Done', next: ' ', type: 'DONE' },
    { symbol: settings.rejectedSymbol, name: 'Rejected', next: ' ', type: 'CANCELLED' },
  ];
  // Without Tasks, Obsidian's own view counts, to which X is as done as x.
  const alone: Status[] = [...TASKS_DEFAULTS, { symbol: 'X', name: 'Done', next: ' ', type: 'DONE' }];
  const own: LineRules = {
    ...defaultRules(new StatusRegistry([...ownStatuses, ...alone])),
    proposedSymbol: settings.proposedSymbol,
    acceptedSymbol: settings.acceptedSymbol,
    startedSymbol: settings.startedSymbol,
    doneSymbol: settings.doneSymbol,
    rejectedSymbol: settings.rejectedSymbol,
    proposedTag: settings.proposedTag,
    duplicateTag: settings.duplicateTag,
  };
  return tasks ? rulesWithTasks(own, tasks, ownStatuses) : own;
}

/** The weekday on which weeks begin. `localeStart` is what the locale says. */
export function weekStartOf(settings: Settings, localeStart: Weekday): Weekday {
  return settings.weekStart === 'locale' ? localeStart : (Number(settings.weekStart) as Weekday);
}
