import type { Stamp } from '../../../src/core/edit/history';

/** Names changes by numbers, and says nothing of the time. */
export function countingStamp(): Stamp {
  let count = 0;
  return () => ({ id: String(++count), at: '' });
}
