import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangeHistory, type HistoryRecord } from '../../../src/core/edit/history';
import { printRecord, readLine } from '../../../src/core/journal/format';
import { byteLength, JournalReading, shortened } from '../../../src/core/journal/journal';
import { runs } from '../support/runs';

const BYTES = new TextEncoder();

function read(text: string, step = 3): JournalReading {
  const reading = new JournalReading(text);
  while (reading.next(step)) continue;
  return reading;
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
const anyLine = anyText.map((text) => text.replace(/[\r\n]/g, ' '));
const anyApplied = fc.record({
  kind: fc.constant('applied' as const),
  before: anyLine,
  after: fc.array(anyLine, { maxLength: 3 }),
});
const anyRegion = fc
  .record({
    before: anyLine,
    after: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
    raw: fc.option(fc.record({ before: anyText, after: anyText })),
    line: fc.nat(9999),
    heading: anyLine,
    ordinal: fc.nat(5),
    ending: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ before, after, raw, line, heading, ordinal, ending }) => ({
    before,
    after,
    ref: { line, source: after[0] ?? '', heading, ordinal },
    raw: raw ?? { before, after: after.join(ending) },
  }));
const anyNote = fc
  .record({
    path: anyName,
    regions: fc.array(anyRegion, { maxLength: 3 }),
    lines: fc.option(fc.array(anyApplied, { maxLength: 3 })),
    stuck: fc.boolean(),
  })
  .map(({ path, regions, lines, stuck }) => ({
    path,
    regions,
    lines: lines ?? regions.map(({ before, after }) => ({ kind: 'applied' as const, before, after })),
    ...(stuck ? { stuck } : {}),
  }));
const info = { id: anyName, at: anyText };
const notes = fc.array(anyNote, { maxLength: 3 });
const anyRecord: fc.Arbitrary<HistoryRecord> = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    ...info,
    label: anyText,
    verbs: fc.array(anyText),
    done: notes,
  }),
  fc.record({
    kind: fc.constant('change' as const),
    ...info,
    label: anyText,
    verbs: fc.array(anyText),
    done: notes,
    state: fc.record({ undone: notes, turn: fc.nat(), redoable: fc.boolean() }),
  }),
  fc.record({
    kind: fc.constantFrom('undo' as const, 'redo' as const),
    ...info,
    path: anyName,
    note: fc.option(anyNote),
    left: fc.array(fc.nat(9)),
  }),
  fc.record({ kind: fc.constant('move' as const), at: anyText, from: anyName, to: anyName }),
);
/** No two alike: a repeated record is read once. */
const anyRecords = fc
  .array(anyRecord, { maxLength: 8 })
  .map((all) => [...new Map(all.map((record) => [printRecord(record), record])).values()]);

describe('a journal', () => {
  it('gives back every record as it was', () => {
    const property = fc.property(anyRecords, fc.integer({ min: 1, max: 9 }), (records, step) => {
      const reading = read(records.map(printRecord).join(''), step);
      expect(reading.records).toEqual(records);
      expect([reading.broken, reading.foreign]).toEqual([0, []]);
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
      const torn = all.subarray(0, cut).toString('utf8');
      expect(read(torn).records).toEqual(records.slice(0, whole));
      const seen = new Set(records.slice(0, whole).map(printRecord));
      const longer = read(torn + printRecord(next)).records;
      expect(longer).toEqual([...records.slice(0, whole), ...(seen.has(printRecord(next)) ? [] : [next])]);
    });
    fc.assert(property, runs(1000));
  });

  it('is read whatever is in it, and what cannot be used is counted', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      anyRecord.chain((record) =>
        fc.nat().map((at) => {
          const line = printRecord(record).slice(1);
          const from = at % line.length;
          return line.slice(0, from) + line.slice(from + 1);
        }),
      ),
    );
    const property = fc.property(fc.array(garbage), anyRecord, (lines, record) => {
      const reading = read(lines.join('\n') + printRecord(record));
      const history = new ChangeHistory();
      history.load(reading.records);
      expect(reading.records).toContainEqual(record);
    });
    fc.assert(property, runs(500));
    expect(read('garbage\n{"v":1}\n[]\n\n{"v":1,"do":"move","at":"","from":1,"to":""}').broken).toBe(4);
  });

  it('is read with members that are not known yet, and keeps what another version wrote', () => {
    const record = { kind: 'move', at: 't', from: 'a', to: 'b' } as const;
    const longer = printRecord(record).replace('}', ',"why":{"deep":[1]}}');
    expect(readLine(longer.trim())).toEqual({ kind: 'record', record });
    const foreign = ['{"v":2,"do":"move","what":1}', '{"v":1,"do":"merge","at":""}'];
    const reading = read([...foreign, printRecord(record)].join('\n'));
    expect([reading.records, reading.foreign, reading.broken]).toEqual([[record], foreign, 0]);
    expect(shortened([], reading.foreign).text).toBe(`\n${foreign.join('\n')}`);
  });

  it('is read with Windows line endings, which a synchronisation may have put in', () => {
    const property = fc.property(anyRecords, (records) => {
      const text = records.map(printRecord).join('').replaceAll('\n', '\r\n');
      expect(read(text).records).toEqual(records);
    });
    fc.assert(property, runs(100));
  });

  it('that holds a record twice counts it once', () => {
    const record = { kind: 'undo', id: 'a', at: 't', path: 'p', note: null, left: [0] } as const;
    expect(read(printRecord(record) + printRecord(record)).records).toEqual([record]);
  });

  it('is written anew as the history is', () => {
    const property = fc.property(anyRecords, anyRecords, (records, later) => {
      const history = new ChangeHistory();
      history.load(records);
      const { text, dropped } = shortened(history.entries(), []);
      const again = new ChangeHistory();
      again.load(read(text).records);
      const known = history.entries().map(({ at, ...entry }) => ({ ...entry, at }));
      expect([dropped, again.entries()]).toEqual([0, known]);
      // And it goes on in the same way.
      history.load([...records, ...later]);
      again.load([...read(text).records, ...later]);
      expect(again.entries()).toEqual(history.entries());
      expect([again.last?.id, again.lastUndone?.id]).toEqual([history.last?.id, history.lastUndone?.id]);
    });
    fc.assert(property, runs(500));
  });

  it('that is too long loses its oldest changes, never the last one', () => {
    const history = new ChangeHistory();
    const wide = (label: string, width: number): void => {
      const line = { kind: 'applied' as const, before: 'ü'.repeat(width), after: ['x'] };
      history.add(history.begin(label), { path: 'a.md', lines: [line], regions: [] });
    };
    for (let i = 0; i < 10; i++) wide(`c${i}`, 100);
    const { text, dropped, bytes } = shortened(history.entries(), [], 1500);
    expect(bytes).toBe(BYTES.encode(text).length);
    expect(bytes).toBeLessThanOrEqual(1500);
    expect(read(text).records.map((record) => (record.kind === 'change' ? record.label : ''))).toEqual(
      ['c6', 'c7', 'c8', 'c9'].slice(-(10 - dropped)),
    );
    wide('huge', 5_000);
    expect(shortened(history.entries(), [], 1500).dropped).toBe(10);
  });

  it('knows how long a text is in bytes', () => {
    const property = fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(byteLength(text)).toBe(BYTES.encode(text).length);
    });
    fc.assert(property, runs(200));
  });
});
