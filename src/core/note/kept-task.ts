/** Tasks as the index keeps them: small, with what many of them share kept once, and without holding a note's text. */
import type { Owners } from '../line/owner';
import { ownCopy, Pool } from '../shared/pool';
import type { TaskItem } from './task-item';

/** What many tasks have in common, each to be kept once. */
type Traits = Pick<TaskItem, 'symbol' | 'state' | 'tags' | 'priority' | 'recurs' | 'problems'>;
type Days = Pick<TaskItem, 'due' | 'scheduled' | 'start' | 'done' | 'cancelled'>;

const texts = new Pool<string>();
const lists = new Pool<readonly string[]>();
const traits = new Pool<Traits>();
const owners = new Pool<Owners>();
const days = new Pool<Days>();

/** The same text, the same object for all who ask. */
export function sharedText(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const own = ownCopy(text);
  return texts.add(own, own);
}

/** A task in the form in which it is kept. */
export function keptTask(item: TaskItem): TaskItem {
  return new KeptTask(item, sharedPartsOf(item));
}

/** What a task shares with others; together with its place and its line that is all of it. */
export interface SharedParts {
  readonly traits: Traits;
  readonly owners: Owners;
  readonly days: Days;
}

/** The shared parts of a task that is kept. */
export function sharedPartsOf(item: TaskItem): SharedParts {
  return { traits: sharedTraits(item), owners: sharedOwners(item.owners), days: sharedDays(item) };
}

/** Copies of shared parts, as they come from a store, by what they are copies of. */
const originals = new WeakMap<object, object>();

function original<T extends object>(copy: T, find: (copy: T) => T): T {
  const known = originals.get(copy);
  if (known) return known as T;
  const found = find(copy);
  originals.set(copy, found);
  return found;
}

/** A task put together again. */
export function joinedTask(
  place: Pick<TaskItem, 'path' | 'line' | 'source' | 'heading' | 'ordinal' | 'text'>,
  { traits: ownTraits, owners: ownOwners, days: ownDays }: SharedParts,
): TaskItem {
  return new KeptTask(place, {
    traits: original(ownTraits, sharedTraits),
    owners: original(ownOwners, sharedOwners),
    days: original(ownDays, sharedDays),
  });
}

class KeptTask implements TaskItem {
  readonly path: string;
  readonly line: number;
  readonly source: string;
  readonly heading: string;
  readonly ordinal: number;
  readonly text: string;
  readonly owners: Owners;
  private readonly traits: Traits;
  private readonly days: Days;

  constructor(
    item: Pick<TaskItem, 'path' | 'line' | 'source' | 'heading' | 'ordinal' | 'text'>,
    { traits: ownTraits, owners: ownOwners, days: ownDays }: SharedParts,
  ) {
    this.path = item.path;
    this.line = item.line;
    this.source = item.source;
    this.heading = item.heading;
    this.ordinal = item.ordinal;
    this.text = item.text;
    this.owners = ownOwners;
    this.traits = ownTraits;
    this.days = ownDays;
  }

  get symbol() {
    return this.traits.symbol;
  }
  get state() {
    return this.traits.state;
  }
  get tags() {
    return this.traits.tags;
  }
  get priority() {
    return this.traits.priority;
  }
  get recurs() {
    return this.traits.recurs;
  }
  get problems() {
    return this.traits.problems;
  }
  get due() {
    return this.days.due;
  }
  get scheduled() {
    return this.days.scheduled;
  }
  get start() {
    return this.days.start;
  }
  get done() {
    return this.days.done;
  }
  get cancelled() {
    return this.days.cancelled;
  }
}

function sharedTraits({ symbol, state, tags, priority, recurs, problems }: Traits): Traits {
  const key = `${symbol}${state} ${priority} ${recurs} ${tags.join(' ')}`;
  // What is wrong with a line is seldom wrong with another one in the same words.
  const known = problems.length === 0 ? traits.get(key) : undefined;
  if (known) return known;
  const made: Traits = { symbol, state, priority, recurs, problems, tags: sharedList(tags) };
  return problems.length === 0 ? traits.add(ownCopy(key), made) : made;
}

function sharedOwners({ kind, names, mine }: Owners): Owners {
  const key = `${kind}${names.join('\n')}`;
  return owners.get(key) ?? owners.add(ownCopy(key), { kind, names: sharedList(names), mine });
}

/** The same list, the same object for all who ask. */
export function sharedList(list: readonly string[]): readonly string[] {
  const key = list.join('\n');
  return lists.get(key) ?? lists.add(ownCopy(key), list.map(sharedText));
}

function sharedDays({ due, scheduled, start, done, cancelled }: Days): Days {
  const others = scheduled ?? start ?? done ?? cancelled;
  // Most tasks have one day or none: no new text need be made for them.
  const key = others
    ? `${due ?? ''} ${scheduled ?? ''} ${start ?? ''} ${done ?? ''} ${cancelled ?? ''}`
    : (due ?? '');
  return (
    days.get(key) ??
    days.add(key, { due, scheduled, start, done, cancelled })
  );
}
