import { Component } from 'obsidian';
import { isDeciding, isTaskCommand, type TaskCommand } from '../../core/list/command-info';
import type { ListCommand } from '../../core/list/keys';
import { type ListState, makesOtherList } from '../../core/list/list-state';
import { listSteps, type TaskList } from '../../core/list/task-list';
import { sameVerb, type Step } from '../../core/edit/plan-verbs';
import type { Verb } from '../../core/edit/verb';
import type { TaskItem } from '../../core/note/task-item';
import { offeredSplits, SPLITS } from '../../core/triage/splits';
import { bindDayDrag } from './day-drag';
import { makeDetailCard, type ShowDetail } from './detail-card';
import { consume } from './dom';
import { openFocusPass } from './focus-pass';
import { openHelp } from './help-modal';
import { commandOfEvent } from './key-event';
import { bindLinks } from './links';
import { listContext } from './list-context';
import { type ListController, makeListController } from './list-controller';
import { bindPointer, type PointerActions } from './list-pointer';
import { bindTouch } from './list-touch';
import { type ListView, makeListView } from './list-view';
import { MarkdownText } from './markdown-text';
import { makePersonKeys, type PersonKeys } from './person-keys';
import { makePlaceholder, type Placeholder } from './placeholder';
import { runPlanCommand } from './plan-commands';
import { openRules } from './rules-modal';
import type { ViewServices } from './services';
import { makeStatusLine } from './status-line';
import { makeTaskMenu } from './task-menu';
import { metaOf } from './task-meta';
import { runOnCards } from './run-on-cards';
import { askAndRun, showMenuAt } from './task-prompt';
import { Toolbar } from './toolbar';
import { makeWhoBanner } from './who-banner';
import { makeSchedule, type UpdateSteps } from './update-schedule';

let panes = 0;

/** Tabs, list and details, connected: it shows what the index holds, and hands verbs on. */
export class TaskPane extends Component {
  readonly #toolbar: Toolbar;
  readonly #listView: ListView;
  readonly #controller: ListController;
  readonly #placeholder: Placeholder;
  readonly #status: () => void;
  readonly #askWho: () => void;
  readonly #detail: ShowDetail;
  #list: TaskList | null = null;
  readonly #personKeys: PersonKeys;
  /** An empty list gives its place to words about it; at first nothing is known of it. */
  #isEmpty = false;
  readonly #schedule: ReturnType<typeof makeSchedule>;
  readonly #el: HTMLElement;
  readonly #services: ViewServices;
  #state: ListState;
  readonly #stateChanged: (state: ListState) => void;

  constructor(el: HTMLElement, services: ViewServices, state: ListState, changed: (now: ListState) => void) {
    super();
    this.#el = el;
    this.#services = services;
    this.#state = state;
    this.#stateChanged = changed;
    el.empty();
    el.addClass('meeting-tasks-view');
    const panelId = `meeting-tasks-panel-${++panes}`;
    this.#toolbar = new Toolbar(el, panelId, services, {
      setState: (changes) => this.changeState(changes),
      execute: (command) => this.execute(command),
      runOn: (command, items) => this.#runOn(command, items, null),
      focusList: () => this.focusList(),
    });
    this.#askWho = makeWhoBanner(el, services);
    const panel = el.createDiv({ cls: 'meeting-tasks-panel', attr: { id: panelId, role: 'tabpanel' } });
    const main = panel.createDiv({ cls: 'meeting-tasks-main' });
    const markdown = this.addChild(new MarkdownText(services.app));
    const resized = (key: string) => this.#listView.remeasure(key);
    const rowContext = { services, markdown, meta: { meeting: false, owner: true }, resized };
    this.#listView = makeListView(main, rowContext, () => services.settings().density);
    this.#controller = makeListController(this.#listView, () => this.#showDetail());
    const change = (changes: Partial<ListState>): void => {
      this.changeState(changes);
      this.focusList();
    };
    this.#personKeys = makePersonKeys(services, this.#controller, () => this.#state, change);
    this.#placeholder = makePlaceholder(main);
    this.#status = makeStatusLine(main, services);
    this.#detail = makeDetailCard(panel, services, markdown, {
      run: (command, trigger) => this.execute(command, trigger),
      close: () => this.execute('detail'),
    });
    this.#schedule = makeSchedule(el, services, () => this.#steps(), this.#status);
  }

  override onload(): void {
    const services = this.#services;
    const listView = this.#listView;
    const controller = this.#controller;
    this.registerDomEvent(listView.el, 'keydown', (event) => this.#onKey(event));
    // An empty list still has keys: undo above all.
    this.registerDomEvent(this.#placeholder.el, 'keydown', (event) => this.#onKey(event));
    const pointer: PointerActions = {
      ...controller,
      fold: (key) => this.#toggleFold(key),
      execute: (command, trigger) => this.execute(command, trigger),
      showMenu: (event) => this.#showMenu(event, null),
    };
    bindPointer(this, listView.el, pointer);
    bindTouch(this, listView.el, pointer);
    const isWeek = () => this.#state.tab === 'week';
    bindDayDrag(this, this.#el, services, controller, isWeek, (items, day) =>
      this.#runOn('reschedule', items, null, { kind: 'reschedule', day }),
    );
    bindLinks(this, this.#el, services.app, () => controller.current?.path);
    this.register(services.onChange(() => this.#schedule.request()));
    this.register(
      services.onOpenNote(() => {
        if (this.#state.tab === 'note' || this.#state.tab === 'people') this.#schedule.request();
      }),
    );
    this.register(() => this.#schedule.stop());
    this.register(() => listView.destroy());
    this.registerEvent(services.app.workspace.on('css-change', listView.relayout));
    this.#schedule.update();
  }

  /** Shows a state that the workspace restored. */
  setState(state: ListState): void {
    this.#state = state;
    this.#controller.reset();
    this.#schedule.update();
  }

  /** Changes parts of the state. */
  changeState(changes: Partial<ListState>): void {
    this.#state = { ...this.#state, ...changes };
    if (makesOtherList(changes)) this.#controller.reset();
    this.#schedule.update();
    this.#stateChanged(this.#state);
  }

  focusList(): void {
    const { el } = this.#isEmpty ? this.#placeholder : this.#listView;
    el.focus({ preventScroll: true });
  }

  hasTargets(): boolean {
    return this.#controller.targets().length > 0;
  }

  /** Runs a command; `trigger` is the element beside which menus open, the row under the cursor without one. */
  execute(command: ListCommand, trigger: HTMLElement | null = null): void {
    const controller = this.#controller;
    const services = this.#services;
    controller.hold();
    if (controller.navigate(command)) return;
    if (this.#personKeys.execute(command)) return;
    if (isTaskCommand(command)) return this.#runOn(command, controller.targets(), trigger);
    switch (command) {
      case 'accept-group':
        return this.#runOn('accept', controller.groupTargets(), trigger);
      case 'open':
      case 'open-new':
        return this.#openCurrent(command === 'open-new');
      case 'fold':
      case 'unfold':
        if (controller.group()?.folded !== (command === 'fold')) this.#toggleFold(controller.groupKey());
        return;
      case 'detail':
        return this.changeState({ showDetail: !this.#state.showDetail });
      case 'undo':
        return void services.undo();
      case 'redo':
        return services.redo();
      case 'filter':
        return this.#toolbar.focusFilter();
      case 'previous-split':
      case 'next-split':
        return this.#stepSplit(command === 'next-split' ? 1 : -1);
      case 'menu':
        return this.#showMenu(null, trigger ?? this.#cursorEl());
      case 'focus':
        return openFocusPass(services, controller.allTasks(), this.#state);
      case 'rules':
        return openRules(services, this.#state);
      case 'help':
        return openHelp(services.app, services.settings().singleKeys);
      default:
        return runPlanCommand(command, controller.targets(), services, () => this.focusList());
    }
  }

  #runOn(command: TaskCommand, items: readonly TaskItem[], trigger: HTMLElement | null, ready?: Verb) {
    if (items.length === 0) return;
    const run = (verb: Verb, steps: readonly Step<TaskItem>[], showFirst?: boolean): void => {
      this.#controller.markPending(items, isDeciding(command));
      void this.#services.runSteps(verb, steps, showFirst).finally(() => {
        this.#controller.clearPending();
        // Who decides does not wait for the next of the seldom updates while notes are read.
        if (this.#services.feedStatus().kind === 'loading') this.#schedule.update();
      });
      this.focusList();
    };
    const start = (verb: Verb): void => {
      // Only in triage does one row stand for its copies.
      if (this.#state.tab === 'triage') return runOnCards(verb, items, this.#services, run);
      run(verb, sameVerb(verb, items));
    };
    if (ready) start(ready);
    else askAndRun(command, items, this.#services, trigger ?? this.#cursorEl(), start);
  }

  #openCurrent(newTab: boolean): void {
    const item = this.#controller.current;
    if (item) this.#services.openLine(item.path, item.line, newTab);
    else if (!this.#personKeys.openRow()) this.#toggleFold(this.#controller.groupKey());
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || (event.target !== this.#listView.el && event.target !== this.#placeholder.el))
      return;
    const command = commandOfEvent(event, this.#services.settings().singleKeys);
    if (!command) return;
    consume(event);
    this.execute(command, null);
  }

  #stepSplit(by: 1 | -1): void {
    const { tab, week, split } = this.#state;
    if (tab === 'week') return this.changeState({ week: week + by, day: null });
    if (tab === 'people') return this.#personKeys.step(by);
    if (tab === 'note') return;
    const offered = this.#list ? offeredSplits(split, this.#list.counts) : SPLITS;
    const index = offered.indexOf(split) + by;
    this.changeState({ split: offered[(index + offered.length) % offered.length] ?? 'mine' });
  }

  #toggleFold(key: string | null): void {
    if (key === null) return;
    const others = this.#state.folded.filter((other) => other !== key);
    const isTurned = others.length < this.#state.folded.length;
    this.changeState({ folded: isTurned ? others : [...others, key] });
    this.#controller.goToFolded(key);
  }

  *#steps(): UpdateSteps {
    const services = this.#services;
    const state = this.#state;
    const list = yield* listSteps(services.index, state, listContext(services));
    yield true;
    this.#list = list;
    const isCompact = services.settings().density === 'compact';
    const isOther = this.#el.hasClass('mod-compact') !== isCompact;
    this.#el.toggleClass('mod-compact', isCompact);
    if (isOther) this.#listView.relayout();
    this.#toolbar.update(state, list);
    yield* this.#listView.prepare(list.rows, metaOf(state));
    yield true;
    const focused = this.#el.doc.activeElement;
    this.#isEmpty = list.rows.length === 0;
    // The list is shown before its rows are measured.
    this.#listView.el.toggle(!this.#isEmpty);
    this.#controller.setRows(list.rows, metaOf(state));
    this.#placeholder.update(state, list, services, {
      clearFilter: () => this.changeState({ query: '' }),
      showAll: () => this.changeState({ split: 'all' }),
      openSettings: () => services.openSettings(),
      showEverybody: () => this.#personKeys.show(''),
    });
    if (focused === this.#listView.el || focused === this.#placeholder.el) this.focusList();
    // To give the focus lays out what has changed: the less the better.
    yield true;
    this.#askWho();
    this.#status();
    this.#showDetail();
  }

  #showDetail(): void {
    const item = this.#state.showDetail ? this.#controller.current : null;
    this.#detail(item, this.#controller.selectedCount);
  }

  #showMenu(event: MouseEvent | null, trigger: HTMLElement | null): void {
    // What the list shows may be something else when an item of the menu is chosen.
    const items = this.#controller.targets();
    const run = (command: ListCommand): void =>
      isTaskCommand(command) ? this.#runOn(command, items, trigger) : this.execute(command, trigger);
    const menu = makeTaskMenu(items, run) ?? this.#personKeys.menu();
    if (!menu) return;
    if (event) menu.showAtMouseEvent(event);
    else showMenuAt(menu, trigger);
  }

  #cursorEl(): HTMLElement | null {
    return this.#listView.elementOf(this.#controller.currentKey ?? '');
  }
}
