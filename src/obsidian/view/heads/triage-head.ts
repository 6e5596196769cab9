import { offeredSplits, type Split, SPLITS } from '../../../core/triage/splits';
import { shortCount } from '../icon-button';
import type { ListCommand } from '../../../core/list/keys';
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
  const el = head.createDiv({
    cls: 'meeting-tasks-splits',
    attr: { role: 'group', 'aria-label': 'Which proposals' },
  });
  const ways = head.createDiv({ cls: 'meeting-tasks-ways' });
  for (const [text, command] of WAYS) {
    const button = ways.createEl('button', { text, attr: { type: 'button' } });
    button.addEventListener('click', () => actions.execute(command));
  }
  const buttons = SPLITS.map((split) => {
    const button = el.createEl('button', { cls: 'meeting-tasks-split', attr: { type: 'button' } });
    button.createSpan({ text: SPLIT_LABELS[split] });
    const count = button.createSpan({ cls: 'meeting-tasks-count' });
    button.addEventListener('click', () => actions.setState({ split }));
    return { split, button, count };
  });
  return {
    update: (state, list) => {
      ways.toggle(list.shown > 0);
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
