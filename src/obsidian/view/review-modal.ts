import { Setting } from 'obsidian';
import { mediumDay } from '../../core/date/labels';
import type { Verb } from '../../core/edit/verb';
import { progress, restart } from '../../core/pass/pass';
import { REVIEW_PARTS } from '../../core/review/report';
import { outcomeOf, sectionOf, startReview, summarize } from '../../core/review/review';
import { addButton } from './dialog';
import { addTally, openPass } from './pass-modal';
import { findTask, resumableReview, storeReview } from './review-store';
import type { ViewServices } from './services';
import { offerReport } from './write-review';

/** Opens the weekly review: one task at a time, decided by one key or button. It can be left and gone on with. */
export function openReview(services: ViewServices): void {
  const isThere = (key: string): boolean => findTask(services, key) !== null;
  const fresh = () => startReview(services.index.open.byDue(), services.today(), services.weekStart());
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
      addTally(
        el,
        REVIEW_PARTS.map(([part, label]) => [label, summary[part].length]),
      );
      const footer = new Setting(el);
      if (summary.open.length > 0)
        addButton(footer, 'Go through the open ones', () => walk.go(restart(review.pass, isThere)));
      addButton(footer, 'Start anew', () => {
        review = fresh();
        walk.go(review.pass);
      });
      const { buttonEl } = addButton(footer, 'Write review', () =>
        offerReport(services, review, buttonEl),
      ).setCta();
      buttonEl.focus();
    },
  });
}
