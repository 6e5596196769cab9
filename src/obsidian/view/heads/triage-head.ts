import { offeredSplits, type Split, SPLITS } from '../../../core/triage/splits';
import { shortCount } from '../icon-button';
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
    const button = el.createEl('button', { cls: 'meeting-tasks-split', attr: { type: 'button' } });
    button.createSpan({ text: SPLIT_LABELS[split] });
    const count = button.createSpan({ cls: 'meeting-tasks-count' });
    button.addEventListener('click', () => actions.setState({ split }));
    return { split, button, count };
  });
  return {
    update: (state, list) => {
      const offered = offeredSplits(state.split, list.counts);
      for (const { split, button, count } of buttons) {
        button.toggle(offered.includes(split));
        button.toggleClass('is-active', split === state.split);
        button.setAttr('aria-pressed', String(split === state.split));
        count.setText(shortCount(list.counts[split]));
      }
    },
  };
};
