import { type Tab, TABS } from '../../core/list/list-state';
import { shortCount } from './icon-button';

const TAB_LABELS: Readonly<Record<Tab, string>> = {
  triage: 'Triage',
  week: 'This week',
  people: 'People',
  note: 'This note',
};

/** The tabs of the view. */
export class TabBar {
  private readonly buttons = new Map<Tab, HTMLButtonElement>();
  private readonly count: HTMLElement | null;
  private active: Tab = 'triage';

  constructor(parent: HTMLElement, panelId: string, choose: (tab: Tab) => void) {
    const bar = parent.createDiv({ cls: 'meeting-tasks-tabs', attr: { role: 'tablist' } });
    for (const tab of TABS) {
      const button = bar.createEl('button', {
        cls: 'meeting-tasks-tab',
        attr: { role: 'tab', type: 'button', 'aria-controls': panelId },
      });
      button.createSpan({ text: TAB_LABELS[tab] });
      button.addEventListener('click', () => choose(tab));
      this.buttons.set(tab, button);
    }
    this.count = this.buttons.get('triage')?.createSpan({ cls: 'meeting-tasks-count' }) ?? null;
    bar.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (by === 0) return;
      const tab = TABS[(TABS.indexOf(this.active) + by + TABS.length) % TABS.length] ?? 'triage';
      choose(tab);
      this.buttons.get(tab)?.focus();
    });
  }

  /** Shows which tab is open, and how many proposals wait. */
  update(active: Tab, proposals: number): void {
    this.active = active;
    for (const [tab, button] of this.buttons) {
      button.toggleClass('is-active', tab === active);
      button.setAttr('aria-selected', String(tab === active));
      button.tabIndex = tab === active ? 0 : -1;
    }
    this.count?.setText(shortCount(proposals));
  }
}
