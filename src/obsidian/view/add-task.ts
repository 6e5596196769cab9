import { MarkdownView, Notice, type TFile } from 'obsidian';
import { proposedChange } from '../../core/edit/bulk';
import { insertTask } from '../../core/edit/insert-line';
import { EMPTY_FORM, newTask, planForm, readForm } from '../../core/edit/task-form';
import { textAfter } from '../../core/edit/verb';
import { nameKey } from '../../core/line/owner';
import { latestMeeting } from '../../core/review/meetings';
import { difference } from '../../core/text/text-edit';
import { currentText } from '../current-text';
import type { Target } from '../task-actions';
import { tasksApi } from '../tasks-api';
import type { ViewServices } from './services';
import { type Destination, NO_NOTE, openTaskForm } from './task-form-modal';

/** Asks for a new task and where it goes, and adds it. */
export function addTask(services: ViewServices): void {
  const { app } = services;
  const api = services.settings().tasksForm ? tasksApi(app) : null;
  if (api) {
    const [first] = destinations(services, '');
    if (!first) return void new Notice(NO_NOTE);
    void api.createTaskLineModal().then((line) => {
      if (line !== '') void insert(services, first.path, line.replace(/^\s*[-*+] /, ''));
    });
    return;
  }
  openTaskForm(services, {
    title: 'Add task',
    form: EMPTY_FORM,
    destinations: (owner) => destinations(services, owner),
    line: (form) => {
      const made = newTask(form, services.taskTag(), services.verbContext());
      return made.kind === 'line' ? { kind: 'line', text: `- ${made.text}` } : made;
    },
    save: (text, path) => void insert(services, path, text.slice(2)),
  });
}

/** Asks for the new fields of a task, and writes them. */
export function editTask(services: ViewServices, target: Target): void {
  const api = services.settings().tasksForm ? tasksApi(services.app) : null;
  if (api?.editTaskLineModal) {
    void api.editTaskLineModal(target.source).then((text) => {
      if (text !== '' && text !== target.source) replace(services, target, text);
    });
    return;
  }
  const form = readForm(target.source);
  if (!form) return;
  openTaskForm(services, {
    title: 'Edit task',
    form,
    destinations: null,
    line: (changed) => {
      const plan = planForm(target.source, changed, services.verbContext());
      return plan.kind === 'refused' ? plan : { kind: 'line', text: textAfter(target.source, plan) };
    },
    save: (text) => {
      if (text !== target.source) replace(services, target, text);
    },
  });
}

/** Where a new task can go: the note for that, the note that is open, the last meeting with the owner. */
function destinations(services: ViewServices, owner: string): Destination[] {
  const { app, index } = services;
  const found: Destination[] = [];
  const add = (file: TFile | null | undefined, label: string): void => {
    if (file?.extension === 'md' && !found.some(({ path }) => path === file.path)) {
      found.push({ path: file.path, label: `${label}: ${file.basename}` });
    }
  };
  add(app.vault.getFileByPath(services.settings().captureNote), 'Note for new tasks');
  const view = app.workspace.getMostRecentLeaf()?.view;
  if (view instanceof MarkdownView) add(view.file, 'Open note');
  const key = nameKey(owner.replace(/^\[\[|\]\]$/g, ''));
  const meeting = key === '' ? null : latestMeeting(index.notes(), (name) => nameKey(name) === key);
  // An offer, not where all tasks of the person go: it comes last.
  if (meeting) add(app.vault.getFileByPath(meeting.path), `Last meeting with ${owner}`);
  return found;
}

async function insert(services: ViewServices, path: string, task: string): Promise<void> {
  const file = services.app.vault.getFileByPath(path);
  const change = file && insertTask(await currentText(services.app, file), task);
  if (!change) return void new Notice(`No task can be added at the end of ${path}.`);
  await services.apply('Added', [{ path, changes: [proposedChange(change)] }]);
}

function replace(services: ViewServices, target: Target, text: string): void {
  const change = { ref: target, edits: [difference(target.source, text)] };
  void services.apply('Changed', [{ path: target.path, changes: [proposedChange(change)] }]);
}
