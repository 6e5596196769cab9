// What holds for every verb on every line, whatever is in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planVerb } from '../../../src/core/edit/plan';
import type { FieldName } from '../../../src/core/edit/meaning';
import { CANONICAL_ORDER } from '../../../src/core/line/format';
import { lex, type Token, type TokenKind } from '../../../src/core/line/lex';
import { parseTaskLine, readFields, type TaskFields } from '../../../src/core/line/task-line';
import { applyEdits } from '../../../src/core/text/text-edit';
import { act, PATIENT, RULES, TODAY } from '../support/act';
import { anyLine, plainLine, tickedLine } from '../support/random-lines';
import { runs } from '../support/runs';
import { VERB_NAMES, VERBS, type VerbName } from '../support/verbs';

const line = fc.oneof({ weight: 2, arbitrary: anyLine }, { weight: 2, arbitrary: plainLine }, tickedLine);

const fieldsOf = (source: string): TaskFields => {
  const parsed = parseTaskLine(source);
  if (!parsed) throw new Error('no task any more');
  return readFields(parsed);
};

/** Every part of a line's meaning by its name. */
function meaningOf(source: string): Record<Exclude<FieldName, 'tags'>, unknown> {
  const { indentation, listMarker, dates, tags: _, ...rest } = fieldsOf(source);
  return { ...rest, ...dates, marker: indentation + listMarker };
}

function untouched(source: string, name: VerbName): Record<string, unknown> {
  const touches: readonly FieldName[] = VERBS[name].touches;
  const entries = Object.entries(meaningOf(source));
  return Object.fromEntries(entries.filter(([field]) => !touches.includes(field as FieldName)));
}

const foreignTags = (source: string): string[] => fieldsOf(source).tags.filter((tag) => !OWN_TAG.test(tag));

/** Completing a line that repeats, or that goes when it is done, is not about one line; it has its own tests. */
const isOneLine = (source: string, name: VerbName): boolean => {
  if (name !== 'complete' || !parseTaskLine(source)) return true;
  const { recurrence, onCompletion } = fieldsOf(source);
  return recurrence === null && onCompletion !== 'delete';
};

const applied = (source: string, name: VerbName): string | null => {
  const plan = planVerb(source, VERBS[name].verb, { rules: RULES, today: TODAY });
  return plan.kind === 'edits' && isOneLine(source, name) ? applyEdits(source, plan.edits) : null;
};

/** Whether a verb has nothing left to do on a line. */
function isStill(source: string, name: VerbName): boolean {
  const answer = act(source, VERBS[name].verb);
  // What was ticked elsewhere is done once it is accepted, and what is done cannot be accepted again.
  return answer === 'unchanged' || (name === 'accept' && answer === 'refused: already-decided');
}

/** The tokens that a verb must leave as they stand, byte for byte. */
function keptTokens(source: string, name: VerbName): string[] {
  const touches: readonly string[] = VERBS[name].touches;
  const changes = (kind: TokenKind): boolean =>
    kind === 'space' || touches.includes(kind) || (kind === 'text' && touches.includes('description'));
  const isOwnTag = ({ kind, text }: Token): boolean => kind === 'tag' && OWN_TAG.test(text);
  return (
    lex(source)
      .filter((token) => !changes(token.kind) && !isOwnTag(token))
      // The space at the end of a line without words is also the one behind its checkbox.
      .flatMap(({ kind, text }) => (kind === 'tail' ? text.trim() || [] : `${kind} ${text}`))
  );
}

const OWN_TAG = /^#(?:proposed|duplicate)$/i;

describe.each(VERB_NAMES)('%s, on any line', (name) => {
  const always = (check: (source: string, after: string) => void): void => {
    const property = fc.property(line, (source) => {
      const after = applied(source, name);
      if (after !== null) check(source, after);
    });
    fc.assert(property, runs(800));
  };

  it('never throws, and refuses what is no task', PATIENT, () => {
    fc.assert(
      fc.property(line, (source) => {
        const answer = act(source, VERBS[name].verb);
        if (!parseTaskLine(source)) expect(answer).toBe('refused: not-a-task');
        else if (isOneLine(source, name)) expect(answer).not.toBe(source);
      }),
      runs(800),
    );
  });

  it('changes nothing when it is done twice', PATIENT, () => {
    always((_, after) => expect(isStill(after, name)).toBe(true));
  });

  it('leaves every field that it does not name', PATIENT, () => {
    always((source, after) => expect(untouched(after, name)).toEqual(untouched(source, name)));
  });

  it('leaves the tags of other people', PATIENT, () => {
    // New words bring their own tags; a repair may part a tag from the date that was glued to it.
    if (name === 'text New words' || name === 'repair') return;
    always((source, after) => expect(foreignTags(after)).toEqual(foreignTags(source)));
  });

  it('leaves every other token as it stands', PATIENT, () => {
    // A repair takes doubled fields away, of whatever kind.
    if (name === 'repair') return;
    always((source, after) => expect(keptTokens(after, name)).toEqual(keptTokens(source, name)));
  });

  it('keeps fields in the order of Tasks', PATIENT, () => {
    always((source, after) => {
      if (inOrder(source)) expect(inOrder(after)).toBe(true);
    });
  });
});

/** Whether the fields stand as Tasks would write them. */
function inOrder(source: string): boolean {
  const ranks = lex(source)
    .map((token) => CANONICAL_ORDER.findIndex((kind) => kind === token.kind))
    .filter((rank) => rank >= 0);
  return ranks.every((rank, i) => rank >= (ranks[i - 1] ?? 0));
}

describe('accept, on any line', () => {
  it('takes nothing but the mark and the proposed tag', PATIENT, () => {
    const property = fc.property(line, (source) => {
      const plan = planVerb(source, VERBS.accept.verb, { rules: RULES, today: TODAY });
      if (plan.kind !== 'edits') return;
      const taken = plan.edits.map(({ from, to, insert }) => [source.slice(from, to), insert]);
      for (const [old, insert] of taken) {
        if (insert === ' ') expect([...(old ?? '')]).toHaveLength(1);
        else expect(`${old}|${insert}`).toMatch(/^\s?#proposed\|$/i);
      }
    });
    fc.assert(property, runs(10_000));
  });
});
