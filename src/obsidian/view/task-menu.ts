import { Menu } from 'obsidian';
import { commandInfo, commandsFor } from '../../core/list/command-info';
import type { ListCommand } from '../../core/list/keys';
import type { TaskItem } from '../../core/note/task-item';

/** The menu of a task, or of several selected ones; `null` without any. */
export function makeTaskMenu(
  items: readonly TaskItem[],
  execute: (command: ListCommand) => void,
): Menu | null {
  const [first] = items;
  if (!first) return null;
  const menu = new Menu();
  if (items.length > 1) menu.addItem((entry) => entry.setTitle(`${items.length} tasks`).setIsLabel(true));
  for (const command of commandsFor(first.state)) {
    const { label, icon } = commandInfo(command, first.state);
    menu.addItem((entry) =>
      entry
        .setTitle(label)
        .setIcon(icon)
        .setSection('task')
        .onClick(() => execute(command)),
    );
  }
  if (items.every(({ owners }) => owners.names.length > 0)) {
    menu.addItem((entry) =>
      entry
        .setTitle('Copy a nudge')
        .setIcon('message-square')
        .setSection('open')
        .onClick(() => execute('nudge')),
    );
  }
  menu.addItem((entry) =>
    entry
      .setTitle('Open note')
      .setIcon('file-text')
      .setSection('open')
      .onClick(() => execute('open')),
  );
  return menu;
}
