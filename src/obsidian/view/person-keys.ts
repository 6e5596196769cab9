import type { Menu } from 'obsidian';
import type { ListCommand } from '../../core/list/keys';
import type { ListState } from '../../core/list/list-state';
import type { ListController } from './list-controller';
import { makePersonMenu } from './person-menu';
import type { ViewServices } from './services';

/** What the keys of a list do about people. */
export type PersonKeys = ReturnType<typeof makePersonKeys>;

/** Makes them; `change` changes the state of the list. */
export function makePersonKeys(
  services: ViewServices,
  controller: ListController,
  state: () => ListState,
  change: (changes: Partial<ListState>) => void,
) {
  const { persons } = services;
  /** The person whom the list is about at its cursor. */
  const current = (): string | null => {
    const { tab, person } = state();
    return controller.group()?.group.person ?? (tab === 'people' && person !== '' ? person : null);
  };
  /** Shows the account of a person; with an empty name everybody's, with the cursor where it was. */
  const show = (person: string): void => {
    const { tab, person: before } = state();
    if (tab !== 'people' || person === before) return;
    change({ person });
    if (person === '') controller.goTo(`group\nperson ${before}`);
  };
  const nudge = (person: string | null): void => {
    const targets = controller.targets();
    if (targets.length > 0 || person === null) persons.copyNudge(targets, null);
    else persons.copyNudge(services.accounts().of(person).owesMe, person);
  };
  return {
    show,

    /** Carries out a command about people; returns whether it was one. */
    execute(command: ListCommand): boolean {
      const person = current();
      if (command === 'back') show('');
      else if (command === 'agenda') persons.copyAgenda(person === null ? services.peopleHere() : [person]);
      else if (command === 'nudge') nudge(person);
      else return false;
      return true;
    },

    /** Opens the account of the person whose row the cursor is on; returns whether there is one. */
    openRow(): boolean {
      const person = controller.current ? undefined : controller.group()?.group.person;
      if (person !== undefined) show(person);
      return person !== undefined;
    },

    /** Shows the account of the next person, or of the one before. */
    step(by: 1 | -1): void {
      const names = services.accounts().open.map(({ name }) => name);
      const at = names.indexOf(state().person);
      const next = at < 0 && by < 0 ? names.length - 1 : at + by;
      show(names[(next + names.length) % names.length] ?? '');
    },

    /** What can be done about the person under the cursor. */
    menu(): Menu | null {
      const person = current();
      if (person === null) return null;
      const open = state().person === '' ? () => show(person) : null;
      return makePersonMenu(person, services, open, () => change({}));
    },
  };
}
