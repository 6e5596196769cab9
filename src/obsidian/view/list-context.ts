import { longDay } from '../../core/date/labels';
import type { ListContext } from '../../core/list/task-list';
import { memo } from '../../core/shared/memo';
import { Cached } from '../cached';
import type { ViewServices } from './services';
import { ownerLabel } from './task-meta';

const cacheOf = memo((_services: ViewServices) => new Cached<ListContext>());

/** What building a list needs to know; the same as long as it says the same of notes that have not changed. */
export function listContext(services: ViewServices): ListContext {
  const { copies } = services;
  const today = services.today();
  const { staleWeeks, weekStart } = services.settings();
  return cacheOf(services).get([today, weekStart, staleWeeks, services.people()], () => ({
    today,
    // The first time it takes long to find out, and only weeks need it.
    get weekStart() {
      return services.weekStart();
    },
    staleWeeks,
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
  }));
}
