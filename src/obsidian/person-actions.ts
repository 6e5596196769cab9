import { type App, type Editor, getFrontMatterInfo } from 'obsidian';
import { type Accounts, withMerge } from '../core/people/accounts';
import { agendaText, nudgeText } from '../core/people/agenda';
import type { Day } from '../core/date/day';
import type { ChangeHistory, Reversal } from '../core/edit/history';
import type { NoteFacts } from '../core/note/meeting';
import type { TaskItem } from '../core/note/task-item';
import type { Settings } from '../core/settings';
import type { OpenNote } from './open-note';
import type { Reporter } from './reporter';
import type { SettingsStore } from './settings/settings-store';
import { REVERSALS } from './task-actions';
import { copyText } from './view/copy-text';

/** What can be done about people, besides their tasks. */
export interface PersonVerbs {
  copyAgenda(names: readonly string[]): void;
  /** Puts the agenda into the open note, at its cursor. */
  insertAgenda(names: readonly string[]): void;
  /** Copies a question after tasks, to `person` or else to each of their owners. */
  copyNudge(items: readonly TaskItem[], person: string | null): void;
  /** From now on, `spelling` counts as `name`; as one of the user's own names, if that is `Myself`. */
  merge(spelling: string, name: string): void;
}

/** What the verbs about people need. */
export interface PersonParts {
  readonly app: App;
  readonly store: SettingsStore;
  readonly reporter: Reporter;
  readonly openNote: OpenNote;
  /** The changes of notes, among which the merges have their place. */
  readonly history: ChangeHistory;
  today(): Day;
  accounts(): Accounts;
  factsOf(path: string): NoteFacts | undefined;
  /** The people who own a task, by the names under which they are listed. */
  ownersOf(item: TaskItem): readonly string[];
  dayLabel(day: string): string;
}

/** What is done about people, with the way back from a merge. */
export interface PersonActions extends PersonVerbs {
  /** Takes the last merge back, or makes it again, unless changes of notes come first; returns whether it did. */
  takeBack(kind: Reversal): boolean;
}

/** The settings that a merge changes. */
type Names = Pick<Settings, 'mergedNames' | 'ownNames'>;

/** The way back from a merge: the names that it changed as they were, and its place among the changes of notes. */
type Merge = readonly [names: Partial<Names>, place: string];

/** Carries out what is done about people: texts for them, and who they are. */
export function makePersonActions(parts: PersonParts): PersonActions {
  const { app, store, reporter, openNote, history } = parts;
  /** The merges that can be undone, and redone. */
  const merges: Record<Reversal, Merge[]> = { undo: [], redo: [] };

  const context = () => ({ ...parts, today: parts.today() });
  const agenda = (names: readonly string[], sourcePath: string): string => {
    const linkTo = (path: string, title: string): string => {
      const file = app.vault.getFileByPath(path);
      return file ? app.fileManager.generateMarkdownLink(file, sourcePath, '', title) : title;
    };
    const open = names.map((name) => parts.accounts().of(name));
    return agendaText(open, { ...context(), linkTo });
  };
  /** The last change that stands; and the newest of all, after which nothing older is made again. */
  const placeFor = (kind: Reversal): string =>
    [history.latest('undo'), kind === 'redo' && history.entries().at(-1)]
      .map((entry) => entry && entry.id)
      .join();
  /** Changes the names, and remembers the way back. */
  const change = (names: Partial<Names>, back: Reversal): void => {
    const { mergedNames, ownNames } = store.current;
    merges[back].push([names.ownNames ? { ownNames } : { mergedNames }, placeFor(back)]);
    void store.update(names);
  };
  const takeBack = (kind: Reversal): boolean => {
    const [names, place] = merges[kind].at(-1) ?? [];
    if (!names || place !== placeFor(kind)) return false;
    merges[kind].pop();
    change(names, kind === 'undo' ? 'redo' : 'undo');
    reporter.say(`${REVERSALS[kind][1]}: names merged.`);
    return true;
  };

  return {
    takeBack,

    copyAgenda(names) {
      if (names.length === 0) reporter.say('No person here: the open note names nobody.');
      else void copyText(agenda(names, ''), 'Agenda copied.');
    },

    insertAgenda(names) {
      const view = openNote.view();
      if (!view?.file || view.getMode() === 'preview') return reporter.say('Open a note for editing first.');
      insertAtCursor(view.editor, agenda(names, view.file.path));
      reporter.say(`Agenda put into ${view.file.basename}.`);
    },

    copyNudge(items, person) {
      const byName = new Map<string, TaskItem[]>();
      for (const item of items) {
        for (const name of person === null ? parts.ownersOf(item) : [person])
          byName.set(name, [...(byName.get(name) ?? []), item]);
      }
      const texts = [...byName].map(([name, own]) => nudgeText(name, own, context()));
      if (texts.length === 0) reporter.say('Nobody to ask: the task waits for nobody else.');
      else void copyText(texts.join('\n\n'), `Nudge copied for ${[...byName.keys()].join(', ')}.`);
    },

    merge(spelling, name) {
      const { mergedNames, ownNames } = store.current;
      merges.redo = [];
      change(
        name === 'Myself'
          ? { ownNames: [...ownNames, spelling] }
          : { mergedNames: withMerge(mergedNames, spelling, name) },
        'undo',
      );
      reporter.say(`${spelling} counts as ${name} now.`, { label: 'Undo', run: () => void takeBack('undo') });
    },
  };
}

/** Inserts lines behind the cursor, on lines of their own; nothing is replaced, and never before the properties. */
function insertAtCursor(editor: Editor, text: string): void {
  const properties = getFrontMatterInfo(editor.getValue());
  const body = editor.offsetToPos(properties.exists ? properties.contentStart : 0);
  const cursor = editor.getCursor('to');
  const at = cursor.line < body.line ? body : cursor;
  const line = editor.getLine(at.line);
  const before = at.ch === 0 ? '' : '\n\n';
  const after = line.slice(at.ch).trim() === '' ? '\n' : '\n\n';
  editor.replaceRange(`${before}${text}${after}`, at);
}
