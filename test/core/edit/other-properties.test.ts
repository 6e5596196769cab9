// What holds for verbs beyond a single line's fields: bytes, ways back, states, and readings that are not ours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/edit/apply-changes';
import { reverse } from '../../../src/core/edit/history';
import type { FieldName } from '../../../src/core/edit/meaning';
import { planVerb } from '../../../src/core/edit/plan';
import { plannedLines, type Verb } from '../../../src/core/edit/verb';
import { CANONICAL_ORDER, type DateKind } from '../../../src/core/line/format';
import { lex, type Token } from '../../../src/core/line/lex';
import { findProblems } from '../../../src/core/line/problems';
import { stateOf, type TaskState } from '../../../src/core/line/rules';
import { fieldOf, parseTaskLine, readFields } from '../../../src/core/line/task-line';
import { NoteText } from '../../../src/core/text/note-text';
import type { TextEdit } from '../../../src/core/text/text-edit';
import { act, PATIENT, RULES, TODAY } from '../support/act';
import { anyLine, plainLine, tickedLine } from '../support/random-lines';
import { runs } from '../support/runs';
import { sharedRecords } from '../support/shared';
import { plainReading } from '../support/two-readings';
import { VERB_NAMES, VERBS, type VerbName } from '../support/verbs';

const line = fc.oneof(anyLine, plainLine, tickedLine).filter((source) => !source.includes('\n'));
const anyVerb = fc.constantFrom(...VERB_NAMES);
const recorded = sharedRecords<{ line: string }>('conformance/parse.jsonl').map((record) => record.line);

/** The edits of a verb on a line, and the lines that stand there then; `null` where it does nothing. */
function carryOut(source: string, verb: Verb): { edits: readonly TextEdit[]; after: string[] } | null {
  const plan = planVerb(source, verb, { rules: RULES, today: TODAY });
  return plan.kind === 'edits' ? { edits: plan.edits, after: plannedLines(source, plan) } : null;
}

const stateIn = (source: string): TaskState => {
  const parsed = parseTaskLine(source);
  return parsed ? stateOf(readFields(parsed), RULES) : 'none';
};

/** The lines that a verb leaves of one, without a next occurrence: that is a line of its own. */
const isAboutOneLine = (source: string, name: VerbName): boolean => {
  const parsed = parseTaskLine(source);
  return (
    name !== 'complete' || !parsed || (!fieldOf(parsed, 'recurrence') && !fieldOf(parsed, 'onCompletion'))
  );
};

/** What the plain expressions read, without what a verb names. */
function plainlyUntouched(source: string, name: VerbName): unknown {
  const reading = plainReading(source);
  if (!reading) return null;
  const touches: readonly FieldName[] = VERBS[name].touches;
  const { values, tags, symbol, description, ...rest } = reading;
  const kept = Object.entries(values).filter(([kind]) => !touches.includes(kind as FieldName));
  return {
    ...rest,
    ...(touches.includes('symbol') ? {} : { symbol }),
    ...(touches.includes('description') ? {} : { description, tags }),
    values: Object.fromEntries(kept),
  };
}

const keepsPlainReading = (source: string, name: VerbName): void => {
  const done = isAboutOneLine(source, name) ? carryOut(source, VERBS[name].verb) : null;
  if (done) expect(plainlyUntouched(done.after[0] ?? '', name)).toEqual(plainlyUntouched(source, name));
};

describe('read by the plain expressions, a verb changes nothing but what it names', () => {
  it.skipIf(recorded.length === 0).each(VERB_NAMES)('%s, on recorded lines', (name) => {
    for (const source of recorded) keepsPlainReading(source, name);
  });

  it('on any line', PATIENT, () => {
    fc.assert(fc.property(line, anyVerb, keepsPlainReading), runs(15_000));
  });
});

describe('the bytes of a line', () => {
  it('stay outside of the edits, which are apart and cut no character in two', PATIENT, () => {
    const property = fc.property(line, anyVerb, (source, name) => {
      const done = carryOut(source, VERBS[name].verb);
      if (!done || done.after.length === 0) return;
      const whole = done.after.join('\n');
      let [at, place] = [0, 0];
      for (const { from, to, insert } of done.edits)
        expect([from <= to, to <= source.length, insert]).toEqual([true, true, insert]);
      for (const { from, to, insert } of [...done.edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
        expect(from).toBeGreaterThanOrEqual(at);
        for (const edge of [from, to]) expect(isInsidePair(source, edge)).toBe(false);
        expect(whole.startsWith(source.slice(at, from) + insert, place)).toBe(true);
        place += from - at + insert.length;
        at = to;
      }
      expect(whole.slice(place)).toBe(source.slice(at));
    });
    fc.assert(property, runs(15_000));
  });

  it('come back when a verb is undone, and go again when it is redone', PATIENT, () => {
    const property = fc.property(line, anyVerb, fc.constantFrom('\n', '\r\n'), (source, name, ending) => {
      const text = ['# Calls', source, 'end'].join(ending);
      const note = new NoteText(text);
      const plan = planVerb(note.line(1), VERBS[name].verb, { rules: RULES, today: TODAY });
      if (plan.kind !== 'edits') return;
      const done = applyChanges(text, [{ ref: note.refOf(1), edits: plan.edits, drop: plan.drop ?? false }]);
      const back = applyChanges(done.text, done.regions.map(reverse));
      expect(back.text).toBe(text);
      expect(applyChanges(text, back.regions.map(reverse)).text).toBe(done.text);
    });
    fc.assert(property, runs(15_000));
  });

  const PAIRS: readonly (readonly [kind: DateKind | 'priority', set: VerbName, clear: VerbName])[] = [
    ['due', 'due 2025-12-01', 'due none'],
    ['start', 'snooze 2025-12-01', 'snooze none'],
    ['priority', 'priority high', 'priority none'],
  ];

  it.each(PAIRS)(
    'come back when %s is set on a line without one and removed again',
    PATIENT,
    (kind, set, clear) => {
      const property = fc.property(line, (source) => {
        const parsed = parseTaskLine(source);
        if (!parsed || fieldOf(parsed, kind)) return;
        const done = carryOut(source, VERBS[set].verb);
        if (!done) return;
        const back = act(done.after[0] ?? '', VERBS[clear].verb);
        expect(back.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
        // A field that touched its neighbour, or the checkbox, keeps the space that has come between; and
        // the white space that goes is the one before the field, where there may have been a tab.
        if (parsed.scan.textTo > parsed.scan.textFrom && !isGlued(source))
          expect(back.replace(/\s/g, ' ')).toBe(source.replace(/\s/g, ' '));
      });
      fc.assert(property, runs(8000));
    },
  );
});

describe('the state of a line', () => {
  const AFTER: Readonly<Partial<Record<VerbName, readonly TaskState[]>>> = {
    accept: ['open', 'done'],
    reject: ['rejected'],
    'close as copy': ['rejected'],
    complete: ['done'],
    start: ['started'],
    // A proposal that was ticked elsewhere has its tag still, and is a proposal again.
    reopen: ['open', 'proposal'],
    'reopen as proposal': ['proposal'],
  };

  it.each(Object.entries(AFTER))('after %s is %j', PATIENT, (name, states) => {
    const property = fc.property(line, (source) => {
      if (!isAboutOneLine(source, name as VerbName)) return;
      const done = carryOut(source, VERBS[name as VerbName].verb);
      if (done) expect(states).toContain(stateIn(done.after[0] ?? ''));
    });
    fc.assert(property, runs(3000));
  });

  it('stays ticked until somebody decides', PATIENT, () => {
    const property = fc.property(tickedLine, anyVerb, (source, name) => {
      if (stateIn(source) !== 'ticked') return;
      const done = isAboutOneLine(source, name) ? carryOut(source, VERBS[name].verb) : null;
      // New words may bring or lose the tag, which then is what they say.
      if (!done || name in AFTER || name === 'text New words') return;
      expect(stateIn(done.after[0] ?? '')).toBe('ticked');
    });
    fc.assert(property, runs(6000));
  });

  it('ticked: accepting takes the tag and keeps the symbol and the day', PATIENT, () => {
    const property = fc.property(tickedLine, (source) => {
      const done = stateIn(source) === 'ticked' ? carryOut(source, VERBS.accept.verb) : null;
      if (!done) return;
      const [before, after] = [plainReading(source), plainReading(done.after[0] ?? '')];
      expect([after?.symbol, after?.values]).toEqual([before?.symbol, before?.values]);
      expect(after?.tags.some((tag) => /^#proposed$/i.test(tag))).toBe(false);
    });
    fc.assert(property, runs(6000));
  });
});

describe('no verb', () => {
  it('hides a field, or brings a second one', PATIENT, () => {
    const property = fc.property(line, anyVerb, (source, name) => {
      // New words replace what is hidden among the old ones.
      if (name === 'text New words') return;
      const done = isAboutOneLine(source, name) ? carryOut(source, VERBS[name].verb) : null;
      if (done) expect(lost(source, done.after[0] ?? '')).toEqual([]);
    });
    fc.assert(property, runs(15_000));
  });
});

/** Fields that cannot be read, which a line did not have before. */
function lost(before: string, after: string): string[] {
  const problems = (source: string): string[] => {
    const parsed = parseTaskLine(source);
    if (!parsed) return ['no task'];
    return findProblems(parsed).flatMap(({ kind, text }) =>
      kind === 'hidden-field' || kind === 'doubled-field' ? `${kind} ${text}` : [],
    );
  };
  const known = problems(before);
  return problems(after).filter((problem) => {
    const at = known.indexOf(problem);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** Whether a field touches what stands before it. */
function isGlued(source: string): boolean {
  const tokens = lex(source);
  const isField = ({ kind }: Token): boolean => CANONICAL_ORDER.some((other) => other === kind);
  return tokens.some((token, i) => isField(token) && tokens[i - 1]?.kind !== 'space');
}

function isInsidePair(text: string, at: number): boolean {
  const [lead, trail] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return lead >= 0xd800 && lead <= 0xdbff && trail >= 0xdc00 && trail <= 0xdfff;
}
