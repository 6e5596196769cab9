import { startOfWeek } from '../../core/date/day';
import { type TaskItem, taskKey } from '../../core/note/task-item';
import { currentKey, type IsThere } from '../../core/pass/pass';
import { readReview, type Review } from '../../core/review/review';
import type { ViewServices } from './services';

/** Kept on the device, for a review is done where it was begun. */
const STORAGE_KEY = 'meeting-tasks-review';

/** The review of this week, if one was begun; it may be at its end. */
export function storedReview(services: ViewServices): Review | null {
  const week = startOfWeek(services.today(), services.weekStart());
  const stored: unknown = services.app.loadLocalStorage(STORAGE_KEY);
  return readReview(stored, week, isThereIn(services));
}

/** The review of this week, if it can be gone on with. */
export function resumableReview(services: ViewServices): Review | null {
  const review = storedReview(services);
  return review && currentKey(review.pass) !== null ? review : null;
}

export function storeReview(services: ViewServices, review: Review): void {
  services.app.saveLocalStorage(STORAGE_KEY, review);
}

/** Tells of keys of tasks whether they are still to be found. */
export function isThereIn(services: ViewServices): IsThere {
  return (key) => findTask(services, key) !== null;
}

/** The task of a key of a review, as it stands now; `null` where it is gone, decided or changed. */
export function findTask({ index }: ViewServices, key: string): TaskItem | null {
  const [path = '', heading = '', , source = ''] = key.split('\n');
  const twins = (index.note(path)?.tasks ?? []).filter(
    (item) => item.source === source && item.heading === heading,
  );
  // With its first twin decided, the second one is the only one of its text.
  return twins.find((item) => taskKey(item) === key) ?? twins[twins.length - 1] ?? null;
}
