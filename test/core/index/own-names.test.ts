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

  it('are those of the last start until all is read, then those of the notes', () => {
    const vault = start('Ana Lee');
    vault.names.remember(new Set(['ana lee', 'annie', 'bo ek']));
    vault.put('c.md', CALLS);
    vault.put('p.md', PROFILE);
    expect(vault.mine()).toBe('ABCE');
    const [, annie, bo] = [...vault.index.tasks()];
    expect(bo?.owners).toEqual({ kind: 'me', names: [], mine: true });
    vault.names.remember(new Set());
    expect(vault.mine()).toBe('ABCE');
    expect([...vault.index.tasks()][1]?.owners).toBe(annie?.owners);
    expect([...vault.index.tasks()][2]?.owners).toEqual({ kind: 'me', names: ['Bo Ek'], mine: true });
  });

  it('stay what they are but for their owners', () => {
    const vault = start();
    vault.put('c.md', '- [?] Rake the leaves @Annie ⏫ 📅 2025-11-12 #task\n- [ ] Sweep @Bo Ek');
    const before = [...vault.index.tasks()];
    vault.names.setOwn(new Set([nameKey('Annie')]));
    const [mine, other] = [...vault.index.tasks()];
    const { path, line, source, heading, ordinal, symbol, state, text, tags, priority, due } =
      before[0] ?? expect.fail('no task');
    expect(mine).toMatchObject({ path, line, source, heading, ordinal, symbol, state, text, tags, priority });
    expect(mine?.due).toBe(due);
    expect(mine?.owners).toEqual({ kind: 'me', names: [], mine: true });
    // Of others' tasks nothing is read anew.
    expect(other).toBe(before[1]);
  });

  it('are not looked for when somebody else’s page changes', () => {
    const vault = start('Ana Lee');
    vault.put('p.md', PROFILE);
    const { keys } = vault.names;
    let asked = 0;
    const own = new Set([nameKey('Ana Lee')]);
    own.has = (key) => {
      asked++;
      return Set.prototype.has.call(own, key);
    };
    vault.names.setOwn(own);
    for (let page = 0; page < 300; page++) vault.put(`${page}.md`, `# Person ${page}\n`);
    expect(asked).toBeLessThan(1000);
    expect([...vault.names.keys]).toEqual([...keys]);
  });
});
