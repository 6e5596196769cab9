/** Days that are said by something else: "two days before Board review", "the week after 3 Dec". */
import type { Day } from './day';
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

/** "Two days before Board review": how a day lies to another one, and what stands for that one. */
const RELATION = /^(.*?\b(?:before|after) )(.+)$/i;

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
  const [, relation = '', rest = ''] = RELATION.exec(text.trim()) ?? [];
  const [typed, typedRest] = [wordsOf(text), wordsOf(rest)];
  return events.flatMap((event) => {
    const words = wordsOf(event.title);
    const isNamed = areNamed(words, typed);
    if (!isNamed && !areNamed(words, typedRest)) return [];
    const said = parseSpokenDay(isNamed ? event.day : relation + event.day, today, names);
    return said ? [{ day: said, event }] : [];
  });
}

/** Whether words begin as those that were typed; at least three letters, or nearly all would do. */
function areNamed(words: readonly string[], typed: readonly string[]): boolean {
  return typed.join('').length > 2 && typed.every((start) => words.some((word) => word.startsWith(start)));
}

function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && word !== 'the');
}
