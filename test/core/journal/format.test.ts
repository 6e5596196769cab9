import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangeHistory, type HistoryRecord } from '../../../src/core/edit/history';
import { journalLines, printRecord, readRecord, shortened } from '../../../src/core/journal/format';
import { runs } from '../support/runs';
import { countingStamp } from '../support/stamp';

const BYTES = new TextEncoder();
const sizeOf = (text: string): number => BYTES.encode(text).length;

/** All records of a journal, and how many of its lines are none. */
function read(text: string): { records: HistoryRecord[]; broken: number } {
  const lines = [...journalLines(text)].map(readRecord);
  const records = lines.flatMap((record) => record ?? []);
  return { records, broken: lines.length - records.length };
}

/** Any text, lone surrogates, NUL and line endings included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.constantFrom('a', '\n', '\r', '\r\n', '\0', '\ud83d', '\udd3a', '🔺', '\u2028', '"', '\\'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);
/** Often the same, so that records are about the same changes and notes. */
const anyName = fc.oneof(fc.constantFrom('a', 'b', 'a/b'), anyText);
const anyRegions = fc.array(
  fc.record({ line: fc.nat(9999), heading: anyText, ordinal: fc.nat(5), was: anyText, is: anyText }),
  { maxLength: 3 },
);
const anyNotes = fc.array(
  fc.record(
    { path: anyName, regions: anyRegions, stuck: fc.boolean() },
    { requiredKeys: ['path', 'regions'] },
  ),
  { maxLength: 3 },
);
const about = { id: anyName, at: anyText };
const anyRecord: fc.Arbitrary<HistoryRecord> = fc.oneof(
  fc.record({
    do: fc.constant('change' as const),
    ...about,
    label: anyText,
    verbs: fc.array(anyText),
    done: anyNotes,
    undone: anyNotes,
    turn: fc.oneof(fc.constant(0), fc.nat()),
    redoable: fc.boolean(),
  }),
  fc.record({
    do: fc.constantFrom('undo' as const, 'redo' as const),
    ...about,
    path: anyName,
    regions: anyRegions,
    left: fc.array(fc.nat(9)),
  }),
  fc.record({ do: fc.constant('move' as const), at: anyText, from: anyName, to: anyName }),
);
/** No two alike: a repeated record is read once. */
const anyRecords = fc
  .array(anyRecord, { maxLength: 8 })
  .map((all) => [...new Map(all.map((record) => [printRecord(record), record])).values()]);

describe('a journal', () => {
  it('gives back every record as it was', () => {
    const property = fc.property(anyRecords, (records) => {
      expect(read(records.map(printRecord).join(''))).toEqual({ records, broken: 0 });
    });
    fc.assert(property, runs(500));
  });

  it('that was cut at any byte has all records before the cut, and goes on behind it', () => {
    const property = fc.property(anyRecords, fc.nat(), anyRecord, (records, pick, next) => {
      const printed = records.map((record) => BYTES.encode(printRecord(record)));
      const all = Buffer.concat(printed);
      const cut = pick % (all.length + 1);
      let whole = 0;
      for (let end = 0; whole < printed.length; whole++) {
        end += printed[whole]?.length ?? 0;
        if (end > cut) break;
      }
      const kept = records.slice(0, whole);
      const torn = all.subarray(0, cut).toString('utf8');
      expect(read(torn).records).toEqual(kept);
      const known = kept.some((record) => printRecord(record) === printRecord(next));
      expect(read(torn + printRecord(next)).records).toEqual(known ? kept : [...kept, next]);
    });
    fc.assert(property, runs(1000));
  });

  it('is read whatever is in it, and the rest goes on working', () => {
    const damaged = anyRecord.chain((record) =>
      fc.nat().map((at) => {
        const line = printRecord(record).slice(1);
        const from = at % line.length;
        return line.slice(0, from) + line.slice(from + 1);
      }),
    );
    const odd = fc.json().chain((value) =>
      anyRecord.map((record) => {
        const [first] = Object.keys(record).slice(-1);
        return JSON.stringify({ v: 1, ...record, [first ?? 'do']: JSON.parse(value) as unknown });
      }),
    );
    const garbage = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), damaged, odd);
    const property = fc.property(fc.array(garbage), anyRecord, (lines, record) => {
      const { records } = read(lines.join('\n') + printRecord(record));
      expect(records).toContainEqual(record);
      const history = new ChangeHistory(countingStamp());
      history.load(records);
      void [history.latest('undo'), history.latest('redo'), history.textBefore('a', 'a')];
    });
    fc.assert(property, runs(500));
  });

  it('counts what it cannot use: garbage, wrong members, other versions and kinds', () => {
    const move = '"at":"","from":"a","to":"b"';
    const lines = ['garbage', '[]', '7', 'null', '{"v":1}', '{"v":1,"do":"move","at":"","from":1,"to":""}'];
    lines.push(
      `{"v":2,"do":"move",${move}}`,
      `{"v":1,"do":"merge",${move}}`,
      `{"v":1,"do":"toString",${move}}`,
    );
    expect(read(lines.join('\n\n'))).toEqual({ records: [], broken: 9 });
    const undo = '{"v":1,"do":"undo","id":"a","at":"","path":"p","regions":[],"left":';
    expect(['[-1.5]}', '[-1]}', '[0.5]}', 'null}', '[0]}'].map((left) => read(undo + left).broken)).toEqual([
      ...[1, 1, 1, 1],
      0,
    ]);
  });

  it('may have members that are not known yet, which stay when it is written anew', () => {
    const change =
      '{"v":1,"do":"change","id":"a","at":"t","label":"l","verbs":[],"why":{"deep":[1]},"done":[';
    const text = `${change}{"path":"p","regions":[],"colour":1}],"undone":[],"turn":0}`;
    const history = new ChangeHistory(countingStamp());
    history.load(read(text).records);
    const again = shortened(history.entries(), sizeOf);
    expect(again).toContain('"why":{"deep":[1]}');
    expect(again).toContain('"colour":1');
  });

  it('may have Windows line endings, which a synchronisation may have put in', () => {
    const property = fc.property(anyRecords, (records) => {
      const text = records.map(printRecord).join('').replaceAll('\n', '\r\n');
      expect(read(text)).toEqual({ records, broken: 0 });
    });
    fc.assert(property, runs(100));
  });

  it('that holds a record twice counts it once', () => {
    const record = { do: 'undo', id: 'a', at: 't', path: 'p', regions: [], left: [0] } as const;
    expect(read(printRecord(record) + printRecord(record)).records).toEqual([record]);
  });

  it('is written anew as the history is, which goes on in the same way', () => {
    const property = fc.property(anyRecords, anyRecords, (records, later) => {
      const [history, again] = [new ChangeHistory(countingStamp()), new ChangeHistory(countingStamp())];
      history.load(records);
      const text = shortened(history.entries(), sizeOf, Infinity);
      again.load(read(text).records);
      expect(again.entries()).toEqual(history.entries());
      history.load([...records, ...later]);
      again.load([...read(text).records, ...later]);
      const shape = (one: ChangeHistory): unknown => [
        one.entries().map(({ turn: _, ...entry }) => entry),
        [one.latest('undo')?.id, one.latest('redo')?.id],
      ];
      expect(shape(again)).toEqual(shape(history));
    });
    fc.assert(property, runs(500));
  });

  it('that is too long loses its oldest changes, never the last one', () => {
    const history = new ChangeHistory(countingStamp());
    const wide = (label: string, width: number): void => {
      const region = { line: 0, heading: '', ordinal: 0, was: 'ü'.repeat(width), is: 'x' };
      history.add(history.begin(label), { path: 'a.md', regions: [region] });
    };
    const kept = (): string[] =>
      read(shortened(history.entries(), sizeOf, 1500)).records.map((one) =>
        one.do === 'change' ? one.label : '',
      );
    for (let i = 0; i < 10; i++) wide(`c${i}`, 100);
    expect(sizeOf(shortened(history.entries(), sizeOf, 1500))).toBeLessThanOrEqual(1500);
    expect(kept()).toEqual(['c7', 'c8', 'c9'].slice(-kept().length));
    expect(kept().length).toBeGreaterThan(1);
    wide('huge', 5_000);
    expect(kept()).toEqual(['huge']);
  });
});
