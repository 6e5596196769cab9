import { Setting } from 'obsidian';
import { mediumDay } from '../../core/date/labels';
import type { Verb } from '../../core/edit/verb';
import { countOf } from '../../core/edit/wording';
import { progress, restart } from '../../core/pass/pass';
import { outcomeOf, type ReviewSummary, sectionOf, startReview, summarize } from '../../core/review/review';
import { openPass } from './pass-modal';
import { findTask, resumableReview, storeReview } from './review-store';
import type { ViewServices } from './services';
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
  const isThere = (key: string): boolean => findTask(services, key) !== null;
  const fresh = () => startReview(services.index.tasks(), services.today(), services.weekStart());
  let review = resumableReview(services) ?? fresh();
  openPass({
    services,
    skipLabel: 'Leave open',
    pass: () => review.pass,
    keep: (pass) => {
      review = { ...review, pass };
      storeReview(services, review);
    },
    title: () => `Weekly review: ${sectionOf(review) ?? 'summary'}`,
    progress: () => {
      const { total, left } = progress(review.pass, isThere);
      return `${review.pass.position + 1} of ${total}, ${left} to go`;
    },
    outcome: (verb: Verb) => {
      const day = verb.kind === 'reschedule' || verb.kind === 'snooze' ? verb.day : null;
      const detail = day ? mediumDay(day, services.today(), services.locale) : '';
      return { what: outcomeOf(verb), detail };
    },
    summary: (el, walk) => {
      const summary = summarize(review, isThere);
      const list = el.createEl('dl', { cls: 'meeting-tasks-review-summary' });
      for (const [part, label] of SUMMARY_LABELS) {
        list.createEl('dt', { text: label });
        list.createEl('dd', { text: countOf(summary[part].length, 'task') });
      }
      const footer = new Setting(el);
      const add = (label: string, run: (el: HTMLElement) => void) =>
        footer.addButton((button) => button.setButtonText(label).onClick(() => run(button.buttonEl)));
      if (summary.open.length > 0)
        add('Go through the open ones', () => walk.go(restart(review.pass, isThere)));
      add('Start anew', () => {
        review = fresh();
        walk.go(review.pass);
      });
      add('Write review', (button) => offerReport(services, review, button));
      const main = footer.controlEl.querySelector<HTMLElement>('button:last-child');
      main?.addClass('mod-cta');
      main?.focus();
    },
  });
}
