import { describe, expect, it } from 'vitest';
import { computeMetadata } from '../core/metadata';

/** Items as `line:task:parent`, `-` for an item without a task. */
const items = (text: string): string[] =>
  (computeMetadata(text).listItems ?? []).map(
    (item) => `${item.position.start.line}:${item.task ?? '-'}:${item.parent}`,
  );

const sections = (text: string): string[] =>
  (computeMetadata(text).sections ?? []).map(
    ({ type, position }) => `${type} ${position.start.line}-${position.end.line}`,
  );

describe('list items', () => {
  it('knows every marker and every status character', () => {
    expect(items('- [ ] a\n- [/] b\n\n* [x] c\n\n+ [-] d\n\n1. [ ] e\n\n1) [ ] f\n')).toEqual([
      '0: :-1',
      '1:/:-1',
      '3:x:-3',
      '5:-:-5',
      '7: :-7',
      '9: :-9',
    ]);
  });

  it('takes no task where the brackets are not followed by a blank or hold more than one character', () => {
    expect(items('- [ ]x\n- [] y\n- [xx] z\n- plain')).toEqual(['0:-:-1', '1:-:-1', '2:-:-1', '3:-:-1']);
  });

  it('gives the parent, and for roots the negative first line of the list', () => {
    expect(items('# h\n\n- a\n    - [ ] b\n        - c\n\n- [x] d\n')).toEqual([
      '2:-:-2',
      '3: :2',
      '4:-:3',
      '6:x:-2',
    ]);
    expect(items('\n- [ ] a')).toEqual(items('- [ ] a').map((item) => item.replace('0:', '1:')));
  });

  it('understands tabs and Windows line ends', () => {
    const text = '- [ ] a\r\n\t- [x] b\r\n\r\n- [ ] c\r\n';
    expect(items(text)).toEqual(['0: :-1', '1:x:0', '3: :-1']);
    const last = computeMetadata(text).listItems?.[2];
    expect(text.slice(last?.position.start.offset, last?.position.end.offset)).toBe('- [ ] c');
  });

  it('sees items in block quotes and callouts', () => {
    expect(items('> - [ ] a\n> > - [x] b')).toEqual(['0: :-1', '1:x:-1']);
    expect(items('> [!todo] Title\n> - [ ] a\n>     - [ ] b')).toEqual(['1: :-1', '2: :1']);
  });

  it.each([
    ['fenced code', '```\n- [ ] hidden\n```\n\n- [ ] seen', ['4: :-4']],
    ['a comment block', '%%\n- [ ] hidden\n%%\n- [ ] seen', ['3: :-3']],
    ['a comment that starts with text', 'a\n%% b\n- [ ] hidden\nc %%\n- [ ] seen', ['4: :-4']],
    ['a comment that is never closed', '- [ ] seen\n\n%%\n- [ ] hidden', ['0: :-1']],
    ['a comment inside an item', '- [ ] seen\n  %%\n  - [ ] hidden\n  %%\n- [ ] b', ['0: :-1', '4: :-1']],
    ['an HTML comment', '<!-- a\n- [ ] hidden\n-->\n- [ ] seen', ['3: :-3']],
    ['frontmatter', '---\na:\n  - x\n---\n- [ ] seen', ['4: :-4']],
    ['an inline comment', '%% one line %%\n- [ ] seen %%note%%', ['1: :-1']],
    ['a zero-width space before the marker', 'a\n\u200b- [ ] hidden', []],
  ])('hides and shows: %s', (_name, text, expected) => {
    expect(items(text)).toEqual(expected);
  });

  it('sees two items in a task that starts with a number', () => {
    expect(items('- [ ] 1. text\n- [ ] b')).toEqual(['0: :-1', '0:-:0', '1: :-1']);
  });

  it('reads block ids', () => {
    const cache = computeMetadata('- [ ] a ^My-id\n- [ ] b\n\nText ^para\n');
    expect(cache.listItems?.map((item) => item.id)).toEqual(['My-id', undefined]);
    expect(Object.keys(cache.blocks ?? {})).toEqual(['my-id', 'para']);
  });

  it('covers continuation lines but not child lists', () => {
    const text = '- [ ] a\n  more\n    - [ ] b\n';
    const [a, b] = computeMetadata(text).listItems ?? [];
    expect(text.slice(a?.position.start.offset, a?.position.end.offset)).toBe('- [ ] a\n  more');
    // The app counts indentation beyond the parent's content as part of the item.
    expect(b?.position.start.col).toBe(2);
  });
});

describe('headings, sections, tags and links', () => {
  it('names the sections', () => {
    const text =
      '---\na: 1\n---\n# H\n\ntext\n\n> quote\n\n> [!note]\n> x\n\n```\ncode\n```\n\n%%\nc\n%%\n\n- l\n';
    expect(sections(text)).toEqual([
      'yaml 0-2',
      'heading 3-3',
      'paragraph 5-5',
      'blockquote 7-7',
      'callout 9-10',
      'code 12-14',
      'comment 16-18',
      'list 20-20',
    ]);
  });

  it('reads headings of both kinds', () => {
    expect(computeMetadata('# One #\n\nTwo\n---\n').headings?.map((h) => [h.heading, h.level])).toEqual([
      ['One', 1],
      ['Two', 2],
    ]);
  });

  it('reads tags outside code, links and addresses', () => {
    const text = '- [ ] #task a #a/b #123 `#no` [[x#h]] https://x.y/#no\n\n%%\n#kept\n%%\n\n<!-- #no -->';
    expect(computeMetadata(text).tags?.map((tag) => tag.tag)).toEqual(['#task', '#a/b', '#kept']);
  });

  it('reads links and embeds', () => {
    const cache = computeMetadata('[[a#b]] [[#h]] [[c|d]] [e](f%20g.md) [h](https://x.y) ![[pic.png]]');
    expect(cache.links?.map((link) => [link.link, link.displayText])).toEqual([
      ['a#b', 'a > b'],
      ['#h', 'h'],
      ['c', 'd'],
      ['f g.md', 'e'],
    ]);
    expect(cache.embeds?.map((embed) => embed.link)).toEqual(['pic.png']);
  });

  it('leaves out what a note does not have', () => {
    const cache = computeMetadata('');
    expect([cache.listItems, cache.headings, cache.sections, cache.tags, cache.frontmatter]).toEqual(
      new Array(5).fill(undefined),
    );
  });
});

describe('frontmatter', () => {
  it('keeps dates as strings and finds links', () => {
    const cache = computeMetadata('---\ndate: 2024-07-21\nn: 5\nwho:\n  - "[[Anna|A]]"\n---\n');
    expect(cache.frontmatter).toEqual({ date: '2024-07-21', n: 5, who: ['[[Anna|A]]'] });
    expect(cache.frontmatterPosition?.end).toEqual({ line: 5, col: 3, offset: 51 });
    expect(cache.frontmatterLinks).toEqual([
      { key: 'who.0', link: 'Anna', original: '[[Anna|A]]', displayText: 'A' },
    ]);
    expect(computeMetadata('---\na: 1\n---\n').frontmatterLinks).toEqual([]);
  });

  it.each(['---\nfoo: [\n---\n- [ ] a', '---\n---\n', '---\n- a\n---\n', '---\njust text\n---\n'])(
    'survives %j: a yaml section and no properties',
    (text) => {
      const cache = computeMetadata(text);
      expect(cache.frontmatter).toBeUndefined();
      expect(cache.frontmatterPosition).toBeUndefined();
      expect(cache.sections?.[0]?.type).toBe('yaml');
    },
  );

  it('takes an unclosed block for text', () => {
    expect(computeMetadata('---\na: 1\n- [ ] x').frontmatter).toBeUndefined();
    expect(items('---\na: 1\n- [ ] x')).toEqual(['2: :-2']);
  });

  it('does not let a key reach the prototype', () => {
    const { frontmatter } = computeMetadata('---\n__proto__:\n  polluted: yes\nconstructor: 1\n---\n');
    expect(Object.getPrototypeOf(frontmatter)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('reads template placeholders without a warning on the console', () => {
    expect(() => computeMetadata('---\ndate: {{date}}\n---\n').frontmatter).not.toThrow();
  });
});
