/** Notes and tasks as the index holds them, made from text. */
import { NoteIndex } from '../../../src/core/index/note-index';
import { makeOpenTasks, type OpenTasks } from '../../../src/core/index/open-tasks';
import { readLooseFrontmatter } from '../../../src/core/note/frontmatter';
import { type NoteEntry, readNote } from '../../../src/core/note/read-note';
import type { TaskItem } from '../../../src/core/note/task-item';
import { RULES } from './act';

/** Reads a note with the default rules; its frontmatter is read key by key. */
export function entry(path: string, text: string): NoteEntry {
  const frontmatter = readLooseFrontmatter(text);
  return readNote({ path, text, frontmatter }, { line: RULES, ownNames: new Set() });
}

/** An index of notes. */
export function indexOf(...notes: readonly NoteEntry[]): NoteIndex {
  const index = new NoteIndex();
  for (const note of notes) index.replace(note.path, note);
  return index;
}

/** The tasks of lines that stand in one note. */
export function items(...lines: string[]): readonly TaskItem[] {
  return entry('Calls.md', lines.join('\n')).tasks;
}

/** The task of a single line. */
export function item(line: string): TaskItem {
  const [only] = items(line);
  if (!only) throw new Error(`no task: ${line}`);
  return only;
}

/** The words of tasks, which is how the tests name them. */
export function texts(tasks: Iterable<TaskItem>): string[] {
  return [...tasks].map(({ text }) => text);
}

/** What is open of tasks, each list those of one note, as the index keeps it. */
export function openTasks(...notes: (readonly TaskItem[])[]): OpenTasks {
  const open = makeOpenTasks();
  for (const [at, tasks] of notes.entries()) {
    const path = `Calls ${at}.md`;
    open.replaced(path, undefined, { ...entry(path, ''), tasks });
  }
  return open;
}
