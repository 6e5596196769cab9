import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meeting } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const LINES = [
  '- [ ] Paint the gate @Me 📅 2025-10-20',
  '- [ ] Oil the hinges @Me ⏫ 📅 2025-10-21',
  '- [ ] Pay the smith @Me 📅 2025-11-05',
  '- [ ] Call the mill @Me 📅 2025-11-05',
  '- [ ] Prune the vines @Me 📅 2025-11-07',
  '- [ ] Order labels @Me 📅 2025-11-12',
  '- [ ] Learn to whistle @Me',
  '- [ ] Sharpen the saw @Oda Brandt 📅 2025-11-07',
] as const;
const PLAN = meeting('Plan', '2025-10-19', LINES);
const changed = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), PLAN);

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({ notes: { 'Plan.md': PLAN }, settings: { dayLimit: 1 }, height: 1200 });
  await view.tab('This week');
});
afterAll(() => view.vault.close());

const bars = (): Promise<string[]> =>
  view.root
    .locator('.meeting-tasks-load-bar')
    .evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''));
const bar = (name: RegExp) => view.root.getByRole('button', { name });
/** Undoes by the notice, and waits until file and list are as they were. */
async function undone(): Promise<void> {
  await view.undoByNotice();
  await view.vault.fileBecomes('Plan.md', PLAN);
  await view.clearNotices();
  await eventually(bars).toContain('Overdue: 2 tasks');
}

describe('the load of the week', () => {
  it('says how much is overdue and due on each of seven days, and which hold too much', async () => {
    await eventually(bars).toEqual([
      'Overdue: 2 tasks',
      'Wednesday, November 5, today: 2 tasks, more than 1',
      'Thursday, November 6: 0 tasks',
      'Friday, November 7: 1 task',
      'Saturday, November 8: 0 tasks',
      'Sunday, November 9: 0 tasks',
      'Monday, November 10: 0 tasks',
      'Tuesday, November 11: 0 tasks',
    ]);
  });

  it('shows one day when it is clicked, and all when it is clicked again', async () => {
    await bar(/^Friday/).click();
    await eventually(() => view.outline()).toEqual([
      ...['# Friday, November 7', 'Prune the vines', '# Waiting on', 'Sharpen the saw'],
    ]);
    await bar(/^Overdue/).click();
    await eventually(() => view.outline()).toEqual(['# Overdue', 'Paint the gate', 'Oil the hinges']);
    await bar(/^Overdue/).click();
    await eventually(() => view.outline()).toContain('# No date');
  });

  it('folds the weeks to come until they are opened', async () => {
    await eventually(() => view.tasks()).not.toContain('Order labels');
    await view.row('Later: week of').click();
    await eventually(() => view.tasks()).toContain('Order labels');
    await view.row('Later: week of').click();
    await eventually(() => view.tasks()).not.toContain('Order labels');
  });
});

describe('dragging', () => {
  it('a task to the bar of a day makes it due then', async () => {
    await view.row('Paint the gate').dragTo(bar(/^Saturday/));
    await view.vault.fileBecomes('Plan.md', changed(['2025-10-20\n', '2025-11-08\n']));
    await eventually(bars).toContain('Saturday, November 8: 1 task');
    await undone();
  });

  it('a task to the heading of a day, or to "No date"', async () => {
    await view.row('Oil the hinges').dragTo(view.row('Friday, November 7'));
    await view.vault.fileBecomes('Plan.md', changed(['2025-10-21', '2025-11-07']));
    await undone();
    await view.row('Prune the vines').dragTo(view.row('No date'));
    await view.vault.fileBecomes('Plan.md', changed(['vines @Me 📅 2025-11-07', 'vines @Me']));
    await undone();
  });

  it('all that is selected, as one change', async () => {
    await view.goTo('Paint the gate');
    await view.press('x', 'j', 'x');
    await eventually(() => view.selected()).toHaveLength(2);
    await view.row('Oil the hinges').dragTo(bar(/^Monday/));
    await view.vault.fileBecomes(
      'Plan.md',
      changed(['2025-10-20\n', '2025-11-10\n'], ['2025-10-21', '2025-11-10']),
    );
    await undone();
  });

  it('what was taken, whatever the list shows when it is let go', async () => {
    const { mouse } = view.page;
    await view.row('Oil the hinges').hover();
    await mouse.down();
    await bar(/^Monday/).hover();
    const gone = PLAN.split('\n').filter((line) => !line.includes('Oil the hinges'));
    await view.page.evaluate(`app.vault.adapter.write('Plan.md', ${JSON.stringify(gone.join('\n'))})`);
    await eventually(() => view.tasks()).not.toContain('Oil the hinges');
    await bar(/^Monday/).hover();
    await mouse.up();
    await view.notice('it has changed meanwhile');
    expect(await view.vault.file('Plan.md')).toBe(gone.join('\n'));
    await view.page.evaluate(`app.vault.adapter.write('Plan.md', ${JSON.stringify(PLAN)})`);
    await eventually(() => view.tasks()).toContain('Oil the hinges');
  });

  it('something else, when the end of the last drag was not heard, changes nothing', async () => {
    await view.row('Oil the hinges').evaluate((row) => {
      row.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: new DataTransfer() }));
    });
    await bar(/^Monday/).evaluate((day) => {
      for (const type of ['dragover', 'drop'])
        day.dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer: new DataTransfer() }));
    });
    await eventually(() => view.row('Monday').count()).toBe(0);
    expect(await view.vault.file('Plan.md')).toBe(PLAN);
  });

  it('to something that is no day changes nothing', async () => {
    await view.row('Pay the smith').dragTo(bar(/^Overdue/));
    await view.row('Pay the smith').dragTo(view.row('Waiting on'));
    expect(await view.vault.file('Plan.md')).toBe(PLAN);
  });
});

describe('many dates at once', () => {
  it('are moved by days after a preview of the lines', async () => {
    await view.goTo('Prune the vines');
    await view.press('x', 'k', 'x', '+');
    await view.modal.getByLabel('Days').fill('10');
    await view.press('Enter');
    await eventually(() => view.modal.innerText()).toContain('Prune the vines @Me 📅 2025-11-17');
    await view.press('Enter');
    await view.vault.fileBecomes('Plan.md', (text) => (text.match(/2025-11-1[57]/g) ?? []).length === 2);
    await undone();
  });

  it('are spread over the days to come, the most urgent first, where the limit leaves room', async () => {
    await view.root.getByRole('button', { name: 'Plan the week' }).click();
    await view.pick('Spread overdue tasks');
    await eventually(() => view.modal.innerText()).toContain('2 lines in 1 note will be written.');
    await view.press('Enter');
    // Today and Friday are full; the weekend is none of the working days.
    await view.vault.fileBecomes(
      'Plan.md',
      changed(['2025-10-20\n', '2025-11-10\n'], ['2025-10-21', '2025-11-06']),
    );
    await view.undoByNotice();
    await view.vault.fileBecomes('Plan.md', PLAN);
  });
});

describe('a new day', () => {
  it('moves today in the bars and in the list without a reload', async () => {
    await view.page.evaluate('window.host.setToday("2025-11-08", "00:00:10")');
    await view.page.evaluate('window.dispatchEvent(new Event("focus"))');
    await eventually(bars).toContain('Saturday, November 8, today: 0 tasks');
    await eventually(bars).toContain('Overdue: 5 tasks');
    await eventually(() => view.outline()).toEqual(expect.arrayContaining(['# Overdue', 'Prune the vines']));
  });
});
