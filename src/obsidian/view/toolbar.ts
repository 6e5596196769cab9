import { Menu, setIcon } from 'obsidian';
import { type Grouping, GROUPINGS } from '../../core/group/group';
import type { ListState, Tab, TaskList } from '../../core/list/task-list';
import { type Split, SPLITS } from '../../core/triage/splits';

const TAB_LABELS: Readonly<Record<Tab, string>> = { triage: 'Triage', week: 'This week' };

const SPLIT_LABELS: Readonly<Record<Split, string>> = {
  mine: 'Mine',
  nobody: 'Nobody’s',
  theirs: 'Theirs',
  snoozed: 'Snoozed',
  all: 'All',
};

const GROUPING_LABELS: Readonly<Record<Grouping, string>> = {
  meeting: 'Group by meeting',
  person: 'Group by person',
  due: 'Group by due date',
  none: 'No groups',
};

/** What the toolbar changes. */
export interface ToolbarActions {
  setState(changes: Partial<ListState>): void;
  /** The title of a week, counted from this one. */
  weekTitle(offset: number): string;
  showHelp(): void;
  focusList(): void;
}

/** Tabs, splits or week, filter and grouping. Built once; `update` shows a state. */
export class Toolbar {
  private readonly filterEl: HTMLInputElement;
  private readonly tabs = new Map<Tab, HTMLButtonElement>();
  private readonly splits = new Map<Split, HTMLButtonElement>();
  private readonly splitBar: HTMLElement;
  private readonly weekBar: HTMLElement;
  private readonly weekTitle: HTMLElement;
  private readonly groupButton: HTMLElement;
  private state: ListState | null = null;

  constructor(
    parent: HTMLElement,
    panelId: string,
    private readonly actions: ToolbarActions,
  ) {
    const el = parent.createDiv({ cls: 'meeting-tasks-toolbar' });
    this.addTabs(el, panelId);
    this.splitBar = el.createDiv({
      cls: 'meeting-tasks-splits',
      attr: { role: 'group', 'aria-label': 'Which proposals' },
    });
    for (const split of SPLITS) this.splits.set(split, this.addSplit(split));
    this.weekBar = el.createDiv({ cls: 'meeting-tasks-week', attr: { role: 'group', 'aria-label': 'Week' } });
    this.addWeekButton('chevron-left', 'Previous week', () => this.goWeek(-1));
    this.weekTitle = this.weekBar.createEl('button', {
      cls: 'meeting-tasks-week-title',
      attr: { type: 'button', 'aria-label': 'Back to this week' },
    });
    this.weekTitle.addEventListener('click', () => this.actions.setState({ week: 0 }));
    this.addWeekButton('chevron-right', 'Next week', () => this.goWeek(1));

    const tools = el.createDiv({ cls: 'meeting-tasks-tools' });
    this.filterEl = tools.createEl('input', {
      cls: 'meeting-tasks-filter',
      attr: { type: 'search', placeholder: 'Filter…', 'aria-label': 'Filter tasks', spellcheck: 'false' },
    });
    this.bindFilter();
    this.groupButton = iconButton(tools, 'layers', 'Group by');
    this.groupButton.addEventListener('click', (event) => this.showGroupings(event));
    iconButton(tools, 'keyboard', 'Show the keys').addEventListener('click', () => this.actions.showHelp());
  }

  /** Gives the filter the focus. */
  focusFilter(): void {
    this.filterEl.focus();
    this.filterEl.select();
  }

  /** Shows a state and the counts of a list. */
  update(state: ListState, list: TaskList): void {
    this.state = state;
    for (const [tab, button] of this.tabs) {
      const active = tab === state.tab;
      button.toggleClass('is-active', active);
      button.setAttr('aria-selected', String(active));
      button.tabIndex = active ? 0 : -1;
    }
    this.tabs.get('triage')?.querySelector('.meeting-tasks-count')?.setText(shortCount(list.counts.all));
    this.splitBar.toggle(state.tab === 'triage');
    this.weekBar.toggle(state.tab === 'week');
    for (const [split, button] of this.splits) {
      button.toggleClass('is-active', split === state.split);
      button.setAttr('aria-pressed', String(split === state.split));
      button.querySelector('.meeting-tasks-count')?.setText(shortCount(list.counts[split]));
    }
    this.weekTitle.setText(this.actions.weekTitle(state.week));
    this.groupButton.toggle(state.tab === 'triage');
    if (this.filterEl.value.trim() !== state.query) this.filterEl.value = state.query;
  }

  private addTabs(el: HTMLElement, panelId: string): void {
    const bar = el.createDiv({ cls: 'meeting-tasks-tabs', attr: { role: 'tablist' } });
    for (const tab of ['triage', 'week'] as const) {
      const button = bar.createEl('button', {
        cls: 'meeting-tasks-tab',
        attr: { role: 'tab', type: 'button', 'aria-controls': panelId },
      });
      button.createSpan({ text: TAB_LABELS[tab] });
      if (tab === 'triage') button.createSpan({ cls: 'meeting-tasks-count' });
      button.addEventListener('click', () => this.actions.setState({ tab }));
      this.tabs.set(tab, button);
    }
    bar.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      const tab: Tab = this.state?.tab === 'triage' ? 'week' : 'triage';
      this.actions.setState({ tab });
      this.tabs.get(tab)?.focus();
    });
  }

  private addSplit(split: Split): HTMLButtonElement {
    const button = this.splitBar.createEl('button', { cls: 'meeting-tasks-split', attr: { type: 'button' } });
    button.createSpan({ text: SPLIT_LABELS[split] });
    button.createSpan({ cls: 'meeting-tasks-count' });
    button.addEventListener('click', () => this.actions.setState({ split }));
    return button;
  }

  private addWeekButton(icon: string, label: string, run: () => void): void {
    iconButton(this.weekBar, icon, label).addEventListener('click', run);
  }

  private goWeek(by: number): void {
    this.actions.setState({ week: (this.state?.week ?? 0) + by });
  }

  private bindFilter(): void {
    this.filterEl.addEventListener('input', () =>
      this.actions.setState({ query: this.filterEl.value.trim() }),
    );
    this.filterEl.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') {
        // First Escape clears, the next one leaves.
        if (this.filterEl.value === '') this.actions.focusList();
        this.filterEl.value = '';
        this.actions.setState({ query: '' });
      } else if (event.key === 'Enter' || event.key === 'ArrowDown') this.actions.focusList();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  private showGroupings(event: MouseEvent): void {
    const menu = new Menu();
    for (const grouping of GROUPINGS) {
      menu.addItem((item) =>
        item
          .setTitle(GROUPING_LABELS[grouping])
          .setChecked(this.state?.grouping === grouping)
          .onClick(() => this.actions.setState({ grouping })),
      );
    }
    menu.showAtMouseEvent(event);
  }
}

/** A button that shows only an icon. */
export function iconButton(parent: HTMLElement, icon: string, label: string): HTMLButtonElement {
  const button = parent.createEl('button', {
    cls: 'clickable-icon',
    attr: { type: 'button', 'aria-label': label },
  });
  setIcon(button, icon);
  return button;
}

function shortCount(count: number): string {
  return count > 999 ? '999+' : String(count);
}
