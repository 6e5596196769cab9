/** Counts what the plugin would find in a vault on disk. */
import type { Day, Weekday } from '../../src/core/date/day';
import type { Priority } from '../../src/core/line/format';
import type { OwnerKind } from '../../src/core/line/owner';
import { describeProblem } from '../../src/core/line/problems';
import { type NoteEntry, readNote } from '../../src/core/note/read-note';
import { isExcluded, isInScope, type ScopeRules } from '../../src/core/note/scope';
import type { TaskItem } from '../../src/core/note/task-item';
import { daysOfWeek } from '../../src/core/review/week';
import { readFrontmatter } from './frontmatter';
import { findNotes, mapNotes } from './note-files';
import { RULES } from './report-line';

/** Where to look, and from which day. */
export interface VaultOptions {
  readonly folder: string;
  /** `all` takes in every note. */
  readonly types: readonly string[] | 'all';
  readonly excludedFolders: readonly string[];
  readonly today: Day;
  readonly weekStart: Weekday;
}

/** A defect. `line` counts from 1; it is `null` where the whole file is meant. */
export interface VaultProblem {
  path: string;
  line: number | null;
  message: string;
}

/** What is there. Notes and tasks are those in scope; owners, priorities and dates are those of the proposals. */
export interface VaultReport {
  notes: number;
  tasks: number;
  proposals: number;
  byOwner: Record<OwnerKind, number>;
  byStatus: Record<string, number>;
  byPriority: Record<Priority | 'none', number>;
  overdue: number;
  dueThisWeek: number;
  /** Without a due date, or with an impossible one. */
  withoutDue: number;
  problems: VaultProblem[];
  milliseconds: number;
}

/** Reads a vault. What cannot be read is a problem, never an end. */
export async function reportVault(options: VaultOptions): Promise<VaultReport> {
  const started = performance.now();
  const problems: VaultProblem[] = [];
  const onFailure = ({ path, message }: { path: string; message: string }): void => {
    problems.push({ path, line: null, message });
  };
  const paths = await findNotes(options.folder, onFailure);
  const scope: ScopeRules = {
    noteTypes: options.types === 'all' ? [] : options.types,
    extraPaths: [],
    excludedFolders: options.excludedFolders,
  };
  const wanted = paths.filter((path) => !isExcluded(path, scope));
  const read = (path: string, text: string): NoteEntry | null => {
    const { frontmatter, problem } = readFrontmatter(text);
    if (problem) problems.push({ path, ...problem });
    if (options.types !== 'all' && !isInScope(path, frontmatter, scope)) return null;
    const source = { path, text, frontmatter, frontmatterBroken: problem !== null };
    return readNote(source, { line: RULES, ownNames: new Set() });
  };
  const entries = (await mapNotes(options.folder, wanted, read, onFailure)).filter((entry) => entry !== null);
  for (const { path, line, problems: found } of entries.flatMap((entry) => entry.tasks)) {
    for (const problem of found) problems.push({ path, line: line + 1, message: describeProblem(problem) });
  }
  problems.sort((a, b) => compareText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
  return { ...count(entries, options), problems, milliseconds: Math.round(performance.now() - started) };
}

function count(
  entries: readonly NoteEntry[],
  options: VaultOptions,
): Omit<VaultReport, 'problems' | 'milliseconds'> {
  const tasks = entries.flatMap((entry) => entry.tasks);
  const proposals = tasks.filter((task) => task.state === 'proposal');
  const week = new Set(daysOfWeek({ today: options.today, weekStart: options.weekStart, offset: 0 }));
  const having = (test: (task: TaskItem) => boolean): number => proposals.filter(test).length;
  const owned = (kind: OwnerKind): number => having((task) => task.owners.kind === kind);
  const ranked = (priority: Priority | null): number => having((task) => task.priority === priority);
  return {
    notes: entries.length,
    tasks: tasks.length,
    proposals: proposals.length,
    byOwner: { me: owned('me'), nobody: owned('nobody'), named: owned('named') },
    byStatus: tally(tasks.map((task) => task.symbol)),
    byPriority: {
      highest: ranked('highest'),
      high: ranked('high'),
      medium: ranked('medium'),
      none: ranked(null),
      low: ranked('low'),
      lowest: ranked('lowest'),
    },
    overdue: having(({ due }) => due !== null && due < options.today),
    dueThisWeek: having(({ due }) => due !== null && week.has(due)),
    withoutDue: having(({ due }) => due === null),
  };
}

function tally(symbols: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
