import { describe, expect, it } from 'vitest';
import { describeProblem, findProblems } from '../../../src/core/line/problems';
import { parseTaskLine } from '../../../src/core/line/task-line';

const problemsOf = (source: string): string[] => {
  const line = parseTaskLine(source);
  return line ? findProblems(line).map(describeProblem) : ['no task'];
};

describe('problems of a line', () => {
  it.each<[line: string, problems: string[]]>([
    ['- [ ] a 📅 2025-02-30', ['2025-02-30 is no day of the calendar.']],
    ['- [ ] a ⏳ 2025-13-01 #task', ['2025-13-01 is no day of the calendar.']],
    [
      '- [ ] a 📅 2025-11-08 📅 2025-11-09',
      ['📅 2025-11-09 stands here a second time; only the first is read.'],
    ],
    ['- [ ] a ⏫ 📅 2025-11-08 ⏬', ['⏬ stands here a second time; only the first is read.']],
    ['- [ ] a 📅 2025-11-08 (if late)', ['📅 2025-11-08 is not read, because other text stands behind it.']],
    [
      '- [ ] a \uf8ffüìÖ 2025-11-08 (if late)',
      ['📅 2025-11-08 is not read, because other text stands behind it.'],
    ],
    ['- [ ] a 🗓️ 2025-11-08 @Bo', ['🗓️ 2025-11-08 is not read, because other text stands behind it.']],
    [
      '- [ ] a **📅 2025-11-08** b',
      ['📅 2025-11-08 is not read, because it stands in brackets, quotes or marks; move it by hand.'],
    ],
    ...['- [ ] a ^a ^b', '- [ ] a ^a 📅 2025-11-08 ^b'].map((line): [string, string[]] => [
      line,
      [
        '^a is read as text, because only the last block link counts; links to it lead nowhere. Remove one by hand.',
      ],
    ]),
    ['- [ ] a 🔁 daily', ['“daily” is no recurrence rule that the Tasks format knows.']],
    [
      '- [ ] a 📅 2025-11-08 now 📅 2025-02-30 🔁 whenever 📅 2025-11-09',
      [
        '📅 2025-11-08 is not read, because other text stands behind it.',
        '2025-02-30 is no day of the calendar.',
        '“whenever” is no recurrence rule that the Tasks format knows.',
        '📅 2025-11-09 stands here a second time; only the first is read.',
      ],
    ],
  ])('%s', (line, problems) => {
    expect(problemsOf(line)).toEqual(problems);
  });

  it.each([
    '- [ ] a',
    '- [ ] a 📅 2025-11-08 ⏫ 🔁 every week #task ^id',
    '- [ ] a #b 📅 2025-11-08 #c',
    '- [ ] talk about `📅 2025-11-08` in the guide',
    '- [ ] talk about 📅 and ⏳ and 2025-11-08',
    '- [ ] a 📅 tomorrow',
  ])('none in %s', (line) => {
    expect(problemsOf(line)).toEqual([]);
  });
});
