import { longDay } from '../../core/date/labels';
import type { ListContext } from '../../core/list/task-list';
import { memo } from '../../core/shared/memo';
import { makeCache } from '../cached';
import type { ViewServices } from './services';
import { ownerLabel } from './task-meta';

const cacheOf = memo((_services: ViewServices) => makeCache<ListContext>());

/** What building a list needs to know; the same as long as it says the same of notes that have not changed. */
export function listContext(services: ViewServices): ListContext {
  const { copies, dayLabel, accounts, peopleHere, openNote } = services;
  const today = services.today();
  const { staleWeeks, weekStart } = services.settings();
  return cacheOf(services)([today, weekStart, staleWeeks, services.people()], () => ({
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
    dayLabel,
    accounts,
    peopleHere,
    openNote,
  }));
}
