/**
 * The days in an English text, found by the parts of chrono-node that know days. Its parts for times of day, time
 * zones and ranges are left out, which halves its size; they are also why `Chrono`, which names them all, is not used.
 */
import { ParsingContext } from 'chrono-node/esm/chrono.js';
import SlashDateFormatParser from 'chrono-node/esm/common/parsers/SlashDateFormatParser.js';
import ForwardDateRefiner from 'chrono-node/esm/common/refiners/ForwardDateRefiner.js';
import MergeWeekdayComponentRefiner from 'chrono-node/esm/common/refiners/MergeWeekdayComponentRefiner.js';
import OverlapRemovalRefiner from 'chrono-node/esm/common/refiners/OverlapRemovalRefiner.js';
import UnlikelyFormatFilter from 'chrono-node/esm/common/refiners/UnlikelyFormatFilter.js';
import ENCasualDateParser from 'chrono-node/esm/locales/en/parsers/ENCasualDateParser.js';
import ENEndOfCurrentMonthParser from 'chrono-node/esm/locales/en/parsers/ENEndOfCurrentMonthParser.js';
import ENMonthNameLittleEndianParser from 'chrono-node/esm/locales/en/parsers/ENMonthNameLittleEndianParser.js';
import ENMonthNameMiddleEndianParser from 'chrono-node/esm/locales/en/parsers/ENMonthNameMiddleEndianParser.js';
import ENMonthNameParser from 'chrono-node/esm/locales/en/parsers/ENMonthNameParser.js';
import ENRelativeDateFormatParser from 'chrono-node/esm/locales/en/parsers/ENRelativeDateFormatParser.js';
import ENSlashMonthFormatParser from 'chrono-node/esm/locales/en/parsers/ENSlashMonthFormatParser.js';
import ENTimeUnitAgoFormatParser from 'chrono-node/esm/locales/en/parsers/ENTimeUnitAgoFormatParser.js';
import ENTimeUnitCasualRelativeFormatParser from 'chrono-node/esm/locales/en/parsers/ENTimeUnitCasualRelativeFormatParser.js';
import ENTimeUnitLaterFormatParser from 'chrono-node/esm/locales/en/parsers/ENTimeUnitLaterFormatParser.js';
import ENTimeUnitWithinFormatParser from 'chrono-node/esm/locales/en/parsers/ENTimeUnitWithinFormatParser.js';
import ENWeekdayParser from 'chrono-node/esm/locales/en/parsers/ENWeekdayParser.js';
import ENYearMonthDayParser from 'chrono-node/esm/locales/en/parsers/ENYearMonthDayParser.js';
import ENYearMonthNameParser from 'chrono-node/esm/locales/en/parsers/ENYearMonthNameParser.js';
import ENEndOfPeriodRefiner from 'chrono-node/esm/locales/en/refiners/ENEndOfPeriodRefiner.js';
import ENExtractYearSuffixRefiner from 'chrono-node/esm/locales/en/refiners/ENExtractYearSuffixRefiner.js';
import ENMergeRelativeAfterDateRefiner from 'chrono-node/esm/locales/en/refiners/ENMergeRelativeAfterDateRefiner.js';
import ENMergeRelativeFollowByDateRefiner from 'chrono-node/esm/locales/en/refiners/ENMergeRelativeFollowByDateRefiner.js';
import ENUnlikelyFormatFilter from 'chrono-node/esm/locales/en/refiners/ENUnlikelyFormatFilter.js';
import { ParsingComponents, ParsingResult } from 'chrono-node/esm/results.js';

/** The order is that of chrono's own configuration. */
const PARSERS = [
  new ENYearMonthDayParser(false),
  new SlashDateFormatParser(false),
  new ENTimeUnitWithinFormatParser(false),
  new ENMonthNameLittleEndianParser(),
  new ENMonthNameMiddleEndianParser(false),
  new ENWeekdayParser(),
  new ENSlashMonthFormatParser(),
  new ENTimeUnitAgoFormatParser(false),
  new ENTimeUnitLaterFormatParser(false),
  new ENYearMonthNameParser(),
  new ENCasualDateParser(),
  new ENEndOfCurrentMonthParser(),
  new ENMonthNameParser(),
  new ENRelativeDateFormatParser(),
  new ENTimeUnitCasualRelativeFormatParser(),
];

const REFINERS = [
  new ENEndOfPeriodRefiner(),
  new OverlapRemovalRefiner(),
  new ENMergeRelativeAfterDateRefiner(),
  new ENMergeRelativeFollowByDateRefiner(),
  new OverlapRemovalRefiner(),
  new MergeWeekdayComponentRefiner(),
  new OverlapRemovalRefiner(),
  new ForwardDateRefiner(),
  new UnlikelyFormatFilter(false),
  new ENExtractYearSuffixRefiner(),
  new ENUnlikelyFormatFilter(),
];

/** The days that a text names, in their order; those without a year lie behind `now`. */
export function findDays(text: string, now: Date): ParsingResult[] {
  const context = new ParsingContext(text, now, { forwardDate: true });
  const found = PARSERS.flatMap((parser) => runParser(context, parser)).sort((a, b) => a.index - b.index);
  return REFINERS.reduce((results, refiner) => refiner.refine(context, results), found);
}

/** All that one parser finds, as `Chrono.executeParser` does. */
function runParser(context: ParsingContext, parser: (typeof PARSERS)[number]): ParsingResult[] {
  const results: ParsingResult[] = [];
  const pattern = parser.pattern(context);
  for (let from = 0; ;) {
    const match = pattern.exec(context.text.slice(from));
    if (!match) return results;
    match.index += from;
    const found = parser.extract(context, match);
    from = match.index + 1;
    if (!found) continue;
    const result = resultOf(context, match, found);
    results.push(result);
    from = result.index + result.text.length;
  }
}

function resultOf(
  context: ParsingContext,
  match: RegExpExecArray,
  found: NonNullable<ReturnType<(typeof PARSERS)[number]['extract']>>,
): ParsingResult {
  if (found instanceof ParsingResult) return found;
  const components = found instanceof ParsingComponents ? found : context.createParsingComponents(found);
  return context.createParsingResult(match.index, match[0], components);
}
