import { type App, ProgressBarComponent, Setting } from 'obsidian';
import { countChanges, failedChanges, failureTexts, type NoteChanges } from '../../core/edit/bulk';
import { countOf } from '../../core/edit/wording';
import type { Progress } from '../slices';
import type { BulkResult } from '../task-actions';
import { showChanges } from './change-preview';
import { addButton, addFooter, openDialog } from './dialog';
import { add, AUTO, STATUS } from './dom';

/** A change of many lines that is shown first. */
export interface BulkRequest {
  readonly title: string;
  /** On the button that does it: "Reject". */
  readonly verb: string;
  readonly notes: readonly NoteChanges[];
  /** What else is to be known before: lines that refuse, lines that are already so. */
  readonly remarks: readonly string[];
  apply(notes: readonly NoteChanges[], progress: Progress): Promise<BulkResult>;
  undo(id: string): void;
}

/** How many failures are listed; the others are counted. */
const FAILURES_SHOWN = 50;

/**
 * Shows what would be written, lets lines be left out, writes it with progress, and says what became of it. `closed`
 * is told how many lines were changed.
 */
export function openBulk(
  app: App,
  request: BulkRequest,
  closed: (changedLines: number) => void = () => undefined,
): void {
  const modal = openDialog(app, request.title, 'preview');
  const { contentEl } = modal;
  let cancelled = false;
  let running = false;
  let changed = 0;

  const showPreview = (notes: readonly NoteChanges[], remarks: readonly string[]): void => {
    modal.setTitle(request.title);
    contentEl.empty();
    const summary = add(contentEl, 'p', '', STATUS);
    for (const remark of remarks) add(contentEl, 'p.faint', remark);
    const list = add(contentEl, 'div.preview-notes');
    const main = addFooter(modal, request.verb, () => void write(chosen()));
    const chosen = showChanges(list, notes, (left) => {
      const lines = countChanges(left);
      summary.setText(`${countOf(lines, 'line')} in ${countOf(left.length, 'note')} will be written.`);
      main.setButtonText(`${request.verb} ${lines}`).setDisabled(lines === 0);
    });
    main.buttonEl.focus();
  };
  const write = async (notes: readonly NoteChanges[]): Promise<void> => {
    contentEl.empty();
    const status = add(contentEl, 'p', '', STATUS);
    const bar = new ProgressBarComponent(contentEl);
    addButton(new Setting(contentEl), 'Stop', () => (cancelled = true)).buttonEl.focus();
    const advance = (done: number): void => {
      bar.setValue((done / notes.length) * 100);
      status.setText(`${done} of ${countOf(notes.length, 'note')} written.`);
    };
    advance(0);
    running = true;
    const result = await request.apply(notes, { advance, isCancelled: () => cancelled });
    running = false;
    changed += result.changedLines;
    cancelled = false;
    if (!contentEl.isConnected) closed(changed);
    else if (result.failures.length + result.left.length === 0) modal.close();
    else showResult(result);
  };
  const showResult = ({ id, changedLines, changedNotes, failures, left }: BulkResult): void => {
    const wasStopped = left.length > 0;
    modal.setTitle(wasStopped ? 'Stopped' : 'Not all was written');
    contentEl.empty();
    add(
      contentEl,
      'p',
      `${countOf(changedLines, 'line')} in ${countOf(changedNotes, 'note')} written.`,
      STATUS,
    );
    if (wasStopped) add(contentEl, 'p', `${countOf(countChanges(left), 'line')} not reached.`);
    const list = add(contentEl, 'ul.failures');
    for (const text of failureTexts(failures, FAILURES_SHOWN)) add(list, 'li', text, AUTO);
    const again = [...failedChanges(failures), ...left];
    const footer = new Setting(contentEl);
    if (changedLines > 0) {
      addButton(footer, 'Undo', () => {
        modal.close();
        request.undo(id);
      });
    }
    if (again.length > 0) addButton(footer, wasStopped ? 'Go on' : 'Try again', () => showPreview(again, []));
    addButton(footer, 'Close', () => modal.close())
      .setCta()
      .buttonEl.focus();
  };

  modal.onClose = () => {
    // What is written stays written, and can be undone; the rest is not begun any more.
    cancelled = true;
    if (!running) closed(changed);
  };
  showPreview(request.notes, request.remarks);
}
