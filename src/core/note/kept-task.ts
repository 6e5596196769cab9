/** Tasks as the index keeps them: small, with what many of them share kept once, and without holding a note's text. */
import type { Owners } from '../line/owner';
import { Pool } from '../shared/pool';
import type { TaskItem } from './task-item';

/** What many tasks have in common, each to be kept once. */
type Traits = Pick<TaskItem, 'symbol' | 'state' | 'tags' | 'priority' | 'recurs' | 'problems'>;
type Days = Pick<TaskItem, 'due' | 'scheduled' | 'start' | 'done' | 'cancelled'>;

const texts = new Pool<string>();
const owners = new Pool<Owners>();
const days = new Pool<Days>();

/** The same text, the same object for all who ask. */
export function sharedText(text: string): string {
  return texts.of(text, (own) => own);
}

/** Where the words of a task stand in its line, as one small number; themselves where they are no part of it. */
export type Words = number | string;

const MOST_WORDS = 1 << 20;
const FARTHEST = 1 << 10;

/** The words of a line in the form in which they are kept; `from` is where they stand in it, -1 if they do not. */
export function keptWords(line: string, words: string, from = line.indexOf(words)): Words {
  return from >= 0 && from < FARTHEST && words.length < MOST_WORDS ? from * MOST_WORDS + words.length : words;
}

/** A kept task with other owners. */
export function withOwners(task: TaskItem, owners: Owners): TaskItem {
  return new KeptTask(task, wordsOf(task), { ...sharedPartsOf(task), owners: sharedOwners(owners) });
}

/** Where a task stands, and its line. */
export type TaskPlace = Pick<TaskItem, 'path' | 'line' | 'source' | 'heading' | 'ordinal'>;

/** What a task shares with others; together with its place and its words that is all of it. */
export interface SharedParts {
  readonly traits: Traits;
  readonly owners: Owners;
  readonly days: Days;
}

/** The shared parts of a task that is kept. */
export function sharedPartsOf(item: TaskItem): SharedParts {
  return { traits: sharedTraits(item), owners: sharedOwners(item.owners), days: sharedDays(item) };
}

/** The words of a task that is kept. */
export function wordsOf(item: TaskItem): Words {
  return item instanceof KeptTask ? item.words : item.text;
}

/** The part that is kept once, of a copy of it as it comes from a store. */
export function sharedCopy<T>(part: T): T {
  if (typeof part === 'string') return sharedText(part) as T;
  if (typeof part !== 'object' || part === null) return part;
  const shared =
    'mine' in part
      ? sharedOwners(part as unknown as Owners)
      : 'due' in part
        ? sharedDays(part as unknown as Days)
        : sharedTraits(part as unknown as Traits);
  return shared as T;
}

/** A task put together again of parts that are shared. */
export class KeptTask implements TaskItem {
  readonly path: string;
  readonly line: number;
  readonly source: string;
  readonly heading: string;
  readonly ordinal: number;
  readonly owners: Owners;
  readonly #traits: Traits;
  readonly #days: Days;

  constructor(
    place: TaskPlace,
    readonly words: Words,
    { traits: ownTraits, owners: ownOwners, days: ownDays }: SharedParts,
  ) {
    this.path = place.path;
    this.line = place.line;
    this.source = place.source;
    this.heading = place.heading;
    this.ordinal = place.ordinal;
    this.owners = ownOwners;
    this.#traits = ownTraits;
    this.#days = ownDays;
  }

  get text() {
    const { words, source } = this;
    if (typeof words === 'string') return words;
    const from = Math.floor(words / MOST_WORDS);
    return source.slice(from, from + (words % MOST_WORDS));
  }
  get symbol() {
    return this.#traits.symbol;
  }
  get state() {
    return this.#traits.state;
  }
  get tags() {
    return this.#traits.tags;
  }
  get priority() {
    return this.#traits.priority;
  }
  get recurs() {
    return this.#traits.recurs;
  }
  get problems() {
    return this.#traits.problems;
  }
  get due() {
    return this.#days.due;
  }
  get scheduled() {
    return this.#days.scheduled;
  }
  get start() {
    return this.#days.start;
  }
  get done() {
    return this.#days.done;
  }
  get cancelled() {
    return this.#days.cancelled;
  }
}

/** The same traits, the same object for all who ask. */
export function sharedTraits({ symbol, state, tags, priority, recurs, problems }: Traits): Traits {
  const list = keptList(tags);
  const isKept = problems.length === 0;
  if (isKept) {
    for (const known of list.traits) {
      const isSame = known.symbol === symbol && known.state === state;
      if (isSame && known.priority === priority && known.recurs === recurs) return known;
    }
  }
  const made = { symbol, state, priority, recurs, problems, tags: list.texts };
  // What is wrong with a line is seldom wrong with another one in the same words.
  if (isKept) list.traits.push(made);
  return made;
}

/** The same owners, the same object for all who ask. */
export function sharedOwners({ kind, names, mine }: Owners): Owners {
  const key = `${kind}${names.join('\n')}`;
  return owners.of(key, () => ({ kind, names: sharedList(names), mine }));
}

/** The same list, the same object for all who ask. */
export function sharedList(list: readonly string[]): readonly string[] {
  return keptList(list).texts;
}

/** A list with what lines with just these tags have in common, and the lists that have one text more. */
interface KeptList {
  readonly texts: readonly string[];
  readonly traits: Traits[];
  longer: Pool<KeptList> | null;
}

const LONGEST_LIST = 12;
const makeList = (texts: readonly string[]): KeptList => ({ texts, traits: [], longer: null });
const noTexts = makeList([]);

function keptList(list: readonly string[]): KeptList {
  // A list so long is like no other, and each beginning of it would be kept too.
  if (list.length > LONGEST_LIST) return makeList(list.slice());
  // From text to text, because to make one of them all would cost more than everything else here.
  let kept = noTexts;
  for (const text of list) {
    const { texts } = kept;
    kept = (kept.longer ??= new Pool()).of(text, (own) => makeList([...texts, own]));
  }
  return kept;
}

/** The same days, the same object for all who ask. */
export function sharedDays({ due, scheduled, start, done, cancelled }: Days): Days {
  const others = scheduled ?? start ?? done ?? cancelled;
  // Most tasks have one day or none: no new text need be made for them.
  const key = others
    ? `${due ?? ''} ${scheduled ?? ''} ${start ?? ''} ${done ?? ''} ${cancelled ?? ''}`
    : (due ?? '');
  return days.of(key, () => ({ due, scheduled, start, done, cancelled }));
}
