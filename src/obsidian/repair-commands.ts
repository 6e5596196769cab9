import { type Command, Notice } from 'obsidian';
import type { NoteChanges } from '../core/edit/bulk';
import { findBrokenLines } from '../core/edit/repair-text';
import { isExcluded } from '../core/note/scope';
import type { CommandServices } from './commands';
import { currentText } from './current-text';
import { inSlices } from './slices';

/** The commands that put broken characters right, in one note or everywhere, after a preview. */
export function makeRepairCommands(services: CommandServices): Command[] {
  return [
    {
      id: 'repair-characters-in-note',
      name: 'Repair broken characters in this note',
      editorCallback: (editor, { file }) => {
        // What is typed and not yet saved counts too.
        if (file) offer([{ path: file.path, changes: findBrokenLines(editor.getValue()) }], services);
      },
    },
    {
      id: 'repair-characters-in-vault',
      name: 'Repair broken characters in all notes',
      callback: () => void repairVault(services),
    },
  ];
}

async function repairVault(services: CommandServices): Promise<void> {
  const { app } = services;
  const reading = new Notice('Looking for broken characters…', 0);
  const found: NoteChanges[] = [];
  const files = app.vault.getMarkdownFiles().filter((file) => !isExcluded(file.path, services.settings()));
  await inSlices(files, async (file) => {
    const changes = findBrokenLines(await currentText(app, file));
    return changes.length > 0 ? () => found.push({ path: file.path, changes }) : null;
  });
  reading.hide();
  offer(found, services);
}

function offer(notes: readonly NoteChanges[], services: CommandServices): void {
  const broken = notes.filter(({ changes }) => changes.length > 0);
  if (broken.length === 0) return void new Notice('No broken characters found.');
  const plan = { notes: () => broken, refused: [], unchanged: 0 };
  void services.preview('Repair broken characters', 'Characters repaired', plan, 'Repair', 'repair');
}
