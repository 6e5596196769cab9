/**
 * A pass through tasks, one at a time: the queue is frozen when it begins, so that nothing which happens to the
 * notes moves the card under the finger. A pass is data; it can be stored and gone on with another day.
 */

import { lastOf } from '../shared/collect';
import { asRecord, asText, isListOf, isText } from '../shared/stored';

/** What was decided on a task. `D` are the kinds of decisions of a pass. */
export interface Decision<D extends string = string> {
  readonly key: string;
  readonly what: D;
  /** What else there is to say about it, for a report: the new day of a task, say. Empty for nothing. */
  readonly detail: string;
}

/** A pass. All functions here return a new one. */
export interface Pass<D extends string = string> {
  /** Keys of the tasks (`taskKey`), in the order in which they are shown. Never changes. */
  readonly queue: readonly string[];
  /** Which of them is shown, from 0; the length of the queue when the pass is at its end. */
  readonly position: number;
  /** In the order in which they were made; at most one a task. */
  readonly decisions: readonly Decision<D>[];
}

/** How far a pass is. */
export interface PassProgress {
  readonly total: number;
  readonly decided: number;
  /** Tasks from here on on which nothing was decided, this one included. */
  readonly left: number;
}

/** Tells whether a task is still to be found. What is gone, or was changed elsewhere, is passed over. */
export type IsThere = (key: string) => boolean;

/** Begins a pass through tasks; a key that comes twice counts once. */
export function startPass<D extends string>(keys: Iterable<string>): Pass<D> {
  return { queue: [...new Set(keys)], position: 0, decisions: [] };
}

/** The task that is shown; `null` at the end. */
export function currentKey(pass: Pass): string | null {
  return pass.queue[pass.position] ?? null;
}

/** Notes what was decided on the task that is shown, and goes on to the next open one. */
export function decide<D extends string>(pass: Pass<D>, what: D, isThere: IsThere, detail = ''): Pass<D> {
  const key = currentKey(pass);
  if (key === null) return pass;
  const others = pass.decisions.filter((decision) => decision.key !== key);
  return skip({ ...pass, decisions: [...others, { key, what, detail }] }, isThere);
}

/** Goes on to the next open task and decides nothing. */
export function skip<D extends string>(pass: Pass<D>, isThere: IsThere): Pass<D> {
  return settle({ ...pass, position: pass.position + 1 }, isThere);
}

/** Goes back to the open task before; stays where there is none. */
export function back<D extends string>(pass: Pass<D>, isThere: IsThere): Pass<D> {
  const position = pass.queue.slice(0, pass.position).map(openIn(pass, isThere)).lastIndexOf(true);
  return position < 0 ? pass : { ...pass, position };
}

/** Takes the last decision back and shows its task: for when its change was undone. */
export function takeBack<D extends string>(pass: Pass<D>): Pass<D> {
  const last = lastOf(pass.decisions);
  if (!last) return pass;
  return { ...pass, position: pass.queue.indexOf(last.key), decisions: pass.decisions.slice(0, -1) };
}

/** Stays on the task that is shown if it is open, else goes on to the next that is. */
export function settle<D extends string>(pass: Pass<D>, isThere: IsThere): Pass<D> {
  const ahead = pass.queue.slice(pass.position).findIndex(openIn(pass, isThere));
  return { ...pass, position: ahead < 0 ? pass.queue.length : pass.position + ahead };
}

/** Follows a task whose line says something else now, and whose key is another one. */
export function rekey<D extends string>(pass: Pass<D>, from: string, to: string): Pass<D> {
  return { ...pass, queue: pass.queue.map((key) => (key === from ? to : key)) };
}

/** How many minutes the rest takes at the pace of those `decided` in so many milliseconds; `null` while nobody can tell. */
export function minutesLeft(left: number, decided: number, elapsed: number): number | null {
  return decided < 3 ? null : Math.max(1, Math.round((left * elapsed) / decided / 60_000));
}

/** Begins again with what was skipped. */
export function restart<D extends string>(pass: Pass<D>, isThere: IsThere): Pass<D> {
  return settle({ ...pass, position: 0 }, isThere);
}

/** How far a pass is. */
export function progress(pass: Pass, isThere: IsThere): PassProgress {
  const left = pass.queue.slice(pass.position).filter(openIn(pass, isThere)).length;
  return { total: pass.queue.length, decided: pass.decisions.length, left };
}

/** How often a kind of decision was made. */
export function countDecided<D extends string>(pass: Pass<D>, kind: D): number {
  return pass.decisions.filter(({ what }) => what === kind).length;
}

/** Reads a stored pass; `null` for anything that is none. Decisions of unknown kinds are left out. */
export function readPass<D extends string>(stored: unknown, kinds: readonly D[]): Pass<D> | null {
  const { queue, position, decisions } = asRecord(stored);
  if (!isListOf(queue, isText) || !Number.isInteger(position) || !Array.isArray(decisions)) return null;
  const known = new Set(queue);
  const kept = decisions.flatMap((decision): Decision<D>[] => {
    const { key, what, detail } = asRecord(decision);
    const kind = kinds.find((one) => one === what);
    return isText(key) && kind && known.delete(key) ? [{ key, what: kind, detail: asText(detail) }] : [];
  });
  return {
    queue: [...new Set(queue)],
    position: Math.min(Math.max(0, Number(position)), queue.length),
    decisions: kept,
  };
}

/** Tells of which tasks nothing was decided on. */
function openIn(pass: Pass, isThere: IsThere): IsThere {
  const decided = new Set(pass.decisions.map(({ key }) => key));
  return (key) => !decided.has(key) && isThere(key);
}
