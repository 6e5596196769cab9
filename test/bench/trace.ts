/** Reads a trace of Chromium: the long tasks of the page's main thread, and what ran in them. */

/** An event of a trace; times are microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly id?: string;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
  };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly functionName: string; readonly url?: string; readonly lineNumber?: number };
}

/** A task of the main thread; times are milliseconds. */
export interface LongTask {
  /** That of the thread. */
  readonly time: number;
  /** That of the clock on the wall. */
  readonly wall: number;
  /** Since the trace began. */
  readonly at: number;
  /** The way down to where most of the time went. */
  readonly parts: readonly { readonly name: string; readonly time: number }[];
  /** Collecting garbage. */
  readonly gc: number;
}

interface Sample {
  readonly ts: number;
  readonly delta: number;
  readonly node: number;
}

/** The tasks of the main thread of the page that runs the script named so, the longest first. */
export function longTasks(
  events: readonly TraceEvent[],
  script: string,
): { tasks: LongTask[]; total: number } {
  const { nodes, samples, pid } = profileOf(events, script);
  const main = events.find(
    (event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain' && event.pid === pid,
  )?.tid;
  const own = events.filter((event) => event.pid === pid && event.tid === main && event.ph === 'X');
  const begin = Math.min(...own.slice(0, 1000).map(({ ts }) => ts));
  const collections = own.filter(
    ({ name }) => name === 'MinorGC' || name === 'MajorGC' || name === 'V8.GCScavenger',
  );
  const profiling = own.filter((event) => event.name === 'CpuProfiler::StartProfiling');
  let total = 0;
  const tasks: LongTask[] = [];
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    if (name !== 'RunTask') continue;
    if (profiling.some((event) => event.ts >= ts && event.ts < ts + dur)) continue;
    total += tdur / 1000;
    if (tdur < 8000) continue;
    const inside = samples.filter((sample) => sample.ts >= ts && sample.ts < ts + dur);
    const gc = collections
      .filter((event) => event.ts >= ts && event.ts < ts + dur && event.name !== 'V8.GCScavenger')
      .reduce((sum, event) => sum + (event.dur ?? 0), 0);
    tasks.push({
      time: tdur / 1000,
      wall: dur / 1000,
      at: (ts - begin) / 1000,
      parts: [...heaviestWay(inside, nodes), ...browserParts(own, ts, ts + dur)],
      gc: gc / 1000,
    });
  }
  return { tasks: tasks.sort((a, b) => b.time - a.time), total };
}

/** How long each function of a script ran in all, with what it called, in milliseconds; the longest first. */
export function timeByFunction(
  events: readonly TraceEvent[],
  script: string,
): [name: string, time: number][] {
  const { nodes, samples } = profileOf(events, script);
  const times = new Map<string, number>();
  for (const { delta, node } of samples) {
    const names = new Set<string>();
    for (let at = nodes.get(node); at; at = at.parent === undefined ? undefined : nodes.get(at.parent)) {
      const { functionName, url = '', lineNumber = 0 } = at.callFrame;
      const place = url.endsWith(script) ? '' : url === '' ? '' : ' (host)';
      names.add(`${functionName === '' ? `(${lineNumber + 1})` : functionName}${place}`);
    }
    for (const name of names) times.set(name, (times.get(name) ?? 0) + delta / 1000);
  }
  return [...times].sort(([, a], [, b]) => b - a);
}

function profileOf(events: readonly TraceEvent[], script: string) {
  // Of several processes the one counts whose profile knows the script.
  const byProcess = new Map<number, { nodes: Map<number, ProfileNode>; samples: Sample[]; ends: number }>();
  const chunks = events
    .filter(({ name }) => name === 'Profile' || name === 'ProfileChunk')
    .sort((a, b) => a.ts - b.ts);
  for (const { pid, args } of chunks) {
    const known = byProcess.get(pid) ?? { nodes: new Map<number, ProfileNode>(), samples: [], ends: 0 };
    byProcess.set(pid, known);
    const { data } = args;
    if (data?.startTime !== undefined) known.ends = data.startTime;
    for (const node of data?.cpuProfile?.nodes ?? []) known.nodes.set(node.id, node);
    const deltas = data?.timeDeltas ?? [];
    for (const [at, node] of (data?.cpuProfile?.samples ?? []).entries()) {
      const delta = deltas[at] ?? 0;
      known.ends += delta;
      known.samples.push({ ts: known.ends, delta, node });
    }
  }
  for (const [pid, { nodes, samples }] of byProcess) {
    if ([...nodes.values()].some(({ callFrame }) => callFrame.url?.endsWith(script))) {
      return { pid, nodes, samples };
    }
  }
  return { pid: -1, nodes: new Map<number, ProfileNode>(), samples: [] as Sample[] };
}

/** What the browser itself did in a stretch of time, the longest first. */
function browserParts(
  events: readonly TraceEvent[],
  from: number,
  to: number,
): { name: string; time: number }[] {
  const times = new Map<string, number>();
  for (const { name, ts, dur = 0 } of events) {
    if (ts < from || ts >= to || /RunTask|RunMicrotasks|FunctionCall|ProfileChunk/.test(name)) continue;
    times.set(name, (times.get(name) ?? 0) + dur / 1000);
  }
  const sorted = [...times].sort(([, a], [, b]) => b - a);
  return sorted
    .filter(([, time]) => time > 2)
    .slice(0, 4)
    .map(([name, time]) => ({ name: `[${name}]`, time }));
}

/** From the top down, each time the part that took most. */
function heaviestWay(
  samples: readonly Sample[],
  nodes: ReadonlyMap<number, ProfileNode>,
): { name: string; time: number }[] {
  interface Branch {
    time: number;
    readonly next: Map<string, Branch>;
  }
  const root: Branch = { time: 0, next: new Map() };
  for (const { delta, node } of samples) {
    const stack: string[] = [];
    for (let at = nodes.get(node); at; at = at.parent === undefined ? undefined : nodes.get(at.parent)) {
      const { functionName, lineNumber } = at.callFrame;
      stack.unshift(functionName === '' ? `(${(lineNumber ?? 0) + 1})` : functionName);
    }
    let branch = root;
    for (const name of stack.slice(1)) {
      const next = branch.next.get(name) ?? { time: 0, next: new Map<string, Branch>() };
      branch.next.set(name, next);
      next.time += delta / 1000;
      branch = next;
    }
  }
  const way: { name: string; time: number }[] = [];
  for (let branch = root; ;) {
    const [heaviest] = [...branch.next].sort(([, a], [, b]) => b.time - a.time);
    if (!heaviest || way.length > 9 || heaviest[1].time < 1.5) return way;
    way.push({ name: heaviest[0], time: heaviest[1].time });
    [, branch] = heaviest;
  }
}
