import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meeting, ORCHARD, PRESS, PRESS_TEXT, SMITH, withLine } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const PLAN = meeting('Plan', '2025-10-20', [
  '- [ ] Paint the gate @Me 📅 2025-10-20',
  '- [/] Prune the vines @Me 📅 2025-11-07',
  '- [ ] Wash the crates @Me 📅 2025-11-09',
  '- [ ] Order labels @Me 📅 2025-11-20',
  '- [ ] Learn to whistle @Me',
  '- [x] Sell the cart @Me 📅 2025-11-05 ✅ 2025-11-04',
]);
const NOTES = { ...ORCHARD, 'Plan.md': PLAN };

const THIS_WEEK = [
  '# Overdue',
  'Paint the gate',
  '# Wednesday, November 5',
  'Pay the smith',
  '# Friday, November 7',
  'Prune the vines',
  '# Proposed for this week',
  'Order a new screw for the press',
  'Mend the long ladder',
  'Weigh the pulp of last week',
  'Ask the mill for oak staves',
  '# Waiting on',
  'Move the hives',
  '# Later: week of Sunday, November 9',
  '# Later: week of Sunday, November 16',
  '# No date',
  'Learn to whistle',
];

let view: TaskViewPage;

beforeAll(async () => {
  view = await openTasks({ notes: NOTES, height: 1400 });
  await view.tab('This week');
});
afterAll(() => view.vault.close());

const title = (): Promise<string> => view.root.locator('.meeting-tasks-week-title').innerText();

describe('this week', () => {
  it('shows what is due by day, then what is proposed, waited for, later and undated', async () => {
    await eventually(() => view.outline()).toEqual(THIS_WEEK);
    await eventually(() => title()).toBe('Nov 2 – Nov 8');
    await eventually(async () => (await view.chips('Prune'))['state']).toBe('In progress');
    await eventually(async () => (await view.chips('Move the hives'))['owner']).toBe('Oda Brandt');
  });

  it('goes to other weeks and back, by button and by key', async () => {
    await view.root.getByRole('button', { name: 'Next week' }).click();
    await eventually(title).toBe('Nov 9 – Nov 15');
    await eventually(() => view.outline()).toContain('# Sunday, November 9');
    await eventually(() => view.tasks()).not.toContain('Paint the gate');
    await eventually(() => view.tasks()).toContain('Take the nets down');
    await view.root.getByRole('button', { name: 'Previous week' }).click();
    await view.root.getByRole('button', { name: 'Previous week' }).click();
    await eventually(title).toBe('Oct 26 – Nov 1');
    await view.list.focus();
    await view.press('[');
    await eventually(title).toBe('Oct 19 – Oct 25');
    await eventually(() => view.outline()).toContain('# Monday, October 20');
    await view.root.getByRole('button', { name: 'Back to this week' }).click();
    await eventually(() => view.outline()).toEqual(THIS_WEEK);
    await view.list.focus();
    await view.press(']');
    await eventually(title).toBe('Nov 9 – Nov 15');
    await view.press('[');
  });

  it('takes decisions like the triage does', async () => {
    await view.goTo('Pay the smith');
    await view.press('c');
    await view.vault.fileBecomes(
      PRESS,
      withLine(PRESS_TEXT, SMITH, '- [x] Pay the smith @Myself 📅 2025-11-05 ✅ 2025-11-05'),
    );
    await eventually(() => view.tasks()).not.toContain('Pay the smith');
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT);
    await eventually(() => view.outline()).toEqual(THIS_WEEK);
    await view.goTo('Learn to whistle');
    await view.press('t', 't');
    await view.vault.fileBecomes('Plan.md', PLAN.replace('whistle @Me', 'whistle @Me 📅 2025-11-05'));
    await eventually(async () => (await view.outline()).indexOf('Learn to whistle')).toBeLessThan(5);
    await view.press('z');
    await view.vault.fileBecomes('Plan.md', PLAN);
  });

  it('keeps a proposal that is accepted, as a commitment of its day', async () => {
    await view.goTo('Mend the long');
    await view.press('a');
    await eventually(() => view.outline()).toEqual(
      expect.arrayContaining(['# Wednesday, November 5', 'Mend the long ladder']),
    );
    await eventually(async () => {
      const shown = await view.outline();
      return shown.indexOf('Mend the long ladder') < shown.indexOf('# Friday, November 7');
    }).toBe(true);
    await view.press('z');
    await eventually(() => view.outline()).toEqual(THIS_WEEK);
  });

  it('says when nothing is due', async () => {
    const none = await openTasks({ notes: { 'A.md': meeting('A', '2025-01-01', ['- [x] Done @Me']) } });
    await none.tab('This week');
    await eventually(() => none.placeholder()).toBe('Nothing due');
    await none.vault.close();
  });

  it('begins on the day that the settings say', async () => {
    const monday = await openTasks({ notes: NOTES, settings: { weekStart: '1' }, height: 1200 });
    await monday.tab('This week');
    await eventually(() => monday.outline()).toContain('# Sunday, November 9');
    await eventually(() => monday.root.locator('.meeting-tasks-week-title').innerText()).toBe(
      'Nov 3 – Nov 9',
    );
    await monday.vault.close();
  });

  it('begins on Monday where the region does', async () => {
    const german = await openTasks({
      notes: NOTES,
      locale: 'de-DE',
      timezone: 'Europe/Berlin',
      height: 1200,
    });
    await german.tab('This week');
    await eventually(() => german.outline()).toContain('# Sunday, November 9');
    await german.vault.close();
  });
});

describe('midnight', () => {
  it.each([
    ['UTC', '23:59:58', '00:00:02'],
    ['Pacific/Auckland', '23:59:58', '00:30:00'],
    ['America/Los_Angeles', '23:00:00', '01:00:00'],
  ])('passes in %s: what was due is overdue, what was tomorrow is today', async (timezone, before, after) => {
    const late = await openTasks({ notes: NOTES, timezone, height: 1200 });
    await late.page.evaluate(`window.host.setToday('2025-11-05', '${before}')`);
    await eventually(async () => (await late.chips('Mend'))['due']).toBe('Today');
    await late.page.evaluate(`window.host.setToday('2025-11-06', '${after}')`);
    await late.page.evaluate('window.dispatchEvent(new Event("focus"))');
    await eventually(async () => (await late.chips('Mend'))['due']).toBe('Yesterday');
    await late.tab('This week');
    await eventually(() => late.outline()).toEqual(
      expect.arrayContaining(['# Overdue', 'Paint the gate', 'Pay the smith']),
    );
    expect((await late.outline()).indexOf('Pay the smith')).toBeLessThan(3);
    await late.goTo('Pay the smith');
    await late.press('c');
    await late.vault.fileBecomes(PRESS, (text) =>
      text.includes('Pay the smith @Myself 📅 2025-11-05 ✅ 2025-11-06'),
    );
    await late.vault.close();
  });
});
