/** The meetings by which a day can be said. */
import type { Day } from '../date/day';
import type { KnownEvent } from '../date/relative';
import { compareText } from '../group/order';
import type { NoteEntry } from '../note/read-note';

/** The meetings of a vault: those to come, the next first, then those that were, the last first. */
export function knownMeetings(notes: Iterable<NoteEntry>, today: Day): KnownEvent[] {
  const found: KnownEvent[] = [];
  for (const { facts } of notes) {
    if (facts.date && facts.kind !== 'profile') found.push({ title: facts.title, day: facts.date });
  }
  const isAhead = ({ day }: KnownEvent): boolean => day >= today;
  return found.sort((a, b) => {
    if (isAhead(a) !== isAhead(b)) return isAhead(a) ? -1 : 1;
    return compareText(a.day, b.day) * (isAhead(a) ? 1 : -1);
  });
}

/** The path of the last meeting with a person, whoever `isPerson` says that is; `null` without one. */
export function latestMeeting(
  notes: Iterable<NoteEntry>,
  isPerson: (name: string) => boolean,
): { path: string; title: string } | null {
  let latest: NoteEntry | null = null;
  for (const note of notes) {
    if (note.facts.kind !== 'meeting' || !note.facts.people.some(isPerson)) continue;
    if ((note.facts.date ?? '') >= (latest?.facts.date ?? '')) latest = note;
  }
  return latest && { path: latest.path, title: latest.facts.title };
}
