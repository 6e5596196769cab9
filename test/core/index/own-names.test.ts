// Whose tasks are mine, when the user's names stand in the settings and in profile notes.
import { describe, expect, it } from 'vitest';
import { NoteIndex } from '../../../src/core/index/note-index';
import { makeOwnNames } from '../../../src/core/index/own-names';
import { nameKey } from '../../../src/core/line/owner';
import { readNote } from '../../../src/core/note/read-note';
import { readLooseFrontmatter } from '../../../src/core/note/frontmatter';
import { RULES } from '../support/act';

const CALLS = ['- [?] A @Ana Lee', '- [?] B @Annie', '- [?] C @Bo Ek @annie', '- [?] D', '- [?] E @Me'].join(
  '\n',
);
const PROFILE = '---\naliases: [Annie, A. Lee]\n---\n# Ana Lee\n';

function start(...own: string[]) {
  const index = new NoteIndex();
  const names = makeOwnNames(index);
  names.setOwn(new Set(own.map(nameKey)));
  return {
    index,
    names,
    put(path: string, text: string) {
      const note = { path, text, frontmatter: readLooseFrontmatter(text) };
      index.replace(path, readNote(note, { line: RULES, ownNames: names.keys }));
    },
    mine: () => [...index.tasks()].flatMap(({ text, owners }) => (owners.mine ? text : [])).join(''),
  };
}

describe('my tasks', () => {
  it.each<[own: string, mine: string]>([
    ['Ana Lee', 'ABCE'],
    ['annie', 'ABCE'],
    ['A. Lee', 'ABCE'],
    ['Bo Ek', 'CE'],
    ['', 'E'],
  ])('of %j, whichever note comes first', (own, mine) => {
    for (const order of [
      ['c', 'p'],
      ['p', 'c'],
    ]) {
      const vault = start(own);
      for (const note of order) vault.put(`${note}.md`, note === 'c' ? CALLS : PROFILE);
      expect(vault.mine()).toBe(mine);
    }
  });

  it('change with the settings and with the profile note, and with nothing else', () => {
    const vault = start('Ana Lee');
    vault.put('c.md', CALLS);
    expect(vault.mine()).toBe('AE');
    vault.put('p.md', PROFILE);
    expect(vault.mine()).toBe('ABCE');
    const [, , third] = [...vault.index.tasks()];
    expect(third?.owners).toEqual({ kind: 'me', names: ['Bo Ek'], mine: true });
    const { revision } = vault.index;
    vault.put('p.md', `${PROFILE}More.\n`);
    expect(vault.index.revision).toBe(revision + 1);
    vault.index.replace('p.md', null);
    expect(vault.mine()).toBe('AE');
    vault.names.setOwn(new Set([nameKey('Bo Ek')]));
    expect(vault.mine()).toBe('CE');
  });
});
