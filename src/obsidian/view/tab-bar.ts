import { type Tab, TABS } from '../../core/list/list-state';
import { add } from './dom';
import { button, shortCount } from './icon-button';

const TAB_LABELS: Readonly<Record<Tab, string>> = {
  triage: 'Triage',
  week: 'This week',
  people: 'People',
  note: 'This note',
};

/** Shows which tab is open, and how many proposals wait. */
export type UpdateTabs = (active: Tab, proposals: number) => void;

/** Makes the tabs of the view. */
export function makeTabBar(parent: HTMLElement, panelId: string, choose: (tab: Tab) => void): UpdateTabs {
  const bar = add(parent, 'div.tabs', '', { role: 'tablist' });
  const attr = { role: 'tab', 'aria-controls': panelId };
  const buttons = TABS.map((tab) => {
    const made = button(bar, '.tab', '', () => choose(tab), attr);
    add(made, 'span', TAB_LABELS[tab]);
    return { tab, made, count: tab === 'triage' ? add(made, 'span.count') : null };
  });
  let open = 0;
  bar.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = buttons[(open + by + buttons.length) % buttons.length];
    if (by === 0 || !next) return;
    choose(next.tab);
    next.made.focus();
  });
  return (active, proposals) => {
    open = TABS.indexOf(active);
    for (const { tab, made, count } of buttons) {
      const isOpen = tab === active;
      made.toggleClass('is-active', isOpen);
      made.setAttr('aria-selected', isOpen);
      made.tabIndex = isOpen ? 0 : -1;
      count?.setText(shortCount(proposals));
    }
  };
}
