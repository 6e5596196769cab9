import { type App, type Command, Notice } from 'obsidian';
import type { NoteChanges } from '../core/edit/bulk';
import { findBrokenLines } from '../core/edit/repair-text';
import { isExcluded, type ScopeRules } from '../core/note/scope';
import { currentText } from './current-text';
import { inSlices } from './slices';
import type { Progress } from './slices';
import type { BulkResult } from './task-actions';
import { openBulk } from './view/bulk-modal';

/** What the repair of characters needs. */
export interface RepairServices {
  readonly app: App;
  scope(): ScopeRules;
  apply(label: string, notes: readonly NoteChanges[], progress: Progress): Promise<BulkResult>;
  undo(): void;
}

/** The commands that put broken characters right, in one note or everywhere, after a preview. */
export function makeRepairCommands(services: RepairServices): Command[] {
  const { app } = services;
  return [
    {
      id: 'repair-characters-in-note',
      name: 'Repair broken characters in this note',
      editorCallback: (editor, context) => {
        if (!context.file) return;
        // What is typed and not yet saved counts too.
        offer([{ path: context.file.path, changes: findBrokenLines(editor.getValue()) }], services);
      },
    },
    {
      id: 'repair-characters-in-vault',
      name: 'Repair broken characters in all notes',
      callback: () => void repairVault(services, app),
    },
  ];
}

async function repairVault(services: RepairServices, app: App): Promise<void> {
  const reading = new Notice('Looking for broken characters…', 0);
  const found: NoteChanges[] = [];
  const files = app.vault.getMarkdownFiles().filter((file) => !isExcluded(file.path, services.scope()));
  await inSlices(
    files,
    async (file) => {
      const changes = findBrokenLines(await currentText(app, file));
      return changes.length > 0 ? () => found.push({ path: file.path, changes }) : null;
    },
    () => undefined,
    () => false,
    (run) => run(),
  );
  reading.hide();
  offer(found, services);
}

function offer(notes: readonly NoteChanges[], services: RepairServices): void {
  const broken = notes.filter(({ changes }) => changes.length > 0);
  if (broken.length === 0) {
    new Notice('No broken characters found.');
    return;
  }
  const { app } = services;
  openBulk(app, {
    title: 'Repair broken characters',
    verb: 'Repair',
    notes: broken,
    remarks: [],
    apply: (chosen, progress) => services.apply('Characters repaired', chosen, progress),
    undo: () => services.undo(),
  });
}
