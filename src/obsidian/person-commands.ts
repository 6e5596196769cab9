import type { Command } from 'obsidian';
import type { CommandServices } from './commands';
import { OverviewModal } from './view/overview-modal';
import { PersonModal } from './view/person-modal';

/** The commands about people, the open note and the overview. */
export function makePersonCommands(services: CommandServices): Command[] {
  const { persons } = services;
  return [
    { id: 'open-people', name: 'Open people', icon: 'users', callback: () => services.openView('people') },
    {
      id: 'open-note-tasks',
      name: 'Open the tasks of this note',
      icon: 'file-check',
      callback: () => services.openView('note'),
    },
    {
      id: 'before-you-meet',
      name: 'Before you meet: show what is open',
      icon: 'users',
      callback: () => withPeople(services, ([name]) => services.openView('people', { person: name ?? '' })),
    },
    {
      id: 'copy-agenda',
      name: 'Before you meet: copy the agenda',
      icon: 'clipboard-copy',
      callback: () => withPeople(services, (names) => persons.copyAgenda(names)),
    },
    {
      id: 'insert-agenda',
      name: 'Before you meet: insert the agenda',
      icon: 'clipboard-paste',
      callback: () => withPeople(services, (names) => persons.insertAgenda(names)),
    },
    {
      id: 'overview',
      name: 'Show the overview',
      icon: 'chart-bar',
      callback: () => new OverviewModal(services).open(),
    },
  ];
}

/** Does something with the people of the open note; without any, asks for one. */
function withPeople(services: CommandServices, run: (names: readonly string[]) => void): void {
  const here = services.peopleHere();
  if (here.length > 0) run(here);
  else new PersonModal(services, 'Whom do you meet?', (name) => run([name])).open();
}
