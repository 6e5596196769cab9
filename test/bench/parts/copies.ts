/** Copies among the proposals. A hook: the part is empty until there is an index of copies to measure. */
import type { BenchContext } from '../core';
import type { Result } from '../measure';

export function copiesPart(_context: BenchContext): Promise<Result[]> {
  return Promise.resolve([]);
}
