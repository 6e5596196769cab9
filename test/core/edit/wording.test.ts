import { describe, expect, it } from 'vitest';
import type { Verb } from '../../../src/core/edit/verb';
import { countOf, pastTense, refusalText } from '../../../src/core/edit/wording';
import { day } from '../support/act';
import { VERB_NAMES, VERBS } from '../support/verbs';

describe('what was done', () => {
  it.each<[verb: Verb, words: string]>([
    [{ kind: 'accept' }, 'Accepted'],
    [{ kind: 'close-as-copy' }, 'Closed as copy'],
    [{ kind: 'reschedule', day: day('2025-11-08') }, 'Due 2025-11-08'],
    [{ kind: 'reschedule', day: null }, 'Due date removed'],
    [{ kind: 'snooze', day: day('2025-11-08') }, 'Snoozed until 2025-11-08'],
    [{ kind: 'snooze', day: null }, 'Back from snooze'],
    [{ kind: 'assign', name: '[[Ana Lee]]' }, 'Assigned to Ana Lee'],
    [{ kind: 'assign', name: null }, 'Owner removed'],
    [{ kind: 'prioritize', priority: 'high' }, 'Priority high'],
    [{ kind: 'prioritize', priority: null }, 'Priority removed'],
    [{ kind: 'edit-text', text: 'x' }, 'Text changed'],
    [{ kind: 'repair' }, 'Repaired'],
  ])('%j: %s', (verb, words) => {
    expect(pastTense(verb)).toBe(words);
  });

  it('has words for every verb', () => {
    for (const name of VERB_NAMES) expect(pastTense(VERBS[name].verb)).toMatch(/^[A-Z]/);
  });
});

describe('why not', () => {
  it('goes on with a sentence', () => {
    const reasons = ['not-a-task', 'already-decided', 'would-change-more', 'bad-argument'] as const;
    const texts = reasons.map(refusalText);
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts) expect(text).toMatch(/^[a-z][^.]+$/);
  });
});

describe('how many', () => {
  it.each([
    [0, '0 tasks'],
    [1, '1 task'],
    [3, '3 tasks'],
  ])('%i: %s', (count, words) => {
    expect(countOf(count, 'task')).toBe(words);
  });
});
