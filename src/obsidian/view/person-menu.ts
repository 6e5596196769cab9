import { Menu } from 'obsidian';
import { addMenuItem } from './dom';
import { askForOwner, ME } from './prompts';
import type { ViewServices } from './services';

/** What can be done with the agenda of people. */
export const AGENDA = [
  ['Copy the agenda', 'clipboard-copy', 'copyAgenda'],
  ['Insert the agenda', 'clipboard-paste', 'insertAgenda'],
] as const;

/**
 * Everything that can be done about a person. `show` opens their account, where it is not open; `done` is called
 * when a dialog has been answered.
 */
export function makePersonMenu(
  name: string,
  services: ViewServices,
  show: (() => void) | null,
  done: () => void,
): Menu {
  const { persons } = services;
  const menu = new Menu();
  const add = (title: string, icon: string, run: () => void) => addMenuItem(menu, title, icon, run);
  if (show) add('Show', 'user', show);
  for (const [title, icon, verb] of AGENDA) add(title, icon, () => void persons[verb]([name]));
  const { owesMe } = services.accounts().of(name);
  if (owesMe.length > 0) add('Copy a nudge', 'message-square', () => persons.copyNudge(owesMe, name));
  add('Same person as…', 'merge', () => {
    const choose = (other: string | null): void => {
      persons.merge(name, other ?? '');
      done();
    };
    askForOwner(services.app, choosable(services, name), choose, `${name} is…`, ME);
  });
  return menu;
}

/** Asks for a person. */
export function askPerson(services: ViewServices, choose: (name: string) => void): void {
  const chosen = (name: string | null) => choose(name ?? '');
  askForOwner(services.app, choosable(services), chosen, 'Whom do you meet?');
}

/** All people, those with something open first. */
function choosable(services: ViewServices, except = ''): string[] {
  const open = services.accounts().open.map(({ name }) => name);
  return [...new Set([...open, ...services.people().all()])].filter((name) => name !== except);
}
