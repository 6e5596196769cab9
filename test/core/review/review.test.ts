import { describe, expect, it } from 'vitest';
import { taskKey } from '../../../src/core/note/task-item';
import { currentKey, decide, skip } from '../../../src/core/pass/pass';
import {
  outcomeOf,
  readReview,
  type Review,
  REVIEW_SECTIONS,
  sectionOf,
  startReview,
  summarize,
} from '../../../src/core/review/review';
import { day, TODAY } from '../support/act';
import { items, openTasks } from '../support/items';

const TASKS = items(
  '- [ ] undated',
  '- [ ] today @Me 📅 2025-11-05 #task',
  '- [ ] late @Me 📅 2025-11-04',
  '- [ ] theirs @Ana 📅 2025-11-09',
  '- [ ] theirs undated @Ana',
  '- [ ] theirs later @Ana 📅 2025-11-10',
  '- [?] proposed @Ana 📅 2025-11-06',
  '- [?] proposed later 📅 2025-11-10',
  '- [ ] next week @Me 📅 2025-11-10',
  '- [x] done @Me 📅 2025-11-05',
);
const all = (): boolean => true;
const begin = (): Review => startReview(openTasks(TASKS).byDue(), TODAY, 1);
const nameOf = (key: string | null): string => TASKS.find((item) => taskKey(item) === key)?.text ?? '';

describe('a weekly review', () => {
  it('walks overdue, this week, what others owe, and what has no date', () => {
    const walked: string[] = [];
    let review = begin();
    for (let at = currentKey(review.pass); at !== null; at = currentKey(review.pass)) {
      walked.push(`${sectionOf(review) ?? ''}: ${nameOf(at)}`);
      review = { ...review, pass: skip(review.pass, all) };
    }
    expect(walked).toEqual([
      'Overdue: late',
      'This week: today',
      'This week: proposed',
      'Waiting on: theirs',
      'Waiting on: theirs undated',
      'No date: undated',
    ]);
    expect(sectionOf(review)).toBeNull();
    expect(REVIEW_SECTIONS).toHaveLength(4);
  });

  it('names the section also where others before it are empty', () => {
    const review = startReview(openTasks(items('- [ ] undated')).byDue(), TODAY, 1);
    expect(sectionOf(review)).toBe('No date');
    expect(sectionOf(startReview(openTasks().byDue(), TODAY, 1))).toBeNull();
  });

  it('knows what a verb makes of a task', () => {
    const outcomes = [
      outcomeOf({ kind: 'complete' }),
      outcomeOf({ kind: 'reschedule', day: null }),
      outcomeOf({ kind: 'snooze', day: TODAY }),
      outcomeOf({ kind: 'reject' }),
      outcomeOf({ kind: 'close-as-copy' }),
      outcomeOf({ kind: 'accept' }),
      outcomeOf({ kind: 'assign', name: null }),
    ];
    expect(outcomes).toEqual(['done', 'moved', 'moved', 'dropped', 'dropped', 'decided', 'decided']);
  });

  it('sums up by what became of the tasks, in their words of before', () => {
    const first = begin();
    const moved = decide(decide(first.pass, 'done', all), 'moved', all, '2025-11-07');
    const review = { ...first, pass: moved };
    const gone = taskKey(TASKS[0] ?? { path: '', heading: '', ordinal: 0, source: '' });
    const summary = summarize(review, (key) => key !== gone);
    expect(summary.done).toEqual([{ path: 'Calls.md', text: 'late', detail: '' }]);
    expect(summary.moved).toEqual([{ path: 'Calls.md', text: 'today', detail: '2025-11-07' }]);
    expect(summary.open.map(({ text }) => text)).toEqual(['proposed', 'theirs', 'theirs undated']);
    expect([summary.dropped, summary.decided]).toEqual([[], []]);
  });

  it('is resumed in its week, and not in another', () => {
    const first = begin();
    const review = { ...first, pass: decide(first.pass, 'done', all) };
    const stored: unknown = JSON.parse(JSON.stringify(review));
    expect(readReview(stored, day('2025-11-03'), all)).toEqual(review);
    expect(readReview(stored, day('2025-11-10'), all)).toBeNull();
    const rest = readReview(stored, day('2025-11-03'), (key) => !key.includes('today'));
    expect(nameOf(rest && currentKey(rest.pass))).toBe('proposed');
    for (const none of [null, 'x', {}, { ...review, pass: 1 }, { ...review, starts: ['a'] }]) {
      expect(readReview(none, day('2025-11-03'), all)).toBeNull();
    }
  });
});
