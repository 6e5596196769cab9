import { type App, type Command, MarkdownView } from 'obsidian';
import { commandInfo, TASK_COMMANDS } from '../core/list/command-info';
import { helpOf, type ListCommand } from '../core/list/keys';
import type { ListState, Tab } from '../core/list/list-state';
import type { LineRules } from '../core/line/rules';
import type { Verb } from '../core/edit/verb';
import { scanBlocks } from '../core/text/blocks';
import { tasksInSelection } from './editor-tasks';
import { taskAt } from './in-note/task-at';
import type { Planned, ViewServices } from './view/services';
import { askAndRun, type PromptTarget } from './view/task-prompt';
import { TaskView } from './view/task-view';

/** What the commands need. */
export interface CommandServices extends ViewServices {
  lineRules(): LineRules;
  openView(tab: Tab, state?: Partial<ListState>): void;
  /** The same with the word for the button that does it, and the kind of verb by which the history knows it. */
  preview(title: string, label: string, plan: Planned, button?: string, kind?: Verb['kind']): Promise<number>;
}

/** A `checkCallback` by a function that finds what there is to do; without that, the command is not offered. */
function ifAny(find: () => (() => void) | null): (checking: boolean) => boolean {
  return (checking) => {
    const run = find();
    if (!checking) run?.();
    return run !== null;
  };
}

/** The same for a command of the list that has the focus; where none has, `elsewhere` finds what there is to do. */
export function onList(
  { workspace }: App,
  command: ListCommand,
  elsewhere: () => (() => void) | null,
): (checking: boolean) => boolean {
  return ifAny(() => {
    const list = workspace.getActiveViewOfType(TaskView);
    if (!list) return elsewhere();
    return list.hasTargets() ? () => list.execute(command) : null;
  });
}

/** A command of the palette that is always offered. */
export function command(id: string, name: string, icon: string, callback: () => void): Command {
  return { id, name, icon, callback };
}

/** The commands that open the lists, decide on tasks, and take back. */
export function makeCommands(services: CommandServices): Command[] {
  const { app } = services;
  return [
    command('open-triage', 'Open triage', 'list-checks', () => services.openView('triage')),
    command('open-week', 'Open this week', 'calendar', () => services.openView('week')),
    // On the selected tasks of the list, or on the lines under the cursor of an editor.
    ...TASK_COMMANDS.map((id) => ({
      id,
      name: `${helpOf(id) || commandInfo(id).label}: selected tasks`,
      checkCallback: onList(app, id, () => {
        const targets = editorTargets(app);
        const run = (verb: Verb) => void services.run(verb, targets);
        return targets.length > 0 ? () => askAndRun(id, targets, services, null, run) : null;
      }),
    })),
    {
      id: 'accept-all-in-note',
      name: 'Accept all proposals in this note',
      checkCallback: ifAny(() => {
        const view = app.workspace.getActiveViewOfType(MarkdownView);
        if (!view?.file) return null;
        const { path } = view.file;
        // A note of any length must not be searched only to decide whether the command is listed.
        return () => {
          const text = view.getViewData();
          const rules = services.lineRules();
          const targets = scanBlocks(text).candidates.flatMap(
            ({ line, from, to }) => taskAt(path, line, text.slice(from, to), rules) ?? [],
          );
          void services.run({ kind: 'accept' }, targets);
        };
      }),
    },
    command('undo', 'Undo the last change', 'undo-2', () => void services.undo()),
    command('redo', 'Redo the last change', 'redo-2', () => services.redo()),
    command('history', 'Show the history', 'history', () => services.openHistory()),
  ];
}

/** The task lines that are selected in the editor that has the focus. */
export function editorTargets(app: App): PromptTarget[] {
  const view = app.workspace.getActiveViewOfType(MarkdownView);
  // The cursor of an editor behind the reading view is seen by nobody.
  return view?.file && view.getMode() === 'source' ? tasksInSelection(view.editor, view.file.path) : [];
}
