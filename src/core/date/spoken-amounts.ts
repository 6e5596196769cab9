/** Amounts of time as people say them: "3 days", "two weeks", "a month", "half a year". */
import { addDays, addMonths, type Day, parseDay } from './day';

/** Units by their first letter. */
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, f: 14 };
/** Of units that are whole months. */
export const UNIT_MONTHS: Readonly<Record<string, number>> = { m: 1, q: 3, y: 12 };

const COUNTS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const AMOUNT = new RegExp(
  `^(in |within |[+-] ?)?(?:(\\d{1,4}) ?|(an?|(?:a )?couple|half(?: an?)?|${COUNTS}) )` +
    '([dwmqy]|mos?|yr|(?:day|week|fortnight|month|quarter|year)s?)' +
    '( ago| from now| (before|after|from) (.+))?$',
);

/** `count` units from a day on; `null` where that is no whole number of days or no day of four-digit years. */
export function shiftDay(day: Day, count: number, unit: string): Day | null {
  const first = unit.charAt(0);
  const days = count * (DAYS[first] ?? 0);
  const months = count * (UNIT_MONTHS[first] ?? 0);
  if (!Number.isInteger(days + months)) return null;
  return parseDay(months ? addMonths(day, months) : addDays(day, days));
}

/** The day that lies an amount of time from today, or from another day that `read` understands. */
export function readAmount(said: string, today: Day, read: (said: string) => Day | null): Day | null {
  const [, sign, digits, word = '', unit, end, relation, other = ''] = AMOUNT.exec(said) ?? [];
  if (!unit || (sign && end)) return null;
  const day = relation ? read(other) : today;
  const isEarlier = sign?.startsWith('-') || end === ' ago' || relation === 'before';
  return day && shiftDay(day, (digits ? Number(digits) : countOf(word)) * (isEarlier ? -1 : 1), unit);
}

function countOf(word: string): number {
  if (word.startsWith('half')) return 0.5;
  return word.endsWith('couple') ? 2 : COUNTS.split('|').indexOf(word) + 1 || 1;
}
