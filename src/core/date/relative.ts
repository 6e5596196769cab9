/** Days that are said by something else: "two days before Board review", "the week after 3 Dec". */
import { addDays, type Day, parseDay } from './day';
import { parseSpokenDay } from './spoken';
import type { SpokenNames } from './spoken-names';

/** Something with a name that takes place on a day. */
export interface KnownEvent {
  readonly title: string;
  readonly day: Day;
}

/** A day that was understood, and by what it was said, if by an event. */
export interface SaidDay {
  readonly day: Day;
  readonly event: KnownEvent | null;
}

const COUNTS = 'a one two three four five six seven eight nine ten'.split(' ');
const RELATION = new RegExp(
  `^(?:(?:(?:the|(\\d{1,3})|(${COUNTS.join('|')})) )?(day|week)s? )?(before|after) (.*)$`,
  'i',
);

/**
 * The day that a text means, then further ones that it could mean, because several events have such a name.
 * Events come with the likeliest first; empty where the text means none for sure. `names` are those of the days
 * and months in the user's language.
 */
export function understandDay(
  text: string,
  today: Day,
  events: readonly KnownEvent[],
  names?: SpokenNames,
): SaidDay[] {
  // "Two days before" alone is said by somebody who goes on typing.
  if (/\b(before|after)\s*$/i.test(text)) return [];
  const day = parseSpokenDay(text, today, names);
  if (day) return [{ day, event: null }];
  const said = text.trim().replace(/\s+/g, ' ');
  const relation = RELATION.exec(said);
  if (!relation) return eventsNamed(said, events);
  const [, digits, word = '', unit = 'day', way, rest = ''] = relation;
  const count = digits ? Number(digits) : Math.max(1, COUNTS.indexOf(word.toLowerCase()));
  const distance =
    count * (unit.toLowerCase() === 'week' ? 7 : 1) * (way?.toLowerCase() === 'before' ? -1 : 1);
  const base = parseSpokenDay(rest, today, names);
  const bases = base ? [{ day: base, event: null }] : eventsNamed(rest, events);
  return bases.flatMap((found) => {
    // Before the year 0 and after 9999 there are no days.
    const moved = parseDay(addDays(found.day, distance));
    return moved ? [{ ...found, day: moved }] : [];
  });
}

/** Events in whose titles words begin as those that were typed; at least three letters, or nearly all would do. */
function eventsNamed(name: string, events: readonly KnownEvent[]): SaidDay[] {
  const typed = wordsOf(name.replace(/^the /i, ''));
  if (typed.join('').length < 3) return [];
  return events.flatMap((event) => {
    const words = wordsOf(event.title);
    const isNamed = typed.every((start) => words.some((word) => word.startsWith(start)));
    return isNamed ? [{ day: event.day, event }] : [];
  });
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
