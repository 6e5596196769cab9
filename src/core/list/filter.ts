/**
 * The filter of a list: words that must stand in a task or its meeting, and conditions such as
 * `owner:ana due:<2025-12-01 priority:high copies:>2 note:retro`. A `-` before either means "not".
 */
import { type Day, daysBetween } from '../date/day';
import { compareText } from '../group/order';
import { PRIORITIES } from '../line/format';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem } from '../note/task-item';

/** What conditions need to know besides the task. */
export interface FilterContext {
  readonly today: Day;
  readonly factsOf: (path: string) => NoteFacts | undefined;
  /** The owners of a task as they are shown. */
  readonly ownerLabel: (item: TaskItem) => string;
  /** How many proposals say the same as this one, itself counted. */
  readonly copiesOf: (item: TaskItem) => number;
}

/** Whether a task fits. */
type Test = (item: TaskItem, context: FilterContext) => boolean;

/** What can be typed besides words, and what it finds, for the help. */
export const FILTER_HELP = [
  ['owner:ana', 'Whose it is; also me, nobody'],
  ['due:<today', 'Due before today; also a day, a month, none'],
  ['overdue:>30 age:>60', 'More than 30 days overdue, 60 since the meeting'],
  ['priority:>=high copies:>2', 'High or higher; more than two copies'],
  ['note: meeting: with:', 'Words of the path, the title, the people'],
  ['-word "two words"', 'Without a word; words that belong together'],
] as const;

/** The words of a query. */
export function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Leaves of tasks those that fit a query; where all do, the very list that it is given. */
export type Filter = (items: readonly TaskItem[]) => readonly TaskItem[];

/** The filter for a query; an empty query leaves all. */
export function makeFilter(query: string, context: FilterContext): Filter {
  const tests = readQuery(query);
  if (tests.length === 0) return (items) => items;
  // The tasks of a note mostly come one after the other, so its facts are asked for once.
  let path = '';
  let facts: NoteFacts | undefined;
  const near: FilterContext = {
    ...context,
    factsOf(of) {
      if (of !== path) facts = context.factsOf((path = of));
      return facts;
    },
  };
  const fits = (item: TaskItem): boolean => tests.every((test) => test(item, near));
  return (items) => {
    path = '';
    const found = items.filter(fits);
    return found.length === items.length ? items : found;
  };
}

/** Whether all that fits a query also fits one that is what it begins with, as while it is typed. */
function isNarrower(query: string, than: string): boolean {
  return query.startsWith(than) && /^[\p{L}\d ]*$/u.test(query);
}

/** What finds the things for a query, and the query of which it is a part. */
interface Step<F> {
  readonly query: string;
  readonly find: F;
  readonly wider: Step<F> | null;
}

/**
 * Finds as a query is typed: with each letter more only what was left before is looked at, and with a letter less
 * nothing. `narrow` makes what finds in what another one has found; `all` finds everything.
 */
export function makeTyped<F>(all: F, narrow: (query: string, wider: F) => F): (query: string) => F {
  let step: Step<F> = { query: '', find: all, wider: null };
  return (query) => {
    while (step.wider && step.query !== query && !isNarrower(query, step.query)) step = step.wider;
    if (step.query !== query) step = { query, find: narrow(query, step.find), wider: step };
    return step.find;
  };
}

function readQuery(query: string): Test[] {
  // "two words" belong together, also behind a colon.
  const parts = query.toLowerCase().match(/-?(?:[a-z]+:)?"[^"]*"?|\S+/g) ?? [];
  return parts.flatMap((part) => {
    const negated = part.length > 1 && part.startsWith('-');
    const test = readPart(part.slice(negated ? 1 : 0));
    if (!test) return [];
    return [negated ? (item: TaskItem, context: FilterContext) => !test(item, context) : test];
  });
}

function readPart(part: string): Test | null {
  const colon = part.indexOf(':');
  const value = part.slice(colon + 1).replace(/"/g, '');
  if (colon > 0) {
    const condition = readCondition(part.slice(0, colon), value);
    if (condition) return condition;
  }
  const word = part.replace(/"/g, '');
  if (word === '') return null;
  // An expression compares without case as it goes; a text in lower case for each task would have to be made.
  const pattern = new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/i/g, '[iİ]'), 'iu');
  const fits = (text: string): boolean => pattern.test(text);
  // Many tasks have the same owners and tags.
  const known = new Map<readonly string[], boolean>();
  const fitsOne = (texts: readonly string[]): boolean => {
    let fitting = known.get(texts);
    if (fitting === undefined) known.set(texts, (fitting = texts.some(fits)));
    return fitting;
  };
  let facts: NoteFacts | undefined;
  let fitsNote = false;
  // The note comes first: where it fits, as it mostly does with the first letter, no text need be looked at.
  return (item, { factsOf }) => {
    const before = facts;
    facts = factsOf(item.path);
    if (!facts || facts !== before)
      fitsNote = fits(item.path) || (!!facts && [facts.title, ...facts.people].some(fits));
    return fitsNote || fits(item.text) || fitsOne(item.owners.names) || fitsOne(item.tags);
  };
}

/** The condition; `null` for what is none, which is then looked for as a word. */
function readCondition(field: string, value: string): Test | null {
  const read = CONDITIONS.get(field);
  if (!read) return null;
  // A condition that is still being typed hides nothing.
  return value === '' ? () => true : read(value);
}

const holds = (text: string | undefined, value: string): boolean =>
  text?.toLowerCase().includes(value) ?? false;

/** By the words before a colon. */
const CONDITIONS = new Map<string, (value: string) => Test | null>(
  Object.entries({
    owner: (value) => {
      if (value === 'me') return (item) => item.owners.mine;
      if (value === 'nobody') return (item) => item.owners.kind === value;
      return (item, { ownerLabel }) => holds(ownerLabel(item), value);
    },
    due: readDue,
    priority: readPriority,
    copies: (value) => numberTest(value, (item, { copiesOf }) => copiesOf(item)),
    note: (value) => (item) => holds(item.path, value),
    meeting:
      (value) =>
      (item, { factsOf }) =>
        holds(factsOf(item.path)?.title, value),
    with:
      (value) =>
      (item, { factsOf }) =>
        factsOf(item.path)?.people.some((person) => holds(person, value)) ?? false,
    overdue: (value) => numberTest(value, ({ due }, { today }) => (due ? daysBetween(today, due) : null)),
    age: (value) =>
      numberTest(value, (item, { factsOf, today }) => {
        const date = factsOf(item.path)?.date;
        return date ? daysBetween(today, date) : null;
      }),
  }),
);

function readDue(value: string): Test | null {
  if (value === 'none') return (item) => item.due === null;
  if (value === 'any') return (item) => item.due !== null;
  if (value === 'overdue') return (item, { today }) => item.due !== null && item.due < today;
  const [sign, wanted] = readCompared(value, 'today|\\d{4}(?:-\\d{2}(?:-\\d{2})?)?');
  if (!wanted) return null;
  return ({ due }, { today }) => {
    if (!due) return false;
    const day = wanted === 'today' ? today : wanted;
    // A month or a year stands for all of its days.
    return compare(compareText(due.slice(0, day.length), day), sign);
  };
}

function readPriority(value: string): Test | null {
  const [sign, name] = readCompared(value, '[a-z]+');
  const wanted = PRIORITIES.findIndex((priority) => (priority ?? 'none') === name);
  if (wanted < 0) return null;
  // The list begins with the highest, and "more than high" means higher.
  return (item) => compare(wanted - PRIORITIES.indexOf(item.priority), sign);
}

function numberTest(
  value: string,
  read: (item: TaskItem, context: FilterContext) => number | null,
): Test | null {
  const [sign, wanted] = readCompared(value, '\\d{1,6}');
  if (!wanted) return null;
  return (item, context) => {
    const number = read(item, context);
    return number !== null && compare(number - Number(wanted), sign);
  };
}

/** A sign and what stands behind it; the latter is empty where it is not of that form. */
function readCompared(value: string, form: string): [sign: string, wanted: string] {
  const [, sign = '=', wanted = ''] = new RegExp(`^(<=?|>=?|=)?(${form})$`).exec(value) ?? [];
  return [sign, wanted];
}

function compare(difference: number, sign: string): boolean {
  if (difference === 0) return sign.endsWith('=');
  return sign.startsWith(difference < 0 ? '<' : '>');
}
