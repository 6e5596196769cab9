import { Menu } from 'obsidian';
import { PersonModal } from './person-modal';
import type { ViewServices } from './services';

/** Everything that can be done about a person. `show` opens their account, where it is not open. */
export function makePersonMenu(name: string, services: ViewServices, show: (() => void) | null): Menu {
  const { persons } = services;
  const menu = new Menu();
  const add = (title: string, icon: string, run: () => void): void => {
    menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(run));
  };
  if (show) add('Show', 'user', show);
  add('Copy the agenda', 'clipboard-copy', () => persons.copyAgenda([name]));
  add('Insert the agenda', 'clipboard-paste', () => persons.insertAgenda([name]));
  const { owesMe } = services.accounts().of(name);
  if (owesMe.length > 0) add('Copy a nudge', 'message-square', () => persons.copyNudge(owesMe, name));
  menu.addSeparator();
  add('Same person as…', 'merge', () => {
    new PersonModal(services, `${name} is the same as…`, (other) => persons.merge(name, other), name).open();
  });
  add('This is me', 'user-check', () => persons.thatIsMe(name));
  return menu;
}
