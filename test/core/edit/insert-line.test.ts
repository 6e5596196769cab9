import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/edit/apply-changes';
import { reverse } from '../../../src/core/edit/history';
import { insertTask } from '../../../src/core/edit/insert-line';
import { scanBlocks } from '../../../src/core/text/blocks';
import { runs } from '../support/runs';

const NEW = '[ ] Call Bo';

function add(text: string): string | null {
  const change = insertTask(text, NEW);
  return change && applyChanges(text, [change]).text;
}

describe('adding a task to a note', () => {
  it.each([
    ['', '- [ ] Call Bo'],
    ['# A\n', '# A\n\n- [ ] Call Bo\n'],
    ['Text', 'Text\n\n- [ ] Call Bo'],
    ['---\ntype: people\n---\n', '---\ntype: people\n---\n- [ ] Call Bo'],
    ['- [ ] a\n- [ ] b\n\nText\n', '- [ ] a\n- [ ] b\n- [ ] Call Bo\n\nText\n'],
    ['- [ ] a\n\t- [ ] child\n\t- note\nText? lazy\n\n# B\n', null],
    ['* [ ] a\n# B\n', '* [ ] a\n* [ ] Call Bo\n# B\n'],
    ['> [!todo]\n> - [ ] a\n> - [ ] b\n\nText', '> [!todo]\n> - [ ] a\n> - [ ] b\n> - [ ] Call Bo\n\nText'],
    ['- [ ] a\n\n  more of a\n\nText', '- [ ] a\n\n  more of a\n- [ ] Call Bo\n\nText'],
    ['- [ ] a\r\n- [ ] b\r\n', '- [ ] a\r\n- [ ] b\r\n- [ ] Call Bo\r\n'],
    ['# A\n- [ ] a\n# B\n- [ ] b\n# C\ntext', '# A\n- [ ] a\n# B\n- [ ] b\n- [ ] Call Bo\n# C\ntext'],
    ['- item\n', '- item\n- [ ] Call Bo\n'],
    ['- [ ] a\n\n```\n- [ ] code\n', '- [ ] a\n- [ ] Call Bo\n\n```\n- [ ] code\n'],
  ])('%j', (text, expected) => {
    if (expected === null)
      expect(add(text)).toBe('- [ ] a\n\t- [ ] child\n\t- note\nText? lazy\n- [ ] Call Bo\n\n# B\n');
    else expect(add(text)).toBe(expected);
  });

  it('refuses where it would be no task', () => {
    expect(add('Text\n```\ncode\n')).toBeNull();
    expect(add('%%\nhidden\n')).toBeNull();
  });

  it('only adds, keeps all tasks as they were, and is taken back by the byte', () => {
    const line = fc.constantFrom(
      ...[
        '',
        '',
        'Text',
        '# Head',
        '- item',
        '- [ ] a',
        '  - [ ] child',
        '\t- note',
        '  more',
        '> - [ ] quoted',
      ],
      ...[
        '1. [ ] one',
        '```',
        '%%',
        '---',
        '> quote',
        '- [x] done ✅ 2025-11-05',
        '| a | b |',
        '    code',
        '$$',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end);
        const change = insertTask(text, NEW);
        if (!change) return;
        const done = applyChanges(text, [change]);
        const [edit, second] = done.edits;
        expect(second).toBeUndefined();
        expect(edit && edit.from === edit.to).toBe(true);
        const tasks = (of: string): string[] =>
          scanBlocks(of).candidates.map(({ from, to }) => of.slice(from, to));
        const before = tasks(text);
        const after = tasks(done.text);
        const at = after.findIndex((source) => source.endsWith(NEW));
        expect(after.filter((_, i) => i !== at)).toEqual(before);
        expect(applyChanges(done.text, done.regions.map(reverse)).text).toBe(text);
      }),
      runs(2000),
    );
  });
});
