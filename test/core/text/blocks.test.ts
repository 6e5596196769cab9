import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStartsOf, scanBlocks } from '../../../src/core/text/blocks';
import { runs } from '../support/runs';

/** Notes in which a line is a task of the note just if it says so: `yes` or `no`. */
const NOTES: Readonly<Record<string, string>> = {
  'plain lists': `
- [ ] yes
* [x] yes
+ [?] yes
1. [ ] yes
12) [ ] yes
  - [ ] yes
- no box
-[ ] no
- [] no
text - [ ] no`,
  'deep nesting': `
- [ ] yes
    - [ ] yes
        - [ ] yes
\t\t- [ ] yes
- item

    - [ ] yes, behind a blank line`,
  'callouts and quotes': `
> [!todo] Title
> - [ ] yes
>> - [ ] yes
> > - [ ] yes
>- [ ] yes
>     - [ ] yes, nested`,
  'fenced code': `
\`\`\`
- [ ] no
\`\`\`
- [ ] yes
~~~ts
- [ ] no
\`\`\`
- [ ] no
~~~
- [ ] yes
\`\`\`\`
\`\`\`
- [ ] no
\`\`\`\`
- [ ] yes
\`\`\` not a fence \`\`\`
- [ ] yes`,
  'fenced code that never ends': `
- [ ] yes
\`\`\`
- [ ] no

# no heading
- [ ] no`,
  'fenced code in a list': `
- item
  \`\`\`
  - [ ] no
  \`\`\`
- [ ] yes
- \`\`\`
  - [ ] no
  \`\`\`
- [ ] yes
1. item
   ~~~
   - [ ] no
- [ ] yes, the item is over`,
  'fenced code in a callout': `
> \`\`\`
> - [ ] no
> \`\`\`
> - [ ] yes
> \`\`\`
> - [ ] no
- [ ] yes, the callout is over`,
  'fenced code in a nested callout': `
> > ~~~
> > - [ ] no
> - [ ] yes, the inner callout is over`,
  'indented code': `
Text

    - [ ] no
    - [ ] no

\t- [ ] no

- [ ] yes

    - [ ] yes, part of the list

Text again

    - [ ] no`,
  'indented lines without a list above': `
Text
    - [ ] no, part of the text
# Heading
    - [ ] no
> Quote
\t- [ ] no
- item
    - [ ] yes
\t\t- [ ] yes`,
  'quotes in code and behind code': `
\`\`\`
> \`\`\`
- [ ] no
\`\`\`
- [ ] yes
- \`\`\`
> - [ ] yes, the item is over`,
  comments: `
%% one line %%
- [ ] yes
%%
- [ ] no
%%
- [ ] yes
%% begins
- [ ] no
ends %%
- [ ] yes
Text with %% a comment %% in it
- [ ] yes`,
  'HTML comments': `
<!-- one line -->
- [ ] yes
<!--
- [ ] no
-->
- [ ] yes
  <!-- begins
- [ ] no
ends -->
- [ ] yes`,
  math: `
$$
- [ ] no
$$
- [ ] yes
$$ x = 1 $$
- [ ] yes

It costs $$ and
- [ ] yes`,
  'code inside of comments and the other way round': `
\`\`\`
%%
<!--
\`\`\`
- [ ] yes
%%
\`\`\`
- [ ] no
%%
- [ ] yes`,
  'headings in between': `
# One
- [ ] yes
#No heading
- [ ] yes

## Two ##
- [ ] yes`,
};

/** Each kind of line ending gives the same blocks. */
const ENDINGS = [
  ['line feeds', '\n'],
  ['CRLF', '\r\n'],
] as const;

describe.each(ENDINGS)('task lines of a note with %s', (_, ending) => {
  it.each(Object.entries(NOTES))('%s', (__, note) => {
    const text = note.slice(1).replace(/\n/g, ending);
    const lines = text.split(ending);
    const { candidates } = scanBlocks(text);
    const found = candidates.map(({ line, from, to }) => {
      expect(text.slice(from, to)).toBe(lines[line]);
      return lines[line];
    });
    expect(found).toEqual(lines.filter((line) => / yes\b/.test(line)));
  });
});

describe('headings', () => {
  it.each([
    ['# One', 1, 'One'],
    ['###### Six', 6, 'Six'],
    ['##\tTab', 2, 'Tab'],
    ['   # Three spaces', 1, 'Three spaces'],
    ['## Closed ##', 2, 'Closed'],
    ['## C# and F#', 2, 'C# and F#'],
    ['#', 1, ''],
    ['# ', 1, ''],
    ['# #tag', 1, '#tag'],
    ['# Ünï 田中 📅', 1, 'Ünï 田中 📅'],
  ])('%j', (line, level, text) => {
    expect(scanBlocks(`${line}\r\nx`).headings).toEqual([{ line: 0, level, text }]);
  });

  it.each(['#No', '####### Seven', '    # Code', '\t# Code', '\\# Escaped', '- # Item', '#tag'])(
    '%j is none',
    (line) => {
      expect(scanBlocks(line).headings).toEqual([]);
    },
  );

  it.each([
    ['Title\n===\n', [[0, 1, 'Title']]],
    ['Title\r\n---\r\n', [[0, 2, 'Title']]],
    ['Two\nlines\n--\n', [[0, 2, 'Two lines']]],
    ['---\na: b\n---\n---\nTitle\n---\n- [ ] a', [[4, 2, 'Title']]],
    [
      '# Hash\nTitle\n   ===   ',
      [
        [0, 1, 'Hash'],
        [1, 1, 'Title'],
      ],
    ],
    ['Title\n\n---\n', []],
    ['- Item\n---\n', []],
    ['- Item\nand more\n---\n', []],
    ['> Quote\n---\n', []],
    ['# Hash\n---\n', [[0, 1, 'Hash']]],
    ['***\n---\n', []],
    [
      '===\n===\n===\n--\n',
      [
        [0, 1, '==='],
        [2, 2, '==='],
      ],
    ],
    ['```\ncode\n```\n---\n', []],
    ['```\ncode\n---\n```\n', []],
    ['===\n', []],
    [
      '# \nTitle\r\n===\n',
      [
        [0, 1, ''],
        [1, 1, 'Title'],
      ],
    ],
    ['Title\n    ---\n', []],
    ['Title\n--- x\n', []],
  ])('underlined: %j', (text, headings) => {
    expect(scanBlocks(text).headings.map(({ line, level, text: title }) => [line, level, title])).toEqual(
      headings,
    );
  });

  it('in frontmatter and code are none', () => {
    const text = '---\n# a comment\n---\n# Yes\n```\n# No\n```\n%%\n# No\n%%\n## Yes';
    expect(scanBlocks(text).headings.map(({ line, text: title }) => [line, title])).toEqual([
      [3, 'Yes'],
      [10, 'Yes'],
    ]);
  });
});

describe('frontmatter', () => {
  it.each([
    ['---\ntype: people\n---\n- [ ] a', 3, [3]],
    ['---\r\ntype: people\r\n---\r\n- [ ] a', 3, [3]],
    ['---  \na: |\n  - [ ] no\n---  \n- [ ] a', 4, [4]],
    ['---\n---\n- [ ] a', 2, [2]],
    ['---\nnever closed\n- [ ] a', 0, [2]],
    ['----\na\n---\n- [ ] a', 0, [3]],
    ['\n---\na: b\n---\n- [ ] a', 0, [4]],
    ['- [ ] a\n---\n- [ ] a', 0, [0, 2]],
    ['', 0, []],
  ])('%j: the body begins at line %i', (text, bodyLine, tasks) => {
    const blocks = scanBlocks(text);
    expect(blocks.bodyLine).toBe(bodyLine);
    expect(blocks.candidates.map(({ line }) => line)).toEqual(tasks);
  });
});

describe('lines', () => {
  it.each([
    ['', [0]],
    ['a', [0]],
    ['a\n', [0, 2]],
    ['a\r\nb\nc', [0, 3, 5]],
    ['a\rb\nc', [0, 4]],
    ['\n\n', [0, 1, 2]],
  ])('%j begin at %j', (text, starts) => {
    expect(lineStartsOf(text)).toEqual(starts);
  });
});

describe('lines that begin with marks of a heading', () => {
  const EXPRESSION = /^(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
  const bits = fc.constantFrom(
    ...['#', '##', '#######', ' ', '  ', '\t', 'a', 'B c', '#x', '\r', '\u2028', '\u00a0', '📅'],
  );

  it('are headings just if the expression says so', () => {
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 7 }), (parts) => {
        const line = `#${parts.join('')}`;
        // A return at the end belongs to the end of the line.
        const match = EXPRESSION.exec(line.replace(/\r$/, ''));
        const expected = match ? [{ line: 0, level: match[1]?.length, text: (match[2] ?? '').trim() }] : [];
        expect(scanBlocks(line).headings).toEqual(expected);
      }),
      runs(2000),
    );
  });
});
