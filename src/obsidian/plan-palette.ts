import type { Command } from 'obsidian';
import { command, type CommandServices, editorTargets, onList } from './commands';
import { helpOf, type ListCommand } from '../core/list/keys';
import { editTask } from './view/add-task';
import { runPlanCommand } from './view/plan-commands';

/** The commands of the palette that plan the week, and those that add and edit with a form. */
export function makePlanCommands(services: CommandServices): Command[] {
  const { app } = services;
  const run = (id: ListCommand) => () => runPlanCommand(id, [], services);
  return [
    command('review', helpOf('review'), 'list-checks', run('review')),
    command('write-review', 'Write the weekly review', 'file-text', run('write-review')),
    command('spread', 'Spread overdue tasks', 'calendar-range', run('spread')),
    command('add-task', 'Add task', 'plus', run('add-task')),
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
