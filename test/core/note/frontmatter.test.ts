import { describe, expect, it } from 'vitest';
import {
  frontmatterValue,
  isEmptyFrontmatter,
  listValue,
  plainName,
  readLooseFrontmatter,
  textValue,
} from '../../../src/core/note/frontmatter';

describe('values', () => {
  it('are found without regard to case, the exact key first', () => {
    expect(frontmatterValue({ Title: 'a', title: 'b' }, 'title')).toBe('b');
    expect(frontmatterValue({ TITLE: 'a' }, 'title')).toBe('a');
    expect(frontmatterValue({}, 'constructor')).toBeUndefined();
    expect(frontmatterValue(null, 'title')).toBeUndefined();
  });

  it.each([
    ['a', 'a'],
    ['  a\n  b ', 'a b'],
    [7, '7'],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
    [['a'], ''],
    [{ a: 1 }, ''],
  ])('%j is the text %j', (value, text) => {
    expect(textValue({ key: value }, 'key')).toBe(text);
  });

  it.each([
    ['a', ['a']],
    [
      ['a', 2, null, ''],
      ['a', '2'],
    ],
    [null, []],
    ['', []],
  ])('%j is the list %j', (value, list) => {
    expect(listValue({ key: value }, 'key')).toEqual(list);
  });
});

describe('names', () => {
  it.each([
    ['Ana Lee', 'Ana Lee'],
    ['@Ana', 'Ana'],
    ['[[Ana Lee]]', 'Ana Lee'],
    ['[[People/Ana Lee]]', 'Ana Lee'],
    ['[[People/Ana Lee|Ana]]', 'Ana'],
    ['[[Ana Lee#Calls]]', 'Ana Lee'],
    ['[[Ana Lee#Calls|Ana]]', 'Ana'],
    ['Ana [[Lee]]', 'Ana [[Lee]]'],
  ])('%s is %s', (written, name) => {
    expect(plainName(written)).toBe(name);
  });
});

describe('an empty frontmatter block', () => {
  it.each([
    ['---\n---\nx', true],
    ['---\r\n\r\n# to do\r\n--- \r\n', true],
    ['---\n---', true],
    ['---\na: "b\n---\n', false],
    ['---\n\n', false],
    ['x\n---\n---\n', false],
  ])('%j: %s', (text, empty) => {
    expect(isEmptyFrontmatter(text)).toBe(empty);
  });
});

describe('frontmatter that YAML refuses', () => {
  it('is read key by key', () => {
    const text = [
      ...[
        '---',
        'type: people',
        'title: "never closed',
        'date: 2025-11-05',
        'participants: [Ana Lee, "Bo Ek"]',
      ],
      ...['aliases:', '  - One', "  - 'Two'", '\tbad: : :', 'source_ref: a/b: c', '---', 'type: other'],
    ].join('\n');
    expect(readLooseFrontmatter(text)).toEqual({
      type: 'people',
      title: 'never closed',
      date: '2025-11-05',
      participants: ['Ana Lee', 'Bo Ek'],
      aliases: ['One', 'Two'],
      source_ref: 'a/b: c',
    });
  });

  it.each([
    ['', {}],
    ['type: people', {}],
    ['---\r\ntype: people\r\n---\r\n', { type: 'people' }],
    ['---\ntype: people', { type: 'people' }],
    ['---\n__proto__: x\n---', {}],
    ['---\nempty:\n---', { empty: [] }],
  ])('%j', (text, expected) => {
    expect(readLooseFrontmatter(text)).toEqual(expected);
  });

  it('cannot change what an object is', () => {
    const found = readLooseFrontmatter('---\n__proto__: [a]\ntype: x\n---');
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
    expect(found).toEqual({ type: 'x' });
  });
});
