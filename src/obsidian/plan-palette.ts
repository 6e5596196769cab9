import type { Command } from 'obsidian';
import { type CommandServices, editorTargets } from './commands';
import { addTask, editTask } from './view/add-task';
import { runPlanCommand } from './view/plan-commands';
import { TaskView } from './view/task-view';

/** The commands of the palette that plan the week, and those that add and edit with a form. */
export function makePlanCommands(services: CommandServices): Command[] {
  const { app } = services;
  const list = (): TaskView | null => app.workspace.getActiveViewOfType(TaskView);
  const run = (command: 'review' | 'write-review' | 'spread') => () => runPlanCommand(command, [], services);
  return [
    { id: 'review', name: 'Start or resume the weekly review', icon: 'list-checks', callback: run('review') },
    { id: 'write-review', name: 'Write the weekly review', icon: 'file-text', callback: run('write-review') },
    { id: 'spread', name: 'Spread overdue tasks', icon: 'calendar-range', callback: run('spread') },
    { id: 'add-task', name: 'Add task', icon: 'plus', callback: () => addTask(services) },
    {
      id: 'edit-task',
      name: 'Edit task',
      icon: 'pencil',
      checkCallback: (checking) => {
        const view = list();
        const [target] = view ? [] : editorTargets(app);
        if (view ? !view.hasTargets() : !target) return false;
        if (checking) return true;
        if (target) editTask(services, target);
        else view?.execute('edit-task');
        return true;
      },
    },
    {
      id: 'shift-days',
      name: 'Move due dates by days: selected tasks',
      checkCallback: (checking) => {
        const view = list();
        if (!view?.hasTargets()) return false;
        if (!checking) view.execute('shift-days');
        return true;
      },
    },
  ];
}
