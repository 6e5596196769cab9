import { Component, Keymap } from 'obsidian';
import { longDay } from '../../core/date/labels';
import type { Verb } from '../../core/edit/verb';
import { isDeciding, isTaskCommand, type TaskCommand } from '../../core/list/command-info';
import { commandOf, type ListCommand } from '../../core/list/keys';
import type { ListState } from '../../core/list/list-state';
import { buildList } from '../../core/list/task-list';
import type { TaskItem } from '../../core/note/task-item';
import { SPLITS } from '../../core/triage/splits';
import { bindDayDrag } from './day-drag';
import { DetailCard } from './detail-card';
import { HelpModal } from './help-modal';
import { ListController } from './list-controller';
import { bindPointer } from './list-pointer';
import { ListView } from './list-view';
import { MarkdownText } from './markdown-text';
import { PlaceholderView } from './placeholder';
import { runPlanCommand } from './plan-commands';
import type { ViewServices } from './services';
import { StatusLine } from './status-line';
import { makeTaskMenu } from './task-menu';
import { ownerLabel } from './task-meta';
import { askAndRun, showMenuAt } from './task-prompt';
import { Toolbar } from './toolbar';
import { UpdateSchedule } from './update-schedule';

/** Changes of these parts of the state make another list; the cursor begins at its top. */
const OTHER_LIST: readonly (keyof ListState)[] = ['tab', 'split', 'grouping', 'query', 'week', 'day'];

let panes = 0;

/** Tabs, list and details, connected: it shows what the index holds, and hands verbs on. */
export class TaskPane extends Component {
  private readonly toolbar: Toolbar;
  private readonly listView: ListView;
  private readonly controller: ListController;
  private readonly placeholder: PlaceholderView;
  private readonly status: StatusLine;
  private readonly detail: DetailCard;
  private isEmpty = true;

  constructor(
    private readonly el: HTMLElement,
    private readonly services: ViewServices,
    private state: ListState,
    private readonly stateChanged: (state: ListState) => void,
  ) {
    super();
    el.empty();
    el.addClass('meeting-tasks-view');
    const panelId = `meeting-tasks-panel-${++panes}`;
    this.toolbar = new Toolbar(el, panelId, services, {
      setState: (changes) => this.changeState(changes),
      execute: (command) => this.execute(command, null),
      focusList: () => this.focusList(),
    });
    const panel = el.createDiv({ cls: 'meeting-tasks-panel', attr: { id: panelId, role: 'tabpanel' } });
    const main = panel.createDiv({ cls: 'meeting-tasks-main' });
    const markdown = this.addChild(new MarkdownText(services.app));
    const rowContext = {
      services,
      markdown,
      meta: { meeting: false, owner: true },
      resized: (key: string) => this.listView.remeasure(key),
    };
    this.listView = new ListView(main, rowContext, () => services.settings().density);
    this.controller = new ListController(this.listView, () => this.showDetail());
    this.placeholder = new PlaceholderView(main);
    this.status = new StatusLine(main);
    this.detail = new DetailCard(panel, services, markdown, {
      run: (command, trigger) => this.execute(command, trigger),
      close: () => this.execute('detail', null),
    });
  }

  override onload(): void {
    const { services, listView, controller } = this;
    this.registerDomEvent(listView.el, 'keydown', (event) => this.onKey(event));
    // An empty list still has keys: undo above all.
    this.registerDomEvent(this.placeholder.el, 'keydown', (event) => this.onKey(event));
    bindPointer(this, listView.el, {
      goTo: (key) => controller.goTo(key),
      toggle: (key, range) => controller.toggle(key, range),
      fold: (key) => this.toggleFold(key),
      execute: (command, trigger) => this.execute(command, trigger),
      showMenu: (event) => this.showMenu(event, null),
    });
    bindDayDrag(this, this.el, {
      isOn: () => this.state.tab === 'week',
      today: () => services.today(),
      take: (key) => controller.take(key),
      drop: (day) => this.runVerb({ kind: 'reschedule', day }, controller.targets(), false),
    });
    this.bindLinks();
    const isLoading = () => services.feedStatus().kind === 'loading';
    const schedule = new UpdateSchedule(this.el, isLoading, () => this.update());
    this.register(services.onChange(() => schedule.request()));
    this.register(() => schedule.stop());
    this.register(() => listView.destroy());
    this.registerEvent(services.app.workspace.on('css-change', () => listView.relayout(true)));
    this.update();
  }

  /** Shows a state that the workspace restored. */
  setState(state: ListState): void {
    this.state = state;
    this.controller.reset();
    this.update();
  }

  /** Changes parts of the state. */
  changeState(changes: Partial<ListState>): void {
    this.state = { ...this.state, ...changes };
    if (OTHER_LIST.some((key) => key in changes)) this.controller.reset();
    this.update();
    this.stateChanged(this.state);
  }

  /** Measures the list anew; `force` also where the width is the same. */
  relayout(force: boolean): void {
    this.listView.relayout(force);
  }

  focusList(): void {
    const { el } = this.isEmpty ? this.placeholder : this.listView;
    el.focus({ preventScroll: true });
  }

  hasTargets(): boolean {
    return this.controller.targets().length > 0;
  }

  /** Runs a command; `trigger` is the element beside which menus open, the row under the cursor without one. */
  execute(command: ListCommand, trigger: HTMLElement | null): void {
    const { controller, services } = this;
    controller.hold();
    if (controller.navigate(command)) return;
    if (isTaskCommand(command)) return this.runOn(command, controller.targets(), trigger);
    switch (command) {
      case 'accept-group':
        return this.runOn('accept', controller.groupTargets(), trigger);
      case 'open':
      case 'open-new':
        return this.openCurrent(command === 'open-new');
      case 'fold':
      case 'unfold':
        return this.setFolded(controller.groupKey(), command === 'fold');
      case 'detail':
        return this.changeState({ showDetail: !this.state.showDetail });
      case 'undo':
        return void services.undo();
      case 'redo':
        return services.redo();
      case 'filter':
        return this.toolbar.focusFilter();
      case 'previous-split':
      case 'next-split':
        return this.stepSplit(command === 'next-split' ? 1 : -1);
      case 'menu':
        return this.showMenu(null, trigger ?? this.cursorEl());
      case 'help':
        return this.showHelp();
      default:
        return runPlanCommand(command, controller.targets(), services, () => this.focusList());
    }
  }

  private runOn(command: TaskCommand, items: readonly TaskItem[], trigger: HTMLElement | null): void {
    if (items.length === 0) return;
    askAndRun(command, items, this.services, trigger ?? this.cursorEl(), (verb) => {
      this.runVerb(verb, items, isDeciding(command));
    });
  }

  private runVerb(verb: Verb, items: readonly TaskItem[], leave: boolean): void {
    this.controller.markPending(items, leave);
    void this.services.run(verb, items).finally(() => this.controller.clearPending());
    this.focusList();
  }

  private openCurrent(newTab: boolean): void {
    const item = this.controller.current;
    if (item) this.services.openLine(item.path, item.line, newTab);
    else this.toggleFold(this.controller.groupKey());
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || (event.target !== this.listView.el && event.target !== this.placeholder.el))
      return;
    const press = {
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      mod: Keymap.isModifier(event, 'Mod'),
      alt: event.altKey,
      repeat: event.repeat,
    };
    const command = commandOf(press, this.services.settings().singleKeys);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    this.execute(command, null);
  }

  /** Links in task texts are wired here: Obsidian does it only in its own views. */
  private bindLinks(): void {
    this.registerDomEvent(this.el, 'click', (event) => {
      const link = (event.target as HTMLElement).closest<HTMLElement>('a.internal-link');
      const path = this.controller.current?.path;
      if (!link || path === undefined) return;
      event.preventDefault();
      const { workspace } = this.services.app;
      void workspace.openLinkText(link.dataset['href'] ?? '', path, Keymap.isModEvent(event));
    });
  }

  private stepSplit(by: 1 | -1): void {
    if (this.state.tab === 'week') return this.changeState({ week: this.state.week + by, day: null });
    const index = SPLITS.indexOf(this.state.split) + by;
    this.changeState({ split: SPLITS[(index + SPLITS.length) % SPLITS.length] ?? 'mine' });
  }

  private toggleFold(key: string | null): void {
    if (key !== null) this.setFolded(key, !this.controller.isFolded(key));
  }

  private setFolded(key: string | null, folded: boolean): void {
    if (key === null || this.controller.isFolded(key) === folded) return;
    // Kept is what differs from how the group is at first.
    const others = this.state.folded.filter((other) => other !== key);
    const isKept = others.length < this.state.folded.length;
    this.changeState({ folded: isKept ? others : [...others, key] });
    if (folded) this.controller.goTo(`group\n${key}`);
  }

  private update(): void {
    const { services, state } = this;
    const today = services.today();
    const list = buildList(services.index, state, {
      today,
      weekStart: services.weekStart(),
      factsOf: (path) => services.index.note(path)?.facts,
      ownerLabel: (item) => ownerLabel(item, services).text,
      dayTitle: (day) => longDay(day, today, services.locale),
    });
    this.applyDensity();
    this.toolbar.update(state, list);
    const isWeek = state.tab === 'week';
    const hadFocus = [this.listView.el, this.placeholder.el].some((el) => el === el.doc.activeElement);
    this.isEmpty = list.rows.length === 0;
    // The list is shown before its rows are measured.
    this.listView.el.toggle(!this.isEmpty);
    this.controller.setRows(list.rows, {
      meeting: isWeek || state.grouping !== 'meeting',
      owner: isWeek || (state.split !== 'mine' && state.split !== 'nobody'),
    });
    this.placeholder.update(state, list, services, {
      clearFilter: () => this.changeState({ query: '' }),
      showAll: () => this.changeState({ split: 'all' }),
      openSettings: () => services.openSettings(),
    });
    this.status.update(services.feedStatus(), services.readFailures());
    this.showDetail();
    if (hadFocus) this.focusList();
  }

  private applyDensity(): void {
    const compact = this.services.settings().density === 'compact';
    if (this.el.hasClass('mod-compact') === compact) return;
    this.el.toggleClass('mod-compact', compact);
    this.listView.relayout(true);
  }

  private showDetail(): void {
    const item = this.state.showDetail ? this.controller.current : null;
    this.detail.show(item, this.controller.selectedCount);
  }

  private showMenu(event: MouseEvent | null, trigger: HTMLElement | null): void {
    const menu = makeTaskMenu(this.controller.targets(), (command) => this.execute(command, trigger));
    if (!menu) return;
    if (event) menu.showAtMouseEvent(event);
    else showMenuAt(menu, trigger);
  }

  private showHelp(): void {
    new HelpModal(this.services.app, this.services.settings().singleKeys).open();
  }

  private cursorEl(): HTMLElement | null {
    const key = this.controller.currentKey;
    return key === null ? null : this.listView.elementOf(key);
  }
}
