import { longDay } from '../../core/date/labels';
import type { ListContext } from '../../core/list/task-list';
import type { ViewServices } from './services';
import { ownerLabel } from './task-meta';

/** What building a list needs to know, as it is now. */
export function listContext(services: ViewServices): ListContext {
  const today = services.today();
  const { copies } = services;
  return {
    today,
    weekStart: services.weekStart(),
    staleWeeks: services.settings().staleWeeks,
    isDecided: (item) => copies.decidedBy(item) !== null,
    copiesOf: (item) => copies.groupOf(item)?.members.length ?? 1,
    groupOf: (item) => copies.groupOf(item),
    factsOf: (path) => services.index.note(path)?.facts,
    ownerLabel: (item) => ownerLabel(item, services).text,
    dayTitle: (day) => longDay(day, today, services.locale),
    dayLabel: (day) => services.dayLabel(day),
    accounts: () => services.accounts(),
    peopleHere: () => services.peopleHere(),
    openNote: () => services.openNote(),
  };
}
