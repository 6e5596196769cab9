import { type App, type Editor, getFrontMatterInfo } from 'obsidian';
import { type Accounts, withMerge } from '../core/people/accounts';
import { agendaText, nudgeText } from '../core/people/agenda';
import type { Day } from '../core/date/day';
import type { NoteFacts } from '../core/note/meeting';
import type { TaskItem } from '../core/note/task-item';
import type { OpenNote } from './open-note';
import type { Reporter } from './reporter';
import type { Said } from './said';
import type { SettingsStore } from './settings/settings-store';
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
  readonly said: Said;
  today(): Day;
  accounts(): Accounts;
  factsOf(path: string): NoteFacts | undefined;
  /** The people who own a task, by the names under which they are listed. */
  ownersOf(item: TaskItem): readonly string[];
  dayLabel(day: string): string;
}

/** Carries out what is done about people: texts for them, and who they are. */
export function makePersonActions(parts: PersonParts): PersonVerbs {
  const { app, store, reporter, openNote } = parts;

  const context = () => ({ ...parts, today: parts.today() });
  const agenda = (names: readonly string[], sourcePath: string): string => {
    const linkTo = (path: string, title: string): string => {
      const file = app.vault.getFileByPath(path);
      return file ? app.fileManager.generateMarkdownLink(file, sourcePath, '', title) : title;
    };
    const open = names.map((name) => parts.accounts().of(name));
    return agendaText(open, { ...context(), linkTo });
  };

  return {
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
      const values =
        name === 'Myself'
          ? { ownNames: [...ownNames, spelling] }
          : { mergedNames: withMerge(mergedNames, spelling, name) };
      parts.said.keep(values, 'names merged', `${spelling} counts as ${name} now.`);
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
