// A backlog of 4,000 proposals, of which many say the same and many are long done, taken to zero by keyboard.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../bench/vault';
import { meeting, TODAY } from './notes';
import { eventually, openTasks, type TaskViewPage } from './task-view-page';

const NOTES = 1000;
const MOST_KEYS = 900;

const VERBS = [
  'Send',
  'Draft',
  'Check',
  'Order',
  'Repair',
  'Compare',
  'Translate',
  'Measure',
  'Book',
  'Describe',
];
const THINGS = [
  'the offer',
  'the hatch',
  'the fare table',
  'the gangway',
  'the buoy chart',
  'the winch',
  'the lamp',
];
const ENDS = [
  'before the season',
  'with photographs',
  'for the harbour board',
  'in two languages',
  'and tell the crew',
];

/** Notes with 4,000 proposals: two in five repeat another one, a fifth repeat something done. */
function makeBacklog(): Record<string, string> {
  const random = randomFrom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const day = (back: number): string => new Date(Date.UTC(2025, 10, 5 - back)).toISOString().slice(0, 10);
  const said: string[] = [];
  const done: string[] = [];
  const text = (): string => {
    const share = random();
    if (share < 0.4 && said.length > 0) return `${pick(said)}${pick(['', ' as agreed', ' soon'])}`;
    if (share < 0.6 && done.length > 0) return pick(done);
    const own = `${pick(VERBS)} ${pick(THINGS)} of pier ${said.length + 100} ${pick(ENDS)}`;
    said.push(own);
    return own;
  };
  const notes: Record<string, string> = {};
  for (let note = 0; note < NOTES; note++) {
    const date = day(Math.floor((NOTES - note) / 6));
    const lines: string[] = [];
    for (let i = 0; i < 4; i++) {
      const owner =
        random() < 0.45 ? ' @Myself' : random() < 0.18 ? '' : ` @${pick(['Ines Calder', 'Oda Brandt'])}`;
      const due = random() < 0.8 ? ` 📅 ${day(Math.floor((NOTES - note) / 6) - 5)}` : '';
      lines.push(`- [?] ${text()}${owner}${due} #task #proposed #auto`);
    }
    if (note % 5 === 0) {
      const finished = `${pick(VERBS)} ${pick(THINGS)} of quay ${note + 5000} ${pick(ENDS)}`;
      done.push(finished);
      lines.push(`- [x] ${finished} @Myself ✅ ${date}`);
    }
    notes[`Meetings/${String(note).padStart(4, '0')}.md`] = meeting(`Round ${note}`, date, lines);
  }
  return notes;
}

/** Whether a line is what may have become of a proposal: nothing else of it may differ. */
function isDecided(line: string, now = ''): boolean {
  const rest = line.replace(' #proposed', '');
  if (now === rest.replace('[?]', '[ ]')) return true;
  const stripped = now.replace(` ❌ ${TODAY}`, '').replace(' #duplicate', '');
  return now !== stripped && stripped === rest.replace('[?]', '[-]');
}

let view: TaskViewPage;
const notes = makeBacklog();
let keys = 0;

async function press(...pressed: string[]): Promise<void> {
  for (const key of pressed) {
    keys++;
    await view.page.keyboard.press(key);
  }
}

/** Goes on with Tab until a button of the dialog has the focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let i = 0; i < 30; i++) {
    const label = await view.page.evaluate(
      `document.activeElement.getAttribute('aria-label') || document.activeElement.textContent`,
    );
    if (name.test(String(label))) return;
    await press('Tab');
  }
  throw new Error(`No button ${String(name)}`);
}

/** Opens the rules, chooses one, and writes what it shows. */
async function byRule(name: RegExp): Promise<void> {
  await press('Shift+D');
  // Behind a change of thousands copies are looked at first.
  await view.modal.locator('.setting-item').first().waitFor({ timeout: 60_000 });
  await tabTo(name);
  await press('Enter');
  await eventually(() => view.modal.innerText()).toContain('will be written');
  await press('Enter');
  // What could not be written stays on show: it says which lines, and why.
  await expect
    .poll(async () => ((await view.modal.count()) > 0 ? view.modal.innerText() : ''), { timeout: 120_000 })
    .toBe('');
  await view.list.focus();
}

const openProposals = async (): Promise<number> => {
  const all = (await view.splits()).find((split) => /^\*?All/.test(split)) ?? 'All 0';
  return Number(all.replace(/\D/g, ''));
};

beforeAll(async () => {
  view = await openTasks({ notes });
}, 120_000);
afterAll(() => view.vault.close());

describe('a backlog of 4,000 proposals', () => {
  it('is taken to zero by keyboard in fewer than 900 key presses, and every line is what was decided', async () => {
    await view.list.focus();
    // What is already decided is known a moment after all is read.
    await expect.poll(async () => (await view.splits()).join(), { timeout: 60_000 }).toContain('Decided');
    await byRule(/^Close what is already decided/);
    await byRule(/^Accept theirs/);
    await byRule(/^Reject mine, overdue/);
    await press(']');
    await eventually(async () => (await view.splits()).find((split) => split.startsWith('*'))).toContain(
      'Nobody',
    );
    await byRule(/^Preview/);
    await press('[');
    let left = await openProposals();
    while (left > 0 && keys < MOST_KEYS) {
      await press(keys % 3 === 0 ? 'r' : 'a');
      // Where copies differ in owner or date, Enter takes what the kept one says.
      if (await view.page.locator('.meeting-tasks-choices').count()) await press('Enter');
      left = await openProposals();
      if (left === 0) break;
      if ((await view.tasks()).length === 0) await press(']');
    }
    await expect.poll(openProposals, { timeout: 60_000 }).toBe(0);
    expect(keys).toBeLessThan(MOST_KEYS);
    let decided = 0;
    for (const [path, before] of Object.entries(notes)) {
      const [old, now] = [before.split('\n'), (await view.vault.file(path))?.split('\n') ?? []];
      expect(now).toHaveLength(old.length);
      old.forEach((line, at) => {
        if (!line.startsWith('- [?]')) return expect(now[at]).toBe(line);
        decided++;
        expect([line, now[at], isDecided(line, now[at])]).toEqual([line, now[at], true]);
      });
    }
    expect(decided).toBe(4 * NOTES);
    process.stdout.write(`4,000 proposals with ${keys} key presses\n`);
  }, 580_000);
});
