import { afterAll, afterEach, beforeAll } from 'vitest';
import { ORCHARD } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

/** Opens the orchard once for a file of tests; after each test it is as at the beginning, in the list and on disk. */
export function useOrchard(use: (view: TaskViewPage) => void): void {
  let view: TaskViewPage;
  beforeAll(async () => {
    view = await openTasks();
    use(view);
  });
  afterAll(() => view.vault.close());
  afterEach(async () => {
    await view.reset(ORCHARD);
    await eventually(() => view.splits()).toContain('*Mine 5');
  });
}
