import { describe, expect, it } from 'vitest';
import { meeting, ORCHARD } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const ID = 'meeting-tasks';

/** Starts the plugin a second time over the same vault; returns the notes that it reads. */
async function startAgain(view: TaskViewPage): Promise<string[]> {
  await view.page.evaluate(`(async () => {
    await app.plugins.disablePlugin('${ID}');
    window.readPaths = [];
    app.vault.faults = { onRead: (path) => { window.readPaths.push(path); } };
    await app.plugins.enablePlugin('${ID}');
  })()`);
  await view.vault.command(`${ID}:open-triage`);
  await view.ready();
  await eventually(async () => (await view.rows()).length).toBeGreaterThan(0);
  const read = await view.page.evaluate<string[]>('window.readPaths');
  await view.page.evaluate('app.vault.faults = undefined');

  return [...new Set(read)];
}

/** Puts something else in place of everything that is stored. */
async function damage(view: TaskViewPage): Promise<void> {
  await view.page.evaluate(`(async () => {
    await app.plugins.disablePlugin('${ID}');
    const name = (await indexedDB.databases()).map((db) => db.name).find((name) => name.startsWith('${ID}'));
    const opened = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const db = await opened(indexedDB.open(name));
    const store = db.transaction('notes', 'readwrite').objectStore('notes');
    for (let shard = 0; shard < 64; shard++) await opened(store.put(['a note', 'of no', 'form'], shard));
    db.close();
  })()`);
}

describe('a second start', () => {
  it('reads only what has changed, and shows the same', async () => {
    const view = await openTasks();
    const before = await view.tasks();
    expect(before.length).toBeGreaterThan(0);
    expect((await startAgain(view)).length).toBeLessThanOrEqual(1);
    await eventually(() => view.tasks()).toEqual(before);

    const [path = '', text = ''] = Object.entries(ORCHARD).find(([, note]) => note.includes('- [?] ')) ?? [];
    await view.page.evaluate(`app.plugins.disablePlugin('${ID}')`);
    await view.vault.writeOutside(path, text.replace('- [?] ', '- [?] Changed meanwhile: '));
    // Until the app has heard of it.
    await view.page.waitForTimeout(300);
    expect(await startAgain(view)).toContain(path);
    await eventually(async () => (await view.tasks()).join('\n')).toContain('Changed meanwhile');
    await view.vault.close();
  });

  it('drops a store that is damaged, and reads', async () => {
    const view = await openTasks();
    const before = await view.tasks();
    await damage(view);
    expect((await startAgain(view)).length).toBeGreaterThan(1);
    await eventually(() => view.tasks()).toEqual(before);
    expect((await startAgain(view)).length).toBeLessThanOrEqual(1);
    await view.vault.close();
  });

  it('knows the user by the names of their own page, and reads no line anew for that', async () => {
    const page = 'People/Oda Brandt.md';
    const profile = (aliases: string) => `---\ntype: people\naliases: [${aliases}]\n---\n# Oda Brandt\n`;
    const lines = [
      '- [?] Oil the press @Odda',
      '- [?] Sort the corks @Ody',
      '- [?] Rinse the jugs @Oda Brandt',
    ];
    const view = await openTasks({
      notes: { 'Meetings/a.md': meeting('Cellar', '2025-11-03', lines), [page]: profile('Odda') },
      settings: { ownNames: ['Oda Brandt'] },
    });
    await eventually(() => view.tasks()).toEqual(['Oil the press', 'Rinse the jugs']);
    const isReadAnew = () =>
      view.page.evaluate(
        `app.plugins.plugins['${ID}']._children.find((part) => 'kept' in part).kept.readOtherwise`,
      );
    // What is stored when it ends is the first that there is.
    await startAgain(view);
    await eventually(() => view.tasks()).toEqual(['Oil the press', 'Rinse the jugs']);
    expect(await isReadAnew()).toBe(false);

    await view.page.evaluate(`app.plugins.disablePlugin('${ID}')`);
    await view.vault.writeOutside(page, profile('Ody'));
    await view.page.waitForTimeout(300);
    await startAgain(view);
    expect(await isReadAnew()).toBe(false);
    await eventually(() => view.tasks()).toEqual(['Sort the corks', 'Rinse the jugs']);
    await view.vault.close();
  });
});
