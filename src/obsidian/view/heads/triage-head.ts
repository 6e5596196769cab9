import { offeredSplits, type Split, SPLITS } from '../../../core/triage/splits';
import type { ListCommand } from '../../../core/list/keys';
import { add, nameRegion } from '../dom';
import { button, shortCount } from '../icon-button';
import type { HeadMaker } from './head';

/** What the splits are called. */
export const SPLIT_LABELS: Readonly<Record<Split, string>> = {
  mine: 'Mine',
  nobody: 'Nobody’s',
  theirs: 'Theirs',
  decided: 'Decided',
  snoozed: 'Snoozed',
  stale: 'Stale',
  all: 'All',
};

/** Ways through many proposals, besides the list. */
const WAYS: readonly (readonly [text: string, command: ListCommand])[] = [
  ['One by one', 'focus'],
  ['By rule…', 'rules'],
];

/** The splits with their counts, and the ways through many. */
export const makeTriageHead: HeadMaker = (head, _services, actions) => {
  head.addClass('meeting-tasks-triage');
  const el = add(head, 'div.splits', '', { role: 'group' });
  nameRegion(el, 'Which proposals');
  const ways = add(head, 'div.ways');
  for (const [text, command] of WAYS) button(ways, '', text, () => actions.execute(command));
  const buttons = SPLITS.map((split) => {
    const made = button(el, '.split', '', () => actions.setState({ split }));
    add(made, 'span', SPLIT_LABELS[split]);
    return { split, made, count: add(made, 'span.count') };
  });
  return {
    update: (state, list) => {
      // They stay while a filter is typed that nothing fits, so that its field does not jump.
      ways.toggle(list.shown > 0 || state.query !== '');
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
