import { offeredSplits, type Split, SPLITS } from '../../../core/triage/splits';
import { add } from '../dom';
import { button, shortCount } from '../icon-button';
import type { HeadMaker } from './head';

const SPLIT_LABELS: Readonly<Record<Split, string>> = {
  mine: 'Mine',
  nobody: 'Nobody’s',
  theirs: 'Theirs',
  decided: 'Decided',
  snoozed: 'Snoozed',
  stale: 'Stale',
  all: 'All',
};

/** The splits with their counts. */
export const makeTriageHead: HeadMaker = (el, _services, actions) => {
  el.addClass('meeting-tasks-splits');
  el.setAttrs({ role: 'group', 'aria-label': 'Which proposals' });
  const buttons = SPLITS.map((split) => {
    const made = button(el, '.split', '', () => actions.setState({ split }));
    add(made, 'span', SPLIT_LABELS[split]);
    return { split, made, count: add(made, 'span.count') };
  });
  return {
    update: (state, list) => {
      const offered = offeredSplits(state.split, list.counts);
      for (const { split, made, count } of buttons) {
        const isActive = split === state.split;
        made.toggle(offered.includes(split));
        made.toggleClass('is-active', isActive);
        made.setAttr('aria-pressed', isActive);
        count.setText(shortCount(list.counts[split]));
      }
    },
  };
};
