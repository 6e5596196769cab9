import { mendLine } from '../../core/line/mend';
import type { TaskItem } from '../../core/note/task-item';
import { linesAround } from '../../core/text/context';
import { summaryOf } from '../../core/text/summary';
import { add, AUTO, nameRegion } from './dom';
import type { ViewServices } from './services';

/**
 * Shows the lines around a task, and with `withSummary` what its note is about. They are read when they are looked
 * at; nothing of a note is kept for that. `isShown` tells whether they are still wanted once they are there.
 */
export async function addEvidence(
  parent: HTMLElement,
  item: TaskItem,
  { app }: ViewServices,
  isShown: () => boolean,
  withSummary = true,
): Promise<void> {
  const file = app.vault.getFileByPath(item.path);
  if (!file) return;
  const text = await app.vault.cachedRead(file).catch(() => '');
  if (!isShown()) return;
  const summary = withSummary ? summaryOf(text) : '';
  if (summary) add(parent, 'p.faint', mended(summary), AUTO);
  const lines = linesAround(text, item, 2);
  if (lines.length < 2) return;
  const box = add(parent, 'div.context', '', { role: 'group' });
  nameRegion(box, 'Lines around it');
  for (const line of lines) add(box, line.isTarget ? 'div.is-target' : 'div', mended(line.text), AUTO);
}

function mended(text: string): string {
  return mendLine(text)?.text ?? text;
}
