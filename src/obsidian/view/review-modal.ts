import { Component, Modal, Setting } from 'obsidian';
import { mediumDay } from '../../core/date/labels';
import type { Verb } from '../../core/edit/verb';
import { countOf } from '../../core/edit/wording';
import { commandInfo, commandsFor, isTaskCommand } from '../../core/list/command-info';
import { keyOf, type ListCommand } from '../../core/list/keys';
import type { TaskItem } from '../../core/note/task-item';
import { back, currentKey, decide, type Pass, progress, restart, skip, takeBack } from '../../core/pass/pass';
import {
  outcomeOf,
  type ReviewOutcome,
  type ReviewSummary,
  sectionOf,
  startReview,
  summarize,
} from '../../core/review/review';
import { addButton } from './dialog';
import { add, addFact, addKey, AUTO, STATUS } from './dom';
import { button } from './icon-button';
import { commandOfEvent } from './key-event';
import { MarkdownText } from './markdown-text';
import { findTask, resumableReview, storeReview } from './review-store';
import type { ViewServices } from './services';
import { fillMeta } from './task-meta';
import { askAndRun } from './task-prompt';
import { offerReport } from './write-review';

const SUMMARY_LABELS: readonly (readonly [part: keyof ReviewSummary, label: string])[] = [
  ['done', 'Done'],
  ['moved', 'Moved'],
  ['dropped', 'Dropped'],
  ['decided', 'Decided'],
  ['open', 'Still open'],
];

/** Opens the weekly review: one task at a time, decided by one key or button. It can be left and gone on with. */
export function openReview(services: ViewServices): void {
  const modal = new Modal(services.app);
  const { contentEl, modalEl } = modal;
  const life = new Component();
  const markdown = life.addChild(new MarkdownText(services.app));
  const isThere = (key: string): boolean => findTask(services, key) !== null;
  const fresh = () => startReview(services.index.tasks(), services.today(), services.weekStart());
  let review = resumableReview(services) ?? fresh();
  let busy = false;
  // Decisions that were made since this was opened: only these does undo take back.
  let made = 0;

  /** Whether a dialog above this one has the focus. It must keep it, and find its way back to what had it here. */
  const isBehind = (): boolean => {
    const dialog = contentEl.doc.activeElement?.closest('.modal-container, .prompt, .menu');
    return !!dialog && !dialog.contains(contentEl);
  };
  const setPass = (pass: Pass<ReviewOutcome>): void => {
    review = { ...review, pass };
    storeReview(services, review);
    show();
  };
  const current = (): TaskItem | null => {
    const key = currentKey(review.pass);
    return key === null ? null : findTask(services, key);
  };

  /** Goes on only when the line was written: what failed is still to be decided. */
  const carryOut = async (verb: Verb, item: TaskItem): Promise<void> => {
    busy = true;
    const changed = await services.run(verb, [item]).finally(() => (busy = false));
    if (changed === 0) return show();
    made++;
    const day = verb.kind === 'reschedule' || verb.kind === 'snooze' ? verb.day : null;
    const detail = day ? mediumDay(day, services.today(), services.locale) : '';
    setPass(decide(review.pass, outcomeOf(verb), isThere, detail));
  };
  const undo = async (): Promise<void> => {
    if (made === 0) return;
    made--;
    busy = true;
    await services.undo();
    busy = false;
    setPass(takeBack(review.pass));
  };
  const execute = (command: ListCommand): void => {
    if (busy) return;
    if (command === 'undo') return void undo();
    if (command === 'skip' || command === 'down') return setPass(skip(review.pass, isThere));
    if (command === 'up') return setPass(back(review.pass, isThere));
    const item = current();
    if (!item) return;
    if (command === 'open') {
      modal.close();
      return services.openLine(item.path, item.line, false);
    }
    if (!isTaskCommand(command) || ![...commandsFor(item.state), 'snooze'].includes(command)) return;
    askAndRun(command, [item], services, contentEl, (verb) => void carryOut(verb, item));
  };

  const addCommand = (parent: HTMLElement, label: string, command: ListCommand): void => {
    const made = button(parent, '', '', () => execute(command), { 'data-command': command });
    add(made, 'span', label);
    addKey(made, services.settings().singleKeys ? keyOf(command) : '');
  };
  const showCard = (item: TaskItem | null): void => {
    const focused = (contentEl.doc.activeElement as HTMLElement | null)?.dataset['command'];
    contentEl.empty();
    const { total, left } = progress(review.pass, isThere);
    const { position } = review.pass;
    add(contentEl, 'div.review-head', `${position + 1} of ${total}, ${left} to go`, STATUS);
    add(contentEl, 'progress', '', { max: total, value: position, 'aria-label': 'Progress' });
    const card = add(contentEl, 'div.review-card');
    const text = add(card, 'div.detail-text', '', AUTO);
    const buttons = add(contentEl, 'div.buttons');
    if (item) {
      markdown.show(text, item.text || item.source.trim(), item.path, () => undefined);
      const meta = add(card, 'div.meta');
      fillMeta(meta, item, services, { meeting: true, owner: true });
      for (const command of commandsFor(item.state))
        addCommand(buttons, commandInfo(command, item.state).label, command);
    } else text.setText('This task was changed elsewhere. Leave it.');
    addCommand(buttons, 'Leave open', 'skip');
    addCommand(buttons, 'Back', 'up');
    addCommand(buttons, 'Undo', 'undo');
    const same = focused && buttons.querySelector<HTMLElement>(`[data-command="${focused}"]`);
    (same || buttons.querySelector('button'))?.focus();
  };
  const showSummary = (): void => {
    contentEl.empty();
    const summary = summarize(review, isThere);
    const list = add(contentEl, 'dl.review-summary');
    for (const [part, label] of SUMMARY_LABELS) addFact(list, label, countOf(summary[part].length, 'task'));
    const footer = new Setting(contentEl);
    if (summary.open.length > 0)
      addButton(footer, 'Go through the open ones', () => setPass(restart(review.pass, isThere)));
    addButton(footer, 'Start anew', () => {
      review = fresh();
      setPass(review.pass);
    });
    const { buttonEl } = addButton(footer, 'Write review', () =>
      offerReport(services, review, buttonEl),
    ).setCta();
    buttonEl.focus();
  };
  const show = (): void => {
    const section = sectionOf(review);
    modal.setTitle(`Weekly review: ${section ?? 'summary'}`);
    if (section) showCard(current());
    else showSummary();
  };

  modalEl.addClass('meeting-tasks-review');
  modalEl.addEventListener('keydown', (event) => {
    // Space, Enter and Escape are for the buttons and the dialog.
    if ([' ', 'Enter', 'Escape'].includes(event.key)) return;
    const command = commandOfEvent(event, services.settings().singleKeys);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    execute(command);
  });
  modal.onClose = () => life.unload();
  life.load();
  // A note that changes meanwhile may take the task that is shown away, or change it.
  life.register(services.onChange(() => busy || isBehind() || show()));
  modal.open();
  setPass(review.pass);
}
