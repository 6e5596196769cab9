/** When proposals were accepted, which their lines do not say. */
import { type Day, dayOf } from '../date/day';
import { changedLines, type HistoryEntry } from './history-record';

/** The local day of each line that was accepted and not taken back. */
export function acceptedDays(entries: readonly HistoryEntry[]): Day[] {
  return entries.flatMap(({ at, verbs, done }) => {
    if (!verbs.includes('accept')) return [];
    const lines = done.flatMap(({ regions }) => regions.flatMap((region) => changedLines(region).after));
    // One change can accept some lines and close others as copies.
    return lines.filter((line) => !line.includes('❌')).map(() => dayOf(new Date(at)));
  });
}
