import type { Command } from 'obsidian';
import { helpOf } from '../core/list/keys';
import { command, type CommandServices } from './commands';
import { openOverview } from './view/overview-modal';
import { askPerson } from './view/person-menu';

/** The commands about people, the open note and the overview. */
export function makePersonCommands(services: CommandServices): Command[] {
  const { persons } = services;
  /** For the people of the open note; without any, for one who is asked for. */
  const withPeople = (run: (names: readonly string[]) => void) => () => {
    const here = services.peopleHere();
    if (here.length > 0) run(here);
    else askPerson(services, (name) => run([name]));
  };
  return [
    command('open-people', 'Open people', 'users', () => services.openView('people', { person: '' })),
    command('open-note-tasks', 'Open the tasks of this note', 'file-check', () => services.openView('note')),
    command(
      'before-you-meet',
      'Before you meet: show what is open',
      'users',
      withPeople(([person = '']) => services.openView('people', { person })),
    ),
    command(
      'copy-agenda',
      'Before you meet: copy the agenda',
      'clipboard-copy',
      withPeople((names) => persons.copyAgenda(names)),
    ),
    command(
      'insert-agenda',
      'Before you meet: insert the agenda',
      'clipboard-paste',
      withPeople((names) => persons.insertAgenda(names)),
    ),
    command('overview', helpOf('overview'), 'chart-bar', () => openOverview(services)),
  ];
}
