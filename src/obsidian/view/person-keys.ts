import type { Menu } from 'obsidian';
import type { ListCommand } from '../../core/list/keys';
import type { ListState } from '../../core/list/list-state';
import type { ListController } from './list-controller';
import { makePersonMenu } from './person-menu';
import type { ViewServices } from './services';

/** What the keys of a list do about people. */
export class PersonKeys {
  constructor(
    private readonly services: ViewServices,
    private readonly controller: ListController,
    private readonly state: () => ListState,
    private readonly change: (changes: Partial<ListState>) => void,
  ) {}

  /** Carries out a command about people; returns whether it was one. */
  execute(command: ListCommand): boolean {
    const { services, person } = this;
    if (command === 'back') this.show('');
    else if (command === 'agenda') {
      services.persons.copyAgenda(person === null ? services.peopleHere() : [person]);
    } else if (command === 'nudge') this.nudge();
    else return false;
    return true;
  }

  /** Opens the account of the person whose row the cursor is on; returns whether there is one. */
  openRow(): boolean {
    const person = this.controller.current ? undefined : this.controller.group()?.group.person;
    if (person !== undefined) this.show(person);
    return person !== undefined;
  }

  /** Shows the account of a person; with an empty name everybody's, with the cursor where it was. */
  show(person: string): void {
    const { tab, person: before } = this.state();
    if (tab !== 'people' || person === before) return;
    this.change({ person });
    if (person === '') this.controller.goTo(`group\nperson ${before}`);
  }

  /** Shows the account of the next person, or of the one before. */
  step(by: 1 | -1): void {
    const names = this.services.accounts().open.map(({ name }) => name);
    const at = names.indexOf(this.state().person);
    const next = at < 0 && by < 0 ? names.length - 1 : at + by;
    this.show(names[(next + names.length) % names.length] ?? '');
  }

  /** What can be done about the person under the cursor. */
  menu(): Menu | null {
    const { person } = this;
    const show = this.state().person === '' ? () => this.show(person ?? '') : null;
    return person === null ? null : makePersonMenu(person, this.services, show, () => this.change({}));
  }

  /** The person whom the list is about at its cursor. */
  private get person(): string | null {
    const { tab, person } = this.state();
    return this.controller.group()?.group.person ?? (tab === 'people' && person !== '' ? person : null);
  }

  private nudge(): void {
    const { controller, person, services } = this;
    const targets = controller.targets();
    if (targets.length > 0 || person === null) services.persons.copyNudge(targets, null);
    else services.persons.copyNudge(services.accounts().of(person).owesMe, person);
  }
}
