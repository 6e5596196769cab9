import { describe, expect, it } from 'vitest';
import { NoteIndex } from '../../../src/core/index/note-index';
import { entry, texts } from '../support/items';

const A = entry('a.md', '- [ ] one\n- [ ] two');
const B = entry('b.md', '- [ ] three');

/** An index with what its listener was told. */
function watched(): { index: NoteIndex; told: string[][]; stop: () => void } {
  const index = new NoteIndex();
  const told: string[][] = [];
  const stop = index.subscribe((paths) => told.push([...paths].sort()));
  return { index, told, stop };
}

describe('the index', () => {
  it('holds notes by path, in the order in which they came', () => {
    const { index } = watched();
    index.replace('b.md', B);
    index.replace('a.md', A);
    expect(index.noteCount).toBe(2);
    expect([...index.notes()].map(({ path }) => path)).toEqual(['b.md', 'a.md']);
    expect(texts(index.tasks())).toEqual(['three', 'one', 'two']);
    expect(index.note('a.md')).toBe(A);
    expect(index.note('c.md')).toBeUndefined();
  });

  it('replaces a note whole, in its old place', () => {
    const { index } = watched();
    index.replace('a.md', A);
    index.replace('b.md', B);
    index.replace('a.md', entry('a.md', '- [ ] new'));
    expect(texts(index.tasks())).toEqual(['new', 'three']);
  });

  it('forgets a note', () => {
    const { index, told } = watched();
    index.replace('a.md', A);
    index.replace('a.md', null);
    expect([index.noteCount, texts(index.tasks())]).toEqual([0, []]);
    expect(told).toEqual([['a.md'], ['a.md']]);
  });

  it('raises its revision with every change, and with nothing else', () => {
    const { index, told } = watched();
    const revisions = [index.revision];
    const step = (run: () => void): void => {
      run();
      revisions.push(index.revision);
    };
    step(() => index.replace('a.md', A));
    step(() => index.replace('a.md', A));
    step(() => index.replace('gone.md', null));
    step(() => index.note('a.md'));
    step(() => index.batch(() => undefined));
    expect(revisions).toEqual([0, 1, 2, 2, 2, 2]);
    expect(told).toHaveLength(2);
  });
});

describe('a batch', () => {
  it('is announced once, when it is over', () => {
    const { index, told } = watched();
    index.batch(() => {
      index.replace('a.md', A);
      index.batch(() => index.replace('b.md', B));
      index.replace('a.md', null);
      expect(told).toEqual([]);
      expect(index.noteCount).toBe(1);
    });
    expect(told).toEqual([['a.md', 'b.md']]);
  });

  it('is announced although it fails, because some of it has happened', () => {
    const { index, told } = watched();
    const fail = (): void => {
      index.replace('a.md', A);
      throw new Error('stop');
    };
    expect(() => index.batch(fail)).toThrow('stop');
    index.replace('b.md', B);
    expect(told).toEqual([['a.md'], ['b.md']]);
  });
});

describe('listeners', () => {
  it('are told until they have enough', () => {
    const { index, told, stop } = watched();
    index.replace('a.md', A);
    stop();
    index.replace('b.md', B);
    expect(told).toEqual([['a.md']]);
  });

  it('may leave, come and change the index while they are told', () => {
    const index = new NoteIndex();
    const told: string[] = [];
    const stop = index.subscribe(() => {
      stop();
      index.subscribe((paths) => told.push(`late ${[...paths].join()}`));
      index.replace('b.md', B);
    });
    index.subscribe((paths) => told.push(`other ${[...paths].join()}`));
    index.replace('a.md', A);
    expect(told).toEqual(['other b.md', 'late b.md', 'other a.md']);
    expect(index.revision).toBe(2);
  });
});
