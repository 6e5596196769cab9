import { Component, Keymap, Modal, Setting } from 'obsidian';
import { mediumDay } from '../../core/date/labels';
import type { Verb } from '../../core/edit/verb';
import { countOf } from '../../core/edit/wording';
import { commandInfo, commandsFor, isTaskCommand, type TaskCommand } from '../../core/list/command-info';
import { commandOf, keyOf, type ListCommand } from '../../core/list/keys';
import type { TaskItem } from '../../core/note/task-item';
import { back, currentKey, decide, type Pass, progress, restart, skip, takeBack } from '../../core/pass/pass';
import {
  outcomeOf,
  type Review,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
  sectionOf,
  startReview,
  summarize,
} from '../../core/review/review';
import { MarkdownText } from './markdown-text';
import { findTask, resumableReview, storeReview } from './review-store';
import type { ViewServices } from './services';
import { fillMeta } from './task-meta';
import { askAndRun } from './task-prompt';
import { offerReport } from './write-review';

const OUTCOME_LABELS: Readonly<Record<ReviewOutcome, string>> = {
  done: 'Done',
  moved: 'Moved',
  dropped: 'Dropped',
  decided: 'Decided',
};

/** The weekly review: one task at a time, decided by one key or button. It can be left and gone on with. */
export class ReviewModal extends Modal {
  private review: Review;
  private readonly life = new Component();
  private readonly markdown: MarkdownText;
  private busy = false;
  /** Decisions that were made since this was opened: only these does undo take back. */
  private made = 0;

  constructor(private readonly services: ViewServices) {
    super(services.app);
    this.markdown = this.life.addChild(new MarkdownText(services.app));
    this.review = resumableReview(services) ?? this.fresh();
  }

  override onOpen(): void {
    this.life.load();
    this.modalEl.addClass('meeting-tasks-review');
    this.modalEl.addEventListener('keydown', (event) => this.onKey(event));
    // A note that changes meanwhile may take the task that is shown away, or change it.
    this.life.register(this.services.onChange(() => this.busy || this.show()));
    this.setPass(this.review.pass);
  }

  override onClose(): void {
    this.life.unload();
    this.contentEl.empty();
  }

  private fresh(): Review {
    const { services } = this;
    return startReview(services.index.tasks(), services.today(), services.weekStart());
  }

  private readonly isThere = (key: string): boolean => findTask(this.services, key) !== null;

  private setPass(pass: Pass<ReviewOutcome>): void {
    this.review = { ...this.review, pass };
    storeReview(this.services, this.review);
    this.show();
  }

  private current(): TaskItem | null {
    const key = currentKey(this.review.pass);
    return key === null ? null : findTask(this.services, key);
  }

  private show(): void {
    const focused = (this.contentEl.doc.activeElement as HTMLElement | null)?.dataset['command'];
    const section = sectionOf(this.review);
    this.contentEl.empty();
    const item = this.current();
    if (section === null) return this.showSummary();
    const { total, left } = progress(this.review.pass, this.isThere);
    this.setTitle(`Weekly review: ${section}`);
    const head = this.contentEl.createDiv({ cls: 'meeting-tasks-review-head', attr: { role: 'status' } });
    head.setText(`${this.review.pass.position + 1} of ${total}, ${left} to go`);
    const bar = this.contentEl.createEl('progress', { attr: { max: total, 'aria-label': 'Progress' } });
    bar.value = this.review.pass.position;
    if (item) this.showTask(item);
    else this.contentEl.createEl('p', { text: 'This task was changed elsewhere. Skip it.' });
    const buttons = this.contentEl.createDiv({ cls: 'meeting-tasks-buttons' });
    if (item) for (const command of commandsFor(item.state)) this.addButton(buttons, command, item);
    this.addPlainButton(buttons, 'Leave open', 'skip');
    this.addPlainButton(buttons, 'Back', 'up');
    this.addPlainButton(buttons, 'Undo', 'undo');
    const wanted = focused && buttons.querySelector<HTMLElement>(`[data-command="${focused}"]`);
    (wanted || buttons.querySelector('button'))?.focus();
  }

  private showTask(item: TaskItem): void {
    const card = this.contentEl.createDiv({ cls: 'meeting-tasks-review-card' });
    const text = card.createDiv({ cls: 'meeting-tasks-detail-text', attr: { dir: 'auto' } });
    this.markdown.show(text, item.text || item.source.trim(), item.path, () => undefined);
    const meta = card.createDiv({ cls: 'meeting-tasks-meta' });
    fillMeta(meta, item, this.services, { meeting: true, owner: true });
  }

  private addButton(parent: HTMLElement, command: TaskCommand, item: TaskItem): void {
    this.addPlainButton(parent, commandInfo(command, item.state).label, command);
  }

  private addPlainButton(parent: HTMLElement, label: string, command: ListCommand): void {
    const button = parent.createEl('button', { attr: { type: 'button', 'data-command': command } });
    button.createSpan({ text: label });
    const key = this.services.settings().singleKeys ? keyOf(command) : '';
    if (key) button.createEl('kbd', { text: key, attr: { 'aria-hidden': 'true' } });
    button.addEventListener('click', () => this.execute(command));
  }

  private onKey(event: KeyboardEvent): void {
    const press = {
      ...{ key: event.key, code: event.code, shift: event.shiftKey, alt: event.altKey, repeat: event.repeat },
      mod: Keymap.isModifier(event, 'Mod'),
    };
    const command = commandOf(press, this.services.settings().singleKeys);
    // Space, Enter and Escape are for the buttons and the dialog.
    if (!command || event.isComposing || [' ', 'Enter', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    this.execute(command);
  }

  private execute(command: ListCommand): void {
    const { pass } = this.review;
    if (this.busy) return;
    if (command === 'undo') return void this.undo();
    if (command === 'skip' || command === 'down') return this.setPass(skip(pass, this.isThere));
    if (command === 'up') return this.setPass(back(pass, this.isThere));
    const item = this.current();
    if (!item) return;
    if (command === 'open') {
      this.close();
      return this.services.openLine(item.path, item.line, false);
    }
    if (!isTaskCommand(command) || ![...commandsFor(item.state), 'snooze'].includes(command)) return;
    askAndRun(command, [item], this.services, this.contentEl, (verb) => void this.decide(verb, item));
  }

  /** Goes on only when the line was written: what failed is still to be decided. */
  private async decide(verb: Verb, item: TaskItem): Promise<void> {
    this.busy = true;
    const changed = await this.services.run(verb, [item]).finally(() => (this.busy = false));
    const day = verb.kind === 'reschedule' || verb.kind === 'snooze' ? verb.day : null;
    const { today, locale } = { today: this.services.today(), locale: this.services.locale };
    const detail = day ? mediumDay(day, today, locale) : '';
    if (changed > 0) this.made++;
    if (changed > 0) this.setPass(decide(this.review.pass, outcomeOf(verb), this.isThere, detail));
    else this.show();
  }

  private async undo(): Promise<void> {
    const { pass } = this.review;
    if (this.made === 0) return;
    this.made--;
    this.busy = true;
    await this.services.undo();
    this.busy = false;
    this.setPass(takeBack(pass));
  }

  private showSummary(): void {
    const { services, review } = this;
    const summary = summarize(review, this.isThere);
    this.setTitle('Weekly review: summary');
    const list = this.contentEl.createEl('dl', { cls: 'meeting-tasks-review-summary' });
    for (const outcome of REVIEW_OUTCOMES) {
      list.createEl('dt', { text: OUTCOME_LABELS[outcome] });
      list.createEl('dd', { text: countOf(summary[outcome].length, 'task') });
    }
    list.createEl('dt', { text: 'Still open' });
    list.createEl('dd', { text: countOf(summary.open.length, 'task') });
    const footer = new Setting(this.contentEl);
    if (summary.open.length > 0) {
      footer.addButton((button) =>
        button
          .setButtonText('Go through the open ones')
          .onClick(() => this.setPass(restart(this.review.pass, this.isThere))),
      );
    }
    footer.addButton((button) =>
      button.setButtonText('Start anew').onClick(() => {
        this.review = this.fresh();
        this.setPass(this.review.pass);
      }),
    );
    footer.addButton((button) => {
      button
        .setButtonText('Write review')
        .setCta()
        .onClick((event) => offerReport(services, review, event.currentTarget as HTMLElement));
      button.buttonEl.focus();
    });
  }
}
