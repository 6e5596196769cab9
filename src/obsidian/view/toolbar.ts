import { Menu } from 'obsidian';
import type { Grouping } from '../../core/group/group';
import type { Order } from '../../core/group/order';
import { helpOf } from '../../core/list/keys';
import { type ListState, type Tab, TABS } from '../../core/list/list-state';
import type { TaskList } from '../../core/list/task-list';
import { add, addChoices, consume } from './dom';
import type { HeadActions, HeadMaker, TabHead } from './heads/head';
import { makeNoteHead } from './heads/note-head';
import { makePeopleHead } from './heads/people-head';
import { makeTriageHead } from './heads/triage-head';
import { makeWeekHead } from './heads/week-head';
import { iconButton } from './icon-button';
import type { ViewServices } from './services';
import { makeTabBar, type UpdateTabs } from './tab-bar';

const HEADS: Readonly<Record<Tab, HeadMaker>> = {
  triage: makeTriageHead,
  week: makeWeekHead,
  people: makePeopleHead,
  note: makeNoteHead,
};

const GROUPING_LABELS: Readonly<Record<Grouping, string>> = {
  meeting: 'Group by meeting',
  person: 'Group by person',
  due: 'Group by due date',
  age: 'Group by age',
  note: 'Group by note',
  none: 'No groups',
};

const ORDER_LABELS: Readonly<Record<Order, string>> = {
  note: 'As in the notes',
  due: 'Earliest due first',
  priority: 'Highest priority first',
  meeting: 'Newest meeting first',
  copies: 'Most copies first',
};

/** Tabs, the head of the open one, filter and grouping. Built once; `update` shows a state. */
export class Toolbar {
  readonly #filterEl: HTMLInputElement;
  readonly #tabs: UpdateTabs;
  readonly #heads: readonly { tab: Tab; el: HTMLElement; head: TabHead }[];
  readonly #groupButton: HTMLElement;
  #state: ListState | null = null;

  constructor(
    parent: HTMLElement,
    panelId: string,
    services: ViewServices,
    private readonly actions: HeadActions,
  ) {
    const el = add(parent, 'div.toolbar');
    this.#tabs = makeTabBar(el, panelId, (tab) => this.actions.setState({ tab }));
    this.#heads = TABS.map((tab) => {
      const headEl = add(el, 'div');
      return { tab, el: headEl, head: HEADS[tab](headEl, services, actions) };
    });
    const tools = add(el, 'div.tools');
    this.#filterEl = add(tools, 'input.filter', '', {
      type: 'search',
      placeholder: 'Filter…',
      'aria-label': 'Filter tasks',
      spellcheck: 'false',
    });
    this.#bindFilter();
    this.#groupButton = iconButton(tools, 'layers', 'Group and sort', (event) =>
      this.#showArrangements(event),
    );
    iconButton(tools, 'chart-bar', helpOf('overview'), () => actions.execute('overview'));
    iconButton(tools, 'keyboard', 'Show the keys', () => actions.execute('help'));
  }

  /** Gives the filter the focus. */
  focusFilter(): void {
    this.#filterEl.focus();
    this.#filterEl.select();
  }

  /** Shows a state and the counts of a list. */
  update(state: ListState, list: TaskList): void {
    this.#state = state;
    this.#tabs(state.tab, list.counts.all);
    for (const { tab, el, head } of this.#heads) {
      el.toggle(tab === state.tab);
      if (tab === state.tab) head.update(state, list);
    }
    this.#groupButton.toggle(state.tab === 'triage');
    if (this.#filterEl.value.trim() !== state.query) this.#filterEl.value = state.query;
  }

  #bindFilter(): void {
    this.#filterEl.addEventListener('input', () =>
      this.actions.setState({ query: this.#filterEl.value.trim() }),
    );
    this.#filterEl.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') {
        // First Escape clears, the next one leaves.
        if (this.#filterEl.value === '') this.actions.focusList();
        this.#filterEl.value = '';
        this.actions.setState({ query: '' });
      } else if (event.key === 'Enter' || event.key === 'ArrowDown') this.actions.focusList();
      else return;
      consume(event);
    });
  }

  #showArrangements(event: MouseEvent): void {
    const menu = new Menu();
    const { grouping, order } = this.#state ?? {};
    const { actions } = this;
    addChoices(menu, GROUPING_LABELS, grouping, (grouping) => actions.setState({ grouping }), 'group');
    addChoices(menu, ORDER_LABELS, order, (order) => actions.setState({ order }), 'order');
    menu.showAtMouseEvent(event);
  }
}
