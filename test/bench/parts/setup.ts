/** What the parts of the benchmark share: rules, and an index of made notes. */
import { NoteIndex } from '../../../src/core/index/note-index';
import { makePeople, type People } from '../../../src/core/index/people';
import { type Accounts, makeAccounts } from '../../../src/core/people/accounts';
import type { ListContext } from '../../../src/core/list/task-list';
import { type NoteEntry, readNote, type ReadRules } from '../../../src/core/note/read-note';
import { isInScope } from '../../../src/core/note/scope';
import { DEFAULT_SETTINGS, lineRules } from '../../../src/core/settings';
import { BENCH_TODAY, type MadeNote } from '../vault';

export const READ_RULES: ReadRules = { line: lineRules(DEFAULT_SETTINGS, null), ownNames: new Set() };

/** The notes that the plugin reads in a vault: in scope, with task items. */
export function notesToRead(notes: readonly MadeNote[]): MadeNote[] {
  return notes.filter((note) => note.taskLines.length > 0 && inScope(note));
}

function inScope({ path, frontmatter }: MadeNote): boolean {
  return isInScope(path, frontmatter, DEFAULT_SETTINGS);
}

/** Reads a note as the feed does, with the lines that the metadata names. */
export function entryOf(note: MadeNote): NoteEntry {
  return readNote(note, READ_RULES);
}

/** An index of the notes in scope. */
export function indexOf(notes: readonly MadeNote[]): NoteIndex {
  const index = new NoteIndex();
  index.batch(() => {
    for (const note of notes) if (inScope(note)) index.replace(note.path, entryOf(note));
  });
  return index;
}

/** What lists are built with. */
export function listContext(index: NoteIndex): ListContext {
  let known: People | null = null;
  const people = (): People => (known ??= makePeople(index));
  let accounts: Accounts | null = null;
  return {
    today: BENCH_TODAY,
    weekStart: 1,
    factsOf: (path) => index.note(path)?.facts,
    ownerLabel: ({ owners }) => (owners.mine ? 'Me' : owners.names.join(', ') || 'Nobody'),
    dayTitle: (day) => day,
    staleWeeks: DEFAULT_SETTINGS.staleWeeks,
    isDecided: () => false,
    copiesOf: () => 1,
    groupOf: () => null,
    dayLabel: (day) => day,
    accounts: () => {
      accounts ??= makeAccounts([], { today: BENCH_TODAY, people: people(), ownNames: new Set() });
      accounts.update(index.notes());
      return accounts;
    },
    peopleHere: () => [],
    openNote: () => null,
  };
}
