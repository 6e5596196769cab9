/** Days in English by chrono-node: what our own reading of spoken days is held against. */
import * as chrono from 'chrono-node/en';
import { type Day, makeDay, noonOf } from '../../../src/core/date/day';

/** Times of day, time zones and ranges: a day in words has none of them. */
const NO_DAYS = /^(ISOFormat|ENTimeExpression|ENCasualTime|ExtractTimezone|ENMergeDate)/;

const { parsers, refiners } = chrono.configuration.createCasualConfiguration();
const DAYS = new chrono.Chrono({
  parsers: parsers.filter((one) => !NO_DAYS.test(one.constructor.name)),
  refiners: refiners.filter((one) => !NO_DAYS.test(one.constructor.name)),
});

/** The day that a whole text in lower case names; `null` where chrono finds none, several, or one in a part of it. */
export function chronoDay(said: string, today: Day): Day | null {
  const [result, second] = DAYS.parse(said, noonOf(today), { forwardDate: true });
  if (!result || second || result.text.length !== said.length) return null;
  const { start } = result;
  return makeDay(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
}
