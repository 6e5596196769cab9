import type { Command } from 'obsidian';
import { type CommandServices, editorTargets, onList } from './commands';
import { helpOf } from '../core/list/keys';
import { addTask, editTask } from './view/add-task';
import { runPlanCommand } from './view/plan-commands';

/** The commands of the palette that plan the week, and those that add and edit with a form. */
export function makePlanCommands(services: CommandServices): Command[] {
  const { app } = services;
  const run = (command: 'review' | 'write-review' | 'spread') => () => runPlanCommand(command, [], services);
  return [
    { id: 'review', name: helpOf('review'), icon: 'list-checks', callback: run('review') },
    { id: 'write-review', name: 'Write the weekly review', icon: 'file-text', callback: run('write-review') },
    { id: 'spread', name: 'Spread overdue tasks', icon: 'calendar-range', callback: run('spread') },
    { id: 'add-task', name: 'Add task', icon: 'plus', callback: () => addTask(services) },
    {
      id: 'edit-task',
      name: 'Edit task',
      icon: 'pencil',
      checkCallback: onList(app, 'edit-task', () => {
        const [target] = editorTargets(app);
        return target ? () => editTask(services, target) : null;
      }),
    },
    {
      id: 'shift-days',
      name: `${helpOf('shift-days')}: selected tasks`,
      checkCallback: onList(app, 'shift-days', () => null),
    },
  ];
}
