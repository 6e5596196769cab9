import { type App, MarkdownView, Menu, moment, normalizePath, Notice, type TFile } from 'obsidian';
import { addDays } from '../../core/date/day';
import { proposedChange } from '../../core/edit/bulk';
import { placeReport, reportBlock } from '../../core/review/report';
import { type Review, summarize } from '../../core/review/review';
import { asRecord, asText } from '../../core/shared/stored';
import { currentText } from '../current-text';
import { copyText } from './copy-text';
import { addMenuItem } from './dom';
import { askFor } from './prompts';
import { isThereIn } from './review-store';
import type { ViewServices } from './services';
import { showMenuAt } from './task-prompt';

/** Offers where the text of a review can go. */
export function offerReport(services: ViewServices, review: Review, trigger: HTMLElement | null): void {
  const { app } = services;
  const menu = new Menu();
  const view = app.workspace.getMostRecentLeaf()?.view;
  const add = (label: string, icon: string, run: () => void) => addMenuItem(menu, label, icon, run);
  if (view instanceof MarkdownView && view.file) {
    const { file, editor } = view;
    const line = view.getMode() === 'source' ? editor.getCursor('to').line : null;
    add(`At the cursor in ${file.basename}`, 'text-cursor', () => void write(services, review, file, line));
  }
  add('Into the daily note', 'calendar', () => void writeToday(services, review));
  add('Into another note…', 'file-text', () =>
    askForNote(app, (file) => void write(services, review, file, null)),
  );
  add('To the clipboard', 'clipboard-copy', () => void copyText(textOf(services, review, '')));
  showMenuAt(menu, trigger);
}

async function write(
  services: ViewServices,
  review: Review,
  file: TFile,
  line: number | null,
): Promise<void> {
  const { app } = services;
  const text = textOf(services, review, file.path);
  const plan = placeReport(await currentText(app, file), text, line);
  if (plan.kind === 'unchanged') return void new Notice('The note has this review already.');
  if (plan.kind === 'changed-by-user') {
    new Notice(
      `The review in ${file.basename}, line ${plan.line + 1}, was changed by hand, and stays.`,
      10_000,
    );
    return copyText(text, 'The new one was copied.');
  }
  await services.apply('Review written', [{ path: file.path, changes: [proposedChange(plan.change)] }]);
}

function textOf(services: ViewServices, review: Review, from: string): string {
  const { app } = services;
  const summary = summarize(review, isThereIn(services));
  const [first, last] = [review.week, addDays(review.week, 6)].map(services.dayLabel);
  const link = (path: string): string => {
    const file = app.vault.getFileByPath(path);
    return file ? app.fileManager.generateMarkdownLink(file, from) : path;
  };
  return reportBlock(summary, { week: review.week, title: `Weekly review, ${first} – ${last}`, link });
}

async function writeToday(services: ViewServices, review: Review): Promise<void> {
  const { app } = services;
  const path = await dailyNotePath(services);
  const file = app.vault.getFileByPath(path);
  if (file) return write(services, review, file, null);
  new Notice(`Open the daily note ${path} first.`);
}

/** Where the daily notes plugin puts the note of today; its settings are in a file of the vault's own. */
async function dailyNotePath(services: ViewServices): Promise<string> {
  const { app } = services;
  const file = normalizePath(`${app.vault.configDir}/daily-notes.json`);
  let stored: unknown;
  try {
    stored = JSON.parse(await app.vault.adapter.read(file));
  } catch {
    // Without the file, the defaults of the app hold.
  }
  const { folder, format } = asRecord(stored);
  // Its type says nothing of how it is called.
  const dayIn = moment as unknown as (day: string) => { format(pattern: string): string };
  const name = dayIn(services.today()).format(asText(format) || 'YYYY-MM-DD');
  return normalizePath(`${asText(folder)}/${name}.md`);
}

/** Asks for a note, the latest first. */
function askForNote(app: App, choose: (file: TFile) => void): void {
  const find = (query: string): TFile[] => {
    const words = query.toLowerCase().split(/\s+/);
    const files = app.vault.getMarkdownFiles().sort((a, b) => b.stat.mtime - a.stat.mtime);
    return files.filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)));
  };
  const label = ({ path }: TFile): string => path.replace(/\.md$/, '');
  askFor<TFile>(app, { text: 'Into another note…', find, label }, choose);
}
