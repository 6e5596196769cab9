import { describe, expect, it } from 'vitest';
import {
  DIARY,
  DIARY_TEXT,
  KEY,
  LADDER,
  meeting,
  PRESS,
  PRESS_TEXT,
  pressWith,
  ROUND,
  ROUND_TEXT,
  roundWith,
} from './notes';
import { useOrchard } from './orchard';
import { eventually, type TaskViewPage } from './task-view-page';

let view: TaskViewPage;

useOrchard((opened) => (view = opened));

const NEWS = 'Meetings/2025-11-05 - Late news.md';
const MOVED = 'Meetings/2025-11-04 - Round of the orchard.md';

describe('another program', () => {
  it('changes, adds and removes lines of a note', async () => {
    await view.vault.writeOutside(
      ROUND,
      roundWith(LADDER, `${LADDER.replace('ladder', 'rake')}\n- [?] Burn the cuttings @Me`),
    );
    await eventually(() => view.tasks()).toEqual(
      expect.arrayContaining(['Mend the long rake', 'Burn the cuttings']),
    );
    await eventually(() => view.splits()).toContain('*Mine 6');
    await view.vault.writeOutside(ROUND, roundWith(`${LADDER}\n`, ''));
    await eventually(() => view.tasks()).not.toContain('Mend the long rake');
  });

  it('adds a note above; the cursor stays on its task', async () => {
    await view.goTo('Ask the mill');
    const place = async (): Promise<number> => (await view.row('Ask the mill').boundingBox())?.y ?? 0;
    await view.vault.writeOutside(
      NEWS,
      meeting('Late news', '2025-11-05', ['- [?] Read the letter @Myself']),
    );
    await eventually(() => view.outline()).toContain('# Late news');
    await eventually(() => view.cursor()).toBe('Ask the mill for oak staves');
    expect(await place()).toBeGreaterThan(0);
    await view.vault.removeOutside(NEWS);
    await eventually(() => view.outline()).not.toContain('# Late news');
    await eventually(() => view.cursor()).toBe('Ask the mill for oak staves');
  });

  it('inserts lines above the task; a key press still finds it', async () => {
    await view.goTo('Write down who');
    const longer = PRESS_TEXT.replace('## Action items', 'More words.\n\nAnd more.\n\n## Action items');
    await view.vault.writeOutside(PRESS, longer);
    await view.press('a');
    await view.vault.fileBecomes(PRESS, longer.replace(KEY, KEY.replace('[?]', '[ ]')));
    await view.notice('Accepted');
  });

  it('deletes a note', async () => {
    await view.vault.removeOutside(ROUND);
    await eventually(() => view.outline()).not.toContain('# Orchard round');
    await eventually(() => view.splits()).toContain('*Mine 3');
  });

  it('renames a note', async () => {
    await view.vault.renameOutside(ROUND, MOVED);
    await eventually(() => view.row('Mend the long').getAttribute('data-key')).toContain(MOVED);
    await eventually(() => view.tasks()).toHaveLength(5);
    await view.goTo('Mend the long');
    await view.press('a');
    await view.vault.fileBecomes(MOVED, roundWith(LADDER, LADDER.replace('[?]', '[ ]')));
    // A decision in a note that is gone would be remembered, a few seconds later, in the tests behind this one.
    await view.press('z');
    await view.notice('Undone');
    await view.vault.fileBecomes(MOVED, ROUND_TEXT);
    await view.vault.removeOutside(MOVED);
  });

  it('moves a note out of scope by its type, and another in', async () => {
    await view.vault.writeOutside(ROUND, ROUND_TEXT.replace('type: people', 'type: minutes'));
    await eventually(() => view.outline()).not.toContain('# Orchard round');
    await view.vault.writeOutside(DIARY, `---\ntype: [note, People]\n---\n${DIARY_TEXT}`);
    await eventually(() => view.outline()).toContain('# Diary');
    await eventually(() => view.tasks()).toContain('Sharpen the saws');
    await view.vault.writeOutside(DIARY, DIARY_TEXT);
    await eventually(() => view.outline()).not.toContain('# Diary');
  });

  it('empties a note, and brings it back', async () => {
    await view.vault.writeOutside(ROUND, '');
    await eventually(() => view.outline()).not.toContain('# Orchard round');
    await view.vault.writeOutside(ROUND, ROUND_TEXT);
    await eventually(() => view.outline()).toContain('# Orchard round');
  });
});

describe('the app itself', () => {
  const run = (code: string): Promise<unknown> => view.page.evaluate(code);
  const file = (path: string): string => `app.vault.getAbstractFileByPath(${JSON.stringify(path)})`;

  it('renames a note after a decision, which can still be undone', async () => {
    await view.goTo('Mend the long');
    await view.press('r');
    const rejected = roundWith(LADDER, `${LADDER.replace('[?]', '[-]')} ❌ 2025-11-05`);
    await view.vault.fileBecomes(ROUND, rejected);
    await run(`app.fileManager.renameFile(${file(ROUND)}, ${JSON.stringify(MOVED)})`);
    await view.vault.fileBecomes(MOVED, rejected);
    await view.list.focus();
    await view.press('z');
    await view.vault.fileBecomes(MOVED, ROUND_TEXT);
    await view.notice('Undone: rejected (1 task).');
    await run(`app.fileManager.renameFile(${file(MOVED)}, ${JSON.stringify(ROUND)})`);
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it('renames the folder of the notes, and moves it back', async () => {
    await run(`app.fileManager.renameFile(${file('Meetings')}, 'Talks')`);
    await eventually(() => view.row('Mend the long').getAttribute('data-key')).toContain('Talks/');
    await eventually(() => view.tasks()).toHaveLength(5);
    await view.goTo('Mend the long');
    await view.press('a');
    await view.vault.fileBecomes(
      ROUND.replace('Meetings', 'Talks'),
      roundWith(LADDER, LADDER.replace('[?]', '[ ]')),
    );
    await view.press('z');
    await view.vault.fileBecomes(ROUND.replace('Meetings', 'Talks'), ROUND_TEXT);
    await run(`app.fileManager.renameFile(${file('Talks')}, 'Meetings')`);
    await view.vault.fileBecomes(ROUND, ROUND_TEXT);
  });

  it('deletes a note and its folder', async () => {
    await view.vault.writeOutside(
      'Meetings/Old/Deep/2024-01-01 - Deep.md',
      meeting('Deep', '2024-01-01', ['- [?] Dig @Me']),
    );
    await eventually(() => view.tasks()).toContain('Dig');
    await run(`app.vault.delete(${file('Meetings/Old')})`);
    await eventually(() => view.tasks()).not.toContain('Dig');
  });
});

describe('undo after others have changed the line', () => {
  it('says so and leaves it alone', async () => {
    await view.goTo('Write down who');
    await view.press('a');
    const accepted = KEY.replace('[?]', '[ ]');
    await view.vault.fileBecomes(PRESS, pressWith(KEY, accepted));
    const theirs = pressWith(KEY, `${accepted} 📅 2026-01-01`);
    await view.vault.writeOutside(PRESS, theirs);
    await view.tab('This week');
    await view.tab('Triage');
    await view.list.focus();
    await view.press('z');
    await view.notice('it has changed meanwhile');
    expect(await view.vault.file(PRESS)).toBe(theirs);
  });

  it('finds the line where it stands now', async () => {
    await view.goTo('Write down who');
    await view.press('c');
    await view.vault.fileBecomes(PRESS, (text) => text.includes('✅ 2025-11-05'));
    const done = await view.vault.file(PRESS);
    await view.vault.writeOutside(PRESS, done.replace('## Action items', 'A line.\n\n## Action items'));
    await view.press('z');
    await view.vault.fileBecomes(PRESS, PRESS_TEXT.replace('## Action items', 'A line.\n\n## Action items'));
  });
});
