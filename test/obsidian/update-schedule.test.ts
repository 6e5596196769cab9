// How often a view is shown anew, by a clock that stands still but for what is done.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedStatus } from '../../src/obsidian/feed-types';
import { makeSchedule, type UpdateSteps } from '../../src/obsidian/view/update-schedule';

let now = 0;
let timers: { at: number; run: () => void }[] = [];
vi.stubGlobal('performance', { now: () => now });
const win = {
  setTimeout: (run: () => void, ms: number) => timers.push({ at: now + ms, run }),
  requestAnimationFrame: (run: () => void) => timers.push({ at: now, run }),
  clearTimeout: () => (timers = []),
  cancelAnimationFrame: () => (timers = []),
};

function pass(ms: number): void {
  const end = now + ms;
  for (;;) {
    const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    if (!due) break;
    timers = timers.filter((timer) => timer !== due);
    now = Math.max(now, due.at);
    due.run();
  }
  now = Math.max(now, end);
}

/** A view that takes `cost` milliseconds to show, after `steps` of one millisecond, and hears of something every 50. */
function start(cost: number, steps = 0) {
  const done: string[] = [];
  let status: FeedStatus = { kind: 'loading', done: 0, total: 1 };
  let told = 0;
  function* update(): UpdateSteps {
    const is = told;
    for (let step = 0; step < steps; step++) {
      now += 1;
      yield;
    }
    yield true;
    done.push('list');
    said.push(is);
    now += cost;
  }
  const said: number[] = [];
  const el = { win } as unknown as HTMLElement;
  const schedule = makeSchedule(el, { feedStatus: () => status }, update, () => done.push('progress'));
  const hear = (ms: number): void => {
    for (let at = 0; at < ms; at += 50) {
      schedule.request();
      pass(50);
    }
  };
  const change = (): void => {
    told++;
    schedule.request();
  };
  return { done, said, schedule, hear, change, ready: () => (status = { kind: 'ready' }) };
}

beforeEach(() => {
  now = 0;
  timers = [];
});

describe('a view', () => {
  it('is shown anew seldom while notes are read, the more seldom the longer that takes', () => {
    const quick = start(1);
    quick.hear(10_000);
    const slow = start(40);
    slow.hear(10_000);
    const lists = (done: readonly string[]): number => done.filter((what) => what === 'list').length;
    expect(lists(quick.done)).toBeGreaterThan(30);
    expect(lists(slow.done)).toBeLessThan(7);
    // How far it is, is said all the same.
    expect(slow.done.length).toBeGreaterThan(30);
  });

  it('is shown with the next frame when all notes are read', () => {
    const { done, hear, ready } = start(40);
    hear(1000);
    ready();
    hear(250);
    expect(done.at(-1)).toBe('list');
    const before = done.length;
    hear(100);
    expect(done.slice(before)).toEqual(['list', 'list']);
  });

  it('is updated in slices, and once more for all that comes meanwhile', () => {
    const { said, change, ready } = start(1, 100);
    ready();
    let turns = 0;
    const setTimeout = vi.spyOn(win, 'setTimeout').mockImplementation((run, ms) => {
      turns++;
      if (turns < 10) change();
      return timers.push({ at: now + ms, run });
    });
    change();
    pass(1000);
    setTimeout.mockRestore();
    expect(said).toEqual([1, 10]);
    // None of them longer than half a frame.
    expect(turns).toBeGreaterThan(24);
  });

  it('shows what is done by hand at once, and nothing of before comes after it', () => {
    const { said, change, schedule, ready } = start(1, 100);
    ready();
    change();
    pass(1000);
    change();
    pass(50);
    expect(said).toEqual([1]);
    change();
    schedule.update();
    expect(said).toEqual([1, 3]);
    pass(1000);
    expect(new Set(said)).toEqual(new Set([1, 3]));
  });

  it('is shown for the first time at the next turn, with all that it was told until then', () => {
    const { said, change, schedule } = start(1);
    schedule.update();
    change();
    schedule.update();
    expect(said).toEqual([]);
    pass(1);
    expect(said).toEqual([1]);
  });

  it('begins a long step in a turn of its own', () => {
    const { done, schedule, ready } = start(1, 4);
    ready();
    schedule.request();
    timers.shift()?.run();
    expect(done).toEqual([]);
    pass(1);
    expect(done).toEqual(['list']);
  });

  it('is not shown any more when it is closed', () => {
    const { done, schedule, ready } = start(1);
    schedule.request();
    schedule.stop();
    ready();
    pass(1000);
    expect(done).toEqual([]);
  });
});
