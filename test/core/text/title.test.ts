// The first heading of a note without tasks, for which not all of it is looked at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHoldTasks } from '../../../src/core/note/read-note';
import { scanBlocks } from '../../../src/core/text/blocks';

const PROSE = 'Rain on the roof of the shed, and nobody there. '.repeat(80);

const titleOf = (text: string) => scanBlocks(text, true).headings[0];
const slowTitleOf = (text: string) => scanBlocks(text).headings[0];

describe('the title of a note without tasks', () => {
  it.each([
    ['at the top', `# Shed\n\n${PROSE}\n# Later\n`],
    ['behind much prose', `${PROSE}\n\n${PROSE}\n\n# Shed\n`],
    ['behind long frontmatter with a comment', `---\n# no title\nwords: ${PROSE}\n---\n# Shed\n`],
    ['of a text that only begins like frontmatter', `---\n# Shed\n${PROSE}\nmore\n`],
    ['that is underlined', `Shed\n====\n${PROSE}\nmore\n`],
    ['that is underlined far below', `${PROSE}\n====\n`],
    ['on the line at which the first look ends', `${'a'.repeat(1995)}\n\n# Shed and its roof\r\nmore\n`],
    ['behind code that holds something like it', `\`\`\`\n# no\n${PROSE}\n# no\n\`\`\`\n# Shed\n`],
    ['nowhere', PROSE],
    ['of nothing', ''],
  ])('is found %s', (_, text) => {
    expect(titleOf(text)).toEqual(slowTitleOf(text));
  });

  it('is that of a look at all lines, for any text', () => {
    const part = fc.constantFrom(
      '# A',
      'b',
      '---',
      '===',
      '```',
      '%%',
      '',
      '  ',
      '> c',
      '- d',
      'e'.repeat(700),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), (lines, ending) => {
        const text = lines.join(ending);
        expect(titleOf(text)).toEqual(slowTitleOf(text));
      }),
    );
  });
});

describe('a text that may hold tasks', () => {
  it('is every text in which a scan finds some', () => {
    const part = fc.constantFrom('- ', '[', ']', ' ', 'x', '😀', '\n', '1. ', '> ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        if (scanBlocks(text).candidates.length > 0) expect(mayHoldTasks(text)).toBe(true);
      }),
    );
  });

  it('is none with links alone', () => {
    expect(mayHoldTasks('See [the list](https://example.com) and [[Shed]]. - [ ')).toBe(false);
  });
});
