import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATIENT } from '../support/act';
import { anyLine, plainLine } from '../support/random-lines';
import { runs } from '../support/runs';
import { sharedRecords } from '../support/shared';
import { ownReading, plainReading } from '../support/two-readings';

const recorded = sharedRecords<{ line: string }>('conformance/parse.jsonl');

const agrees = (source: string): void => {
  expect(ownReading(source)).toEqual(plainReading(source));
};

describe('the scan from the end of the line', () => {
  it('reads random lines as the plain expressions do', PATIENT, () => {
    fc.assert(fc.property(anyLine, agrees), runs(40_000));
  });

  it('reads everyday lines as the plain expressions do', PATIENT, () => {
    fc.assert(fc.property(plainLine, agrees), runs(20_000));
  });

  it.skipIf(recorded.length === 0)('reads recorded lines as the plain expressions do', () => {
    for (const { line } of recorded) agrees(line);
  });
});
