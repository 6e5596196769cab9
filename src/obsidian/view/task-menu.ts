import { Menu } from 'obsidian';
import { commandInfo, commandsFor } from '../../core/list/command-info';
import { helpOf, type ListCommand } from '../../core/list/keys';
import type { TaskItem } from '../../core/note/task-item';
import { addMenuItem } from './dom';

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
    addMenuItem(menu, label, icon, () => execute(command), 'task');
  }
  if (items.every(({ owners }) => owners.names.length > 0))
    addMenuItem(menu, 'Copy a nudge', 'message-square', () => execute('nudge'), 'open');
  addMenuItem(menu, 'Open note', 'file-text', () => execute('open'), 'open');
  // Without a keyboard there is no other way back to hidden details.
  addMenuItem(menu, helpOf('detail'), 'info', () => execute('detail'), 'open');
  return menu;
}
