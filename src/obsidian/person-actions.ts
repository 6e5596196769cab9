import { type App, type Editor, getFrontMatterInfo, Notice } from 'obsidian';
import { type Accounts, withMerge } from '../core/people/accounts';
import { agendaText, nudgeText } from '../core/people/agenda';
import type { Day } from '../core/date/day';
import type { NameMerge } from '../core/index/people';
import type { NoteFacts } from '../core/note/meeting';
import type { TaskItem } from '../core/note/task-item';
import type { OpenNote } from './open-note';
import type { Reporter } from './reporter';
import { errorText, type SettingsStore } from './settings/settings-store';

/** What can be done about people, besides their tasks. */
export interface PersonVerbs {
  copyAgenda(names: readonly string[]): void;
  /** Puts the agenda into the open note, at its cursor. */
  insertAgenda(names: readonly string[]): void;
  /** Copies a question after tasks, to `person` or else to each of their owners. */
  copyNudge(items: readonly TaskItem[], person: string | null): void;
  /** From now on, `spelling` counts as `name`. */
  merge(spelling: string, name: string): void;
  /** From now on, the name is one of the user's own. */
  thatIsMe(name: string): void;
}

/** What the verbs about people need. */
export interface PersonParts {
  readonly app: App;
  readonly store: SettingsStore;
  readonly reporter: Reporter;
  readonly openNote: OpenNote;
  /** Goes up with each change of notes, so that undo knows what came last. */
  readonly acts: () => number;
  today(): Day;
  accounts(): Accounts;
  factsOf(path: string): NoteFacts | undefined;
  /** The people who own a task, by the names under which they are listed. */
  ownersOf(item: TaskItem): readonly string[];
  dayLabel(day: string): string;
}

/** A merge that undo can take back. */
interface DoneMerge {
  readonly before: readonly NameMerge[];
  readonly after: readonly NameMerge[];
  readonly acts: number;
}

/** Carries out what is done about people: texts for them, and who they are. */
export class PersonActions implements PersonVerbs {
  private readonly merges: DoneMerge[] = [];

  constructor(private readonly parts: PersonParts) {}

  copyAgenda(names: readonly string[]): void {
    if (names.length === 0) new Notice('No person here: the open note names nobody.');
    else void copy(this.agenda(names, ''), 'Agenda copied.');
  }

  insertAgenda(names: readonly string[]): void {
    const view = this.parts.openNote.view();
    if (!view?.file || view.getMode() === 'preview') {
      new Notice('Open a note for editing first.');
      return;
    }
    insertAtCursor(view.editor, this.agenda(names, view.file.path));
    new Notice(`Agenda put into ${view.file.basename}.`);
  }

  copyNudge(items: readonly TaskItem[], person: string | null): void {
    const byName = new Map<string, TaskItem[]>();
    for (const item of items) {
      for (const name of person === null ? this.parts.ownersOf(item) : [person])
        byName.set(name, [...(byName.get(name) ?? []), item]);
    }
    if (byName.size === 0) {
      new Notice('Nobody to ask: the task is not waiting on anybody.');
      return;
    }
    const context = { ...this.parts, today: this.parts.today() };
    const texts = [...byName].map(([name, own]) => nudgeText(name, own, context));
    void copy(texts.join('\n\n'), `Nudge copied for ${[...byName.keys()].join(', ')}.`);
  }

  merge(spelling: string, name: string): void {
    const { store, reporter, acts } = this.parts;
    const before = store.current.mergedNames;
    void store.update({ mergedNames: withMerge(before, spelling, name) });
    this.merges.push({ before, after: store.current.mergedNames, acts: acts() });
    reporter.say(`${spelling} counts as ${name} now.`, { label: 'Undo', run: () => this.undoMerge() });
  }

  /** Takes the last merge back, if nothing was changed in notes after it; returns whether it was the last act. */
  undoMerge(): boolean {
    const { store, acts } = this.parts;
    const last = this.merges.at(-1);
    if (!last || last.acts !== acts()) return false;
    this.merges.pop();
    // Somebody may have changed the list in the settings.
    if (store.current.mergedNames !== last.after && !sameMerges(store.current.mergedNames, last.after))
      return false;
    void store.update({ mergedNames: last.before });
    new Notice('Undone: names merged.');
    return true;
  }

  thatIsMe(name: string): void {
    const { store, reporter } = this.parts;
    const { ownNames } = store.current;
    void store.update({ ownNames: [...ownNames, name] });
    reporter.say(`${name} is you now.`, { label: 'Undo', run: () => void store.update({ ownNames }) });
  }

  private agenda(names: readonly string[], sourcePath: string): string {
    const { app } = this.parts;
    const linkTo = (path: string, title: string): string => {
      const file = app.vault.getFileByPath(path);
      return file ? app.fileManager.generateMarkdownLink(file, sourcePath, '', title) : title;
    };
    const accounts = names.map((name) => this.parts.accounts().of(name));
    return agendaText(accounts, { ...this.parts, today: this.parts.today(), linkTo });
  }
}

function sameMerges(a: readonly NameMerge[], b: readonly NameMerge[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    new Notice(said);
  } catch (error) {
    new Notice(`Nothing was copied: ${errorText(error)}`);
  }
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
