import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  back,
  countDecided,
  currentKey,
  decide,
  type Pass,
  progress,
  readPass,
  restart,
  settle,
  skip,
  startPass,
  takeBack,
} from '../../../src/core/pass/pass';
import { runs } from '../support/runs';

type Kind = 'done' | 'moved';
const KINDS: readonly Kind[] = ['done', 'moved'];
const all = (): boolean => true;
const but =
  (...gone: string[]) =>
  (key: string): boolean =>
    !gone.includes(key);
const begin = (...keys: string[]): Pass<Kind> => startPass<Kind>(keys);

describe('a pass', () => {
  it('goes from task to task and counts what was decided', () => {
    let pass = begin('a', 'b', 'a', 'c');
    expect(currentKey(pass)).toBe('a');
    expect(progress(pass, all)).toEqual({ total: 3, decided: 0, left: 3 });
    pass = decide(pass, 'done', all);
    expect(currentKey(pass)).toBe('b');
    pass = decide(skip(pass, all), 'moved', all);
    expect(currentKey(pass)).toBeNull();
    expect(progress(pass, all)).toEqual({ total: 3, decided: 2, left: 0 });
    expect(currentKey(pass)).toBeNull();
    expect(KINDS.map((kind) => countDecided(pass, kind))).toEqual([1, 1]);
    expect(decide(pass, 'done', all)).toBe(pass);
  });

  it('comes back to what was skipped, and not to what was decided', () => {
    let pass = skip(decide(skip(begin('a', 'b', 'c'), all), 'done', all), all);
    expect(currentKey(pass)).toBeNull();
    pass = back(pass, all);
    expect(currentKey(pass)).toBe('c');
    pass = back(pass, all);
    expect(currentKey(pass)).toBe('a');
    expect(back(pass, all)).toBe(pass);
    expect(currentKey(restart(skip(pass, all), all))).toBe('a');
  });

  it('passes over what is gone, and keeps its place when something comes', () => {
    let pass = begin('a', 'b', 'c', 'd');
    expect(currentKey(settle(pass, but('a', 'b')))).toBe('c');
    expect(settle(pass, all)).toEqual(pass);
    pass = decide(pass, 'done', but('a', 'b'));
    expect(currentKey(pass)).toBe('c');
    expect(progress(pass, but('d')).left).toBe(1);
    // b is back: one meets it on the way back.
    expect(currentKey(back(pass, all))).toBe('b');
  });

  it('shows a task again whose change was undone', () => {
    const pass = decide(decide(begin('a', 'b', 'c'), 'done', all), 'moved', all);
    const undone = takeBack(pass);
    expect(currentKey(undone)).toBe('b');
    expect(KINDS.map((kind) => countDecided(undone, kind))).toEqual([1, 0]);
    expect(currentKey(takeBack(undone))).toBe('a');
    expect(takeBack(begin('a'))).toEqual(begin('a'));
  });

  it('is gone on with after it was stored', () => {
    const pass = skip(decide(begin('a', 'b', 'c'), 'done', all, 'today'), all);
    expect(readPass(JSON.parse(JSON.stringify(pass)), KINDS)).toEqual(pass);
    expect(readPass({ ...pass, position: 99 }, KINDS)?.position).toBe(3);
    const odd = [{ key: 'x', what: 'done' }, { key: 'a', what: 'eaten' }, null, ...pass.decisions];
    expect(readPass({ ...pass, decisions: [...odd, ...odd] }, KINDS)?.decisions).toEqual(pass.decisions);
    for (const none of [null, 1, 'pass', {}, { ...pass, queue: [1] }, { ...pass, position: 'a' }]) {
      expect(readPass(none, KINDS)).toBeNull();
    }
  });

  it('never changes its queue, never shows what is decided or gone, and ends', () => {
    const step = fc.constantFrom('decide', 'skip', 'back', 'undo', 'restart');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
        fc.array(step),
        fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']),
        (keys, steps, present) => {
          const isThere = (key: string): boolean => present.includes(key);
          const first = settle(begin(...keys), isThere);
          let pass = first;
          for (const action of steps) {
            if (action === 'decide') pass = decide(pass, 'done', isThere);
            if (action === 'skip') pass = skip(pass, isThere);
            if (action === 'back') pass = back(pass, isThere);
            if (action === 'undo') pass = takeBack(pass);
            if (action === 'restart') pass = restart(pass, isThere);
            const key = currentKey(pass);
            expect(pass.queue).toEqual(first.queue);
            if (key !== null) {
              expect(isThere(key)).toBe(true);
              expect(pass.decisions.map((decision) => decision.key)).not.toContain(key);
            }
          }
          for (let i = 0; i <= keys.length; i++) pass = skip(pass, isThere);
          expect([currentKey(pass), progress(pass, isThere).left]).toEqual([null, 0]);
        },
      ),
      runs(1000),
    );
  });
});
