import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../src/core/line/owner';
import { type NoteSource, readNote } from '../../../src/core/note/read-note';
import { taskKey } from '../../../src/core/note/task-item';
import { NoteText } from '../../../src/core/text/note-text';
import { RULES } from '../support/act';
import { texts } from '../support/items';
import { runs } from '../support/runs';

const NOTE = `---
title: Pier
---
# First
- [?] Send it @Ana Lee 🔺 📅 2025-11-08 ⏳ 2025-11-01 🛫 2025-10-30 #task #proposed
- [x] Done ✅ 2025-11-02 🔁 every week
- [-] Not done ❌ 2025-11-03
\`\`\`
- [?] code
\`\`\`
## Second
- [?] twin
- [?] twin
## First
- [?] twin
- [ ] Impossible @Robin Ek 📅 2025-02-30
`;

const read = (part: Partial<NoteSource> = {}): ReturnType<typeof readNote> =>
  readNote(
    { path: 'Calls/a.md', text: NOTE, frontmatter: { title: 'Pier' }, ...part },
    { line: RULES, ownNames: new Set([nameKey('Robin Ek')]) },
  );

describe('reading a note', () => {
  it('finds its tasks and what they say', () => {
    const { tasks, facts, path, frontmatterBroken } = read();
    expect({ path, title: facts.title, frontmatterBroken }).toEqual({
      path: 'Calls/a.md',
      title: 'Pier',
      frontmatterBroken: false,
    });
    expect(texts(tasks)).toEqual(['Send it', 'Done', 'Not done', 'twin', 'twin', 'twin', 'Impossible']);
    expect(tasks[0]).toMatchObject({
      path: 'Calls/a.md',
      line: 4,
      source: NOTE.split('\n')[4],
      heading: 'First',
      ordinal: 0,
      symbol: '?',
      state: 'proposal',
      text: 'Send it',
      tags: ['#task', '#proposed'],
      owners: { kind: 'named', names: ['Ana Lee'], mine: false },
      priority: 'highest',
      due: '2025-11-08',
      scheduled: '2025-11-01',
      start: '2025-10-30',
      done: null,
      cancelled: null,
      recurs: false,
      problems: [],
    });
    expect(tasks[1]).toMatchObject({ state: 'done', done: '2025-11-02', recurs: true });
    expect(tasks[2]).toMatchObject({ state: 'rejected', cancelled: '2025-11-03' });
  });

  it('shows an impossible date as a problem, not as a date', () => {
    const [task] = read().tasks.slice(-1);
    expect(task).toMatchObject({ due: null, owners: { mine: true } });
    expect(task?.problems.map(({ kind }) => kind)).toEqual(['impossible-date']);
  });

  it('counts lines that say the same by their heading', () => {
    const twins = read().tasks.filter(({ text }) => text === 'twin');
    expect(twins.map(({ heading, ordinal }) => [heading, ordinal])).toEqual([
      ['Second', 0],
      ['Second', 1],
      ['First', 0],
    ]);
    expect(new Set(read().tasks.map(taskKey)).size).toBe(7);
  });

  it('remembers lines so that they are found in another version of the note', () => {
    const moved = new NoteText(NOTE.replace('# First', '\n'.repeat(30) + '# First'));
    const places = read().tasks.map((task) => moved.find(task));
    expect(places).toEqual(read().tasks.map(({ line }) => ({ kind: 'found', line: line + 30 })));
  });

  it('reads CRLF as it reads line feeds', () => {
    expect(read({ text: NOTE.replace(/\n/g, '\r\n') }).tasks).toEqual(read().tasks);
  });

  it('takes the task lines from the metadata of the app where it has them', () => {
    const lines = [14, 4, 4, 8, 10, 99];
    expect(texts(read({ taskLines: lines }).tasks)).toEqual(['Send it', 'code', 'twin']);
    expect(read({ taskLines: [] }).tasks).toEqual([]);
  });

  it('remembers lines that only the app takes for tasks so that their twins are not taken for them', () => {
    const text = '$$ 5\n- [?] twin\n$$\n\n- [?] twin\n';
    const { tasks } = read({ text, taskLines: [1, 4] });
    const moved = new NoteText(`New\n\n${text}`);
    expect(tasks.map((task) => moved.find(task))).toEqual([
      { kind: 'ambiguous' },
      { kind: 'found', line: 6 },
    ]);
  });

  it('keeps in mind that the properties were broken', () => {
    expect(read({ frontmatterBroken: true }).frontmatterBroken).toBe(true);
  });

  it('takes its title from the first heading, else from its name', () => {
    expect(read({ frontmatter: null }).facts.title).toBe('First');
    expect(read({ frontmatter: null, text: '- [ ] a' }).facts.title).toBe('a');
    expect(read({ text: '' }).tasks).toEqual([]);
  });

  it.each(['# A\n- [?] x', '- [?] x\n# A', '- [?] x'])('knows no heading but the one above: %j', (text) => {
    expect(read({ text }).tasks.map(({ heading }) => heading)).toEqual([text.startsWith('#') ? 'A' : '']);
  });

  it('counts lines that say the same as one would by hand', () => {
    const line = fc.constantFrom(
      ...[
        '## One',
        '## Two',
        '- [?] a twin',
        '- [?] a twig',
        '- [?] at win',
        '- [ ] Call @Ana 📅 2025-11-08',
        '- [ab] x',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { tasks } = read({ text: lines.join('\n') });
        const places = tasks.map(({ heading, source }) => `${heading}\n${source}`);
        expect(tasks.map(({ ordinal }) => ordinal)).toEqual(
          places.map((place, at) => places.slice(0, at).filter((other) => other === place).length),
        );
      }),
      runs(500),
    );
  });
});
