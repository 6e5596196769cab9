import { type App, type Command, MarkdownView } from 'obsidian';
import { type TaskCommand } from '../core/list/command-info';
import type { ListState, Tab } from '../core/list/list-state';
import type { LineRules } from '../core/line/rules';
import { scanBlocks } from '../core/text/blocks';
import { proposalsIn, tasksInSelection } from './editor-tasks';
import type { ViewServices } from './view/services';
import { askAndRun, type PromptTarget } from './view/task-prompt';
import { TaskView } from './view/task-view';

/** What the commands need. */
export interface CommandServices extends ViewServices {
  lineRules(): LineRules;
  openView(tab: Tab, state?: Partial<ListState>): void;
}

/** Commands that work on the selected tasks of the list, or on the lines under the cursor of an editor. */
const TASK_COMMANDS: readonly (readonly [command: TaskCommand, name: string])[] = [
  ['accept', 'Accept'],
  ['reject', 'Reject'],
  ['complete', 'Complete'],
  ['start', 'Start'],
  ['reopen', 'Reopen'],
  ['reschedule', 'Set the due date'],
  ['snooze', 'Snooze until a day'],
  ['priority', 'Set the priority'],
  ['assign', 'Assign'],
  ['edit-text', 'Edit the text'],
];

/** All commands of the palette. */
export function makeCommands(services: CommandServices): Command[] {
  const { app } = services;
  return [
    {
      id: 'open-triage',
      name: 'Open triage',
      icon: 'list-checks',
      callback: () => services.openView('triage'),
    },
    { id: 'open-week', name: 'Open this week', icon: 'calendar', callback: () => services.openView('week') },
    ...TASK_COMMANDS.map(([command, name]) => ({
      id: command,
      name: `${name}: selected tasks`,
      checkCallback: (checking: boolean) => runOnSelection(command, services, checking),
    })),
    {
      id: 'accept-all-in-note',
      name: 'Accept all proposals in this note',
      checkCallback: (checking: boolean) => {
        const view = app.workspace.getActiveViewOfType(MarkdownView);
        if (!view?.file) return false;
        // A note of any length must not be searched only to decide whether the command is listed.
        if (checking) return true;
        const candidates = scanBlocks(view.editor.getValue()).candidates.map(({ line }) => line);
        const targets = proposalsIn(view.editor, view.file.path, services.lineRules(), candidates);
        void services.run({ kind: 'accept' }, targets);
        return true;
      },
    },
    { id: 'undo', name: 'Undo the last change', icon: 'undo-2', callback: () => void services.undo() },
    { id: 'redo', name: 'Redo the last change', icon: 'redo-2', callback: () => services.redo() },
    { id: 'history', name: 'Show the history', icon: 'history', callback: () => services.openHistory() },
  ];
}

function runOnSelection(command: TaskCommand, services: CommandServices, checking: boolean): boolean {
  const list = services.app.workspace.getActiveViewOfType(TaskView);
  if (list) {
    if (!list.hasTargets()) return false;
    if (!checking) list.execute(command);
    return true;
  }
  const targets = editorTargets(services.app);
  if (targets.length === 0) return false;
  if (!checking) askAndRun(command, targets, services, null, (verb) => void services.run(verb, targets));
  return true;
}

/** The task lines that are selected in the editor that has the focus. */
export function editorTargets(app: App): PromptTarget[] {
  const view = app.workspace.getActiveViewOfType(MarkdownView);
  return view?.file ? tasksInSelection(view.editor, view.file.path) : [];
}
