import type { Group } from '../../../src/core/group/group';
import { type Row, rowSteps } from '../../../src/core/list/rows';
import { allAtOnce } from '../../../src/core/shared/collect';

/** The rows of groups, made without a pause. */
export function buildRows(groups: readonly Group[], turned: ReadonlySet<string>): Row[] {
  return allAtOnce(rowSteps(groups, turned));
}
