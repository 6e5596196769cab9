/** How the benchmark measures: contenders take turns in one process, and only their ratios are compared. */

/** Median and quartiles. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** A line of the report. Times are milliseconds of work unless `unit` says otherwise. */
export interface Result {
  readonly part: string;
  readonly name: string;
  readonly value: Spread;
  readonly unit: string;
  /** The yardstick, and how many times its cost this was. */
  readonly against?: string;
  readonly ratio?: Spread;
  /** What is asked of the ratio, or of the value where there is no yardstick: at most this. */
  readonly limit?: number;
  /** Where the limit is a least, not a most. */
  readonly atLeast?: boolean;
}

/** The spread of values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** The 95th percentile. */
export function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
}

/** Collects what is garbage, where the process was started with `--expose-gc`. */
export function collect(most: 'minor' | 'all' = 'all'): void {
  (globalThis as { gc?: (options?: object) => void }).gc?.(most === 'minor' ? { type: 'minor' } : undefined);
}

/**
 * A clock that runs only while this process does, with all of its threads, in milliseconds. What else the machine
 * has to do counts only as far as it makes this process slower.
 */
export function workClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How long `run` works, in milliseconds. */
export function timeOf(run: () => unknown): number {
  const start = workClock();
  kept = run();
  return workClock() - start;
}

/** What was measured last, so that the engine cannot leave its making out. */
export let kept: unknown;

/** Things to time by name. They may be asynchronous; the time of the whole promise counts then. */
export type Contenders = Readonly<Record<string, () => unknown>>;

/** Times contenders in rounds; who begins rotates. The first round is for the compiler. */
export async function interleave(contenders: Contenders, rounds: number): Promise<Map<string, number[]>> {
  const names = Object.keys(contenders);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + Math.max(0, round)) % names.length] ?? '';
      collect('minor');
      const start = workClock();
      kept = await contenders[name]?.();
      const spent = workClock() - start;
      if (round >= 0) times.get(name)?.push(spent);
    }
  }
  return times;
}

/** Ratios of each round. */
export function ratios(times: ReadonlyMap<string, readonly number[]>, name: string, against: string): Spread {
  const other = times.get(against) ?? [];
  return spreadOf((times.get(name) ?? []).map((time, round) => time / (other[round] ?? Number.NaN)));
}

/** A result in one line. */
export function describe(result: Result): string {
  const { part, name, value, unit, against, ratio, limit } = result;
  const verdict = limit === undefined ? '' : isWithin(result) ? '  ok' : '  OVER';
  const asked = limit === undefined ? '' : `  (asked: ${result.atLeast ? '≥' : '≤'} ${limit})`;
  const times = ratio && against ? `  ${range(ratio)} × ${against}` : '';
  return `${part.padEnd(10)} ${name.padEnd(46)} ${`${range(value)} ${unit}`.padEnd(30)}${times}${asked}${verdict}`;
}

/** Whether a result keeps its limit. */
export function isWithin({ value, ratio, limit, atLeast }: Result): boolean {
  if (limit === undefined) return true;
  const median = (ratio ?? value).median;
  return atLeast ? median >= limit : median <= limit;
}

function range({ median, low, high }: Spread): string {
  const short = (value: number): string =>
    value >= 100 ? Math.round(value).toString() : value.toPrecision(3).replace(/\.?0+$/, '');
  return low === high ? short(median) : `${short(median)} [${short(low)}..${short(high)}]`;
}
