import { progress } from '../../core/pass/pass';
import { REVIEW_PARTS } from '../../core/review/report';
import { outcomeOf, sectionOf, startReview, summarize } from '../../core/review/review';
import { addButton } from './dialog';
import { openPass } from './pass-modal';
import { isThereIn, resumableReview, storeReview } from './review-store';
import type { ViewServices } from './services';
import { offerReport } from './write-review';

/** Opens the weekly review: one task at a time, decided by one key or button. It can be left and gone on with. */
export function openReview(services: ViewServices): void {
  const isThere = isThereIn(services);
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
    outcome: outcomeOf,
    tally: () => {
      const summary = summarize(review, isThere);
      return REVIEW_PARTS.map(([part, label]) => [label, summary[part].length]);
    },
    addEnd: (footer, walk) => {
      addButton(footer, 'Start anew', () => {
        review = fresh();
        walk.go(review.pass);
      });
      const write = addButton(footer, 'Write review', () => offerReport(services, review, write.buttonEl));
      return write;
    },
  });
}
