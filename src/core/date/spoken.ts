/** Days as people say them: "fri", "in 2 weeks", "end of month", "3 Dec", "+5d". */
import { addDays, addMonths, type Day, makeDay, noonOf, parseDay, startOfWeek } from './day';
import { findDays } from './english-days';
import { presetDay } from './presets';

/** What is said often and chrono does not know, or reads as a different day than the buttons do. */
const PHRASES: readonly (readonly [pattern: RegExp, day: (today: Day) => Day | null])[] = [
  [/^td$/, (today) => today],
  [/^tm$/, (today) => addDays(today, 1)],
  [/^(the )?day after tomorrow$/, (today) => addDays(today, 2)],
  [/^(next week|nw)$/, (today) => presetDay('next-week', today)],
  [/^(eow|(the )?end of (the |this )?week)$/, (today) => comingFriday(today)],
  [/^end of next week$/, (today) => addDays(startOfWeek(today, 1), 11)],
  [/^(eom|(the )?end of (the |this )?month)$/, (today) => endOfMonth(today, 0)],
  [/^end of next month$/, (today) => endOfMonth(today, 1)],
  [/^(eoy|(the )?end of (the |this )?year)$/, (today) => parseDay(`${today.slice(0, 4)}-12-31`)],
  [/^(in )?a fortnight$/, (today) => addDays(today, 14)],
];

const OFFSET = /^\+?\s*(\d{1,4})\s*(d|w|m|y)$/;

/** The day that a text means on `today` (English; `YYYY-MM-DD` always works); `null` when it means none for sure. */
export function parseSpokenDay(text: string, today: Day): Day | null {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(on|by|due) /, '');
  const exact = parseDay(said);
  if (exact) return exact;
  for (const [pattern, day] of PHRASES) if (pattern.test(said)) return day(today);
  const offset = OFFSET.exec(said);
  // Thousands of years from now a day has no four digits for its year.
  if (offset) return parseDay(offsetDay(Number(offset[1]), offset[2] ?? '', today));
  // A text of which only a part was understood may mean something else: "day before Friday" is not Friday.
  const [result, second] = findDays(said, noonOf(today));
  if (!result || second || result.text.length !== said.length) return null;
  const { start } = result;
  return makeDay(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
}

function offsetDay(count: number, unit: string, today: Day): Day {
  if (unit === 'd') return addDays(today, count);
  if (unit === 'w') return addDays(today, count * 7);
  return addMonths(today, unit === 'm' ? count : count * 12);
}

/** The end of the working week; on a weekend that of the next one. */
function comingFriday(today: Day): Day {
  const friday = addDays(startOfWeek(today, 1), 4);
  return friday < today ? addDays(friday, 7) : friday;
}

function endOfMonth(today: Day, monthsLater: number): Day | null {
  const first = parseDay(`${today.slice(0, 7)}-01`);
  return first && addDays(addMonths(first, monthsLater + 1), -1);
}
