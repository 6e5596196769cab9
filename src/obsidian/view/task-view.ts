import {
  type IconName,
  ItemView,
  Keymap,
  Menu,
  Scope,
  type ViewStateResult,
  type WorkspaceLeaf,
} from 'obsidian';
import { commandInfo, commandsFor, isTaskCommand, type TaskCommand } from '../../core/list/command-info';
import { commandOf, type ListCommand } from '../../core/list/keys';
import {
  buildList,
  FIRST_STATE,
  type ListState,
  readListState,
  type TaskList,
} from '../../core/list/task-list';
import { longDay, shortDay } from '../../core/date/labels';
import { daysOfWeek } from '../../core/review/week';
import { SPLITS } from '../../core/triage/splits';
import type { TaskItem } from '../../core/note/task-item';
import { DetailCard } from './detail-card';
import { HelpModal } from './help-modal';
import { ListController } from './list-controller';
import { ListView } from './list-view';
import { bindPointer } from './list-pointer';
import { MarkdownText } from './markdown-text';
import { PlaceholderView } from './placeholder';
import type { ViewServices } from './services';
import { ownerLabel } from './task-meta';
import { askAndRun, showMenuAt } from './task-prompt';
import { Toolbar } from './toolbar';

/** The type under which the view is registered. */
export const TASK_VIEW = 'meeting-tasks';

/** The sidebar view: tabs, list and details. It shows what the index holds and hands verbs on. */
export class TaskView extends ItemView {
  override navigation = false;
  private state: ListState = FIRST_STATE;
  private list: TaskList | null = null;
  private toolbar: Toolbar | null = null;
  private listView: ListView | null = null;
  private controller: ListController | null = null;
  private detail: DetailCard | null = null;
  private placeholder: PlaceholderView | null = null;
  private statusEl: HTMLElement | null = null;
  private frame = 0;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly services: ViewServices,
  ) {
    super(leaf);
    this.scope = new Scope(this.app.scope);
  }

  override getViewType(): string {
    return TASK_VIEW;
  }

  override getDisplayText(): string {
    return 'Meeting tasks';
  }

  override getIcon(): IconName {
    return 'list-checks';
  }

  override getState(): Record<string, unknown> {
    return { ...this.state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.state = readListState(state);
    this.update();
    await super.setState(state, result);
  }

  override async onOpen(): Promise<void> {
    const { contentEl } = this;
    contentEl.empty();
    contentEl.addClass('meeting-tasks-view');
    const panelId = `meeting-tasks-panel-${Math.random().toString(36).slice(2)}`;
    this.toolbar = new Toolbar(contentEl, panelId, {
      setState: (changes) => this.changeState(changes),
      weekTitle: (offset) => this.weekTitle(offset),
      newMenu: () => new Menu(),
      showHelp: () => this.showHelp(),
      focusList: () => this.focusList(),
    });
    const panel = contentEl.createDiv({
      cls: 'meeting-tasks-panel',
      attr: { id: panelId, role: 'tabpanel' },
    });
    const main = panel.createDiv({ cls: 'meeting-tasks-main' });
    const markdown = this.addChild(new MarkdownText(this.app));
    const context = {
      services: this.services,
      markdown,
      showMeeting: false,
      resized: (key: string) => this.listView?.remeasure(key),
    };
    this.listView = new ListView(main, context, () => this.services.settings().density);
    this.controller = new ListController(this.listView, () => this.showDetail());
    this.placeholder = new PlaceholderView(main);
    this.statusEl = main.createDiv({ cls: 'meeting-tasks-status', attr: { role: 'status' } });
    this.detail = new DetailCard(panel, this.services, markdown, {
      run: (command, trigger) => this.execute(command, trigger),
      close: () => this.execute('detail', null),
    });
    this.registerDomEvent(this.listView.el, 'keydown', (event) => this.onKey(event));
    bindPointer(this, this.listView.el, {
      goTo: (key) => this.controller?.goTo(key),
      toggle: (key, range) => this.controller?.toggle(key, range),
      fold: (key) => this.toggleFold(key),
      execute: (command, trigger) => this.execute(command, trigger),
      showMenu: (event) => this.showMenu(event, null),
    });
    this.bindLinks();
    this.register(this.services.onChange(() => this.schedule()));
    this.register(() => contentEl.win.cancelAnimationFrame(this.frame));
    this.register(() => this.listView?.destroy());
    this.registerEvent(this.app.workspace.on('css-change', () => this.listView?.relayout(true)));
    this.update();
  }

  override onResize(): void {
    this.listView?.relayout(false);
  }

  /** Runs a command on the selected tasks, or on the one under the cursor. */
  execute(command: ListCommand, trigger: HTMLElement | null): void {
    const { controller } = this;
    if (!controller || controller.navigate(command)) return;
    if (isTaskCommand(command)) return this.runCommand(command, controller.targets(), trigger);
    switch (command) {
      case 'accept-group':
        return this.runCommand('accept', controller.groupTargets(), trigger);
      case 'open':
      case 'open-new': {
        const item = controller.current;
        if (item) this.services.openLine(item.path, item.line, command === 'open-new');
        else this.toggleFold(controller.groupKey());
        return;
      }
      case 'fold':
      case 'unfold':
        return this.setFolded(controller.groupKey(), command === 'fold');
      case 'detail':
        return this.changeState({ showDetail: !this.state.showDetail });
      case 'undo':
        return this.services.undo();
      case 'redo':
        return this.services.redo();
      case 'filter':
        this.toolbar?.filterEl.focus();
        return this.toolbar?.filterEl.select();
      case 'previous-split':
      case 'next-split':
        return this.stepSplit(command === 'next-split' ? 1 : -1);
      case 'menu':
        return this.showMenu(null, trigger ?? this.cursorEl());
      case 'help':
        return this.showHelp();
    }
  }

  /** Whether a command of the palette would have something to work on. */
  hasTargets(): boolean {
    return (this.controller?.targets().length ?? 0) > 0;
  }

  /** Shows a tab. */
  showTab(tab: ListState['tab']): void {
    this.changeState({ tab });
    this.focusList();
  }

  focusList(): void {
    this.listView?.el.focus({ preventScroll: true });
  }

  private runCommand(command: TaskCommand, items: readonly TaskItem[], trigger: HTMLElement | null): void {
    if (items.length === 0) return;
    askAndRun(command, items, this.services, trigger ?? this.cursorEl(), (verb) => {
      this.controller?.markPending(items);
      void this.services.run(verb, items).finally(() => this.controller?.clearPending());
      this.focusList();
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.target !== this.listView?.el) return;
    const command = commandOf(
      {
        key: event.key,
        code: event.code,
        shift: event.shiftKey,
        mod: Keymap.isModifier(event, 'Mod'),
        alt: event.altKey,
        repeat: event.repeat,
      },
      this.services.settings().singleKeys,
    );
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    this.execute(command, null);
  }

  /** Links in task texts are wired here: Obsidian does it only in its own views. */
  private bindLinks(): void {
    this.registerDomEvent(this.contentEl, 'click', (event) => {
      const target = event.target as HTMLElement;
      const link = target.closest<HTMLElement>('a.internal-link');
      const path = this.controller?.current?.path;
      if (!link || path === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      void this.app.workspace.openLinkText(link.dataset['href'] ?? '', path, Keymap.isModEvent(event));
    });
  }

  private changeState(changes: Partial<ListState>): void {
    this.state = { ...this.state, ...changes };
    this.update();
    this.app.workspace.requestSaveLayout();
  }

  private stepSplit(by: 1 | -1): void {
    if (this.state.tab === 'week') return this.changeState({ week: this.state.week + by });
    const index = SPLITS.indexOf(this.state.split) + by;
    this.changeState({ split: SPLITS[(index + SPLITS.length) % SPLITS.length] ?? 'mine' });
  }

  private toggleFold(key: string | null): void {
    if (key !== null) this.setFolded(key, !this.state.folded.includes(key));
  }

  private setFolded(key: string | null, folded: boolean): void {
    if (key === null) return;
    const others = this.state.folded.filter((other) => other !== key);
    this.changeState({ folded: folded ? [...others, key] : others });
    if (folded) this.controller?.goTo(`group\n${key}`);
  }

  private schedule(): void {
    const { win } = this.contentEl;
    if (this.frame !== 0) return;
    this.frame = win.requestAnimationFrame(() => {
      this.frame = 0;
      this.update();
    });
  }

  private update(): void {
    const { toolbar, controller, listView } = this;
    if (!toolbar || !controller || !listView) return;
    const { services } = this;
    const today = services.today();
    this.list = buildList(services.index, this.state, {
      today,
      weekStart: services.weekStart(),
      factsOf: (path) => services.index.note(path)?.facts,
      ownerLabel: (item) => ownerLabel(item, services).text,
      dayTitle: (day) => longDay(day, today, services.locale),
    });
    const compact = services.settings().density === 'compact';
    if (this.contentEl.hasClass('mod-compact') !== compact) {
      this.contentEl.toggleClass('mod-compact', compact);
      listView.relayout(true);
    }
    toolbar.update(this.state, this.list);
    controller.setRows(this.list.rows, this.state.tab === 'week' || this.state.grouping !== 'meeting');
    this.showPlaceholder();
    this.showDetail();
  }

  private showPlaceholder(): void {
    const { list, placeholder, services } = this;
    if (!list || !placeholder) return;
    const empty = list.rows.length === 0;
    this.listView?.el.toggle(!empty);
    placeholder.update(empty, this.state, list, services, {
      clearFilter: () => this.changeState({ query: '' }),
      showAll: () => this.changeState({ split: 'all' }),
      openSettings: () => services.openSettings(),
    });
    const status = services.feedStatus();
    const failures = services.readFailures();
    const said: string[] = [];
    if (status.kind === 'loading') said.push(`Reading notes: ${status.done} of ${status.total}`);
    if (failures.length > 0) said.push(`Could not read ${failures.map(({ path }) => path).join(', ')}`);
    this.statusEl?.setText(said.join(' · '));
    this.statusEl?.toggle(said.length > 0);
  }

  private showDetail(): void {
    const item = this.state.showDetail ? (this.controller?.current ?? null) : null;
    this.detail?.show(item, this.controller?.selectedCount ?? 0);
  }

  private showMenu(event: MouseEvent | null, trigger: HTMLElement | null): void {
    const { controller } = this;
    const items = controller?.targets() ?? [];
    const [first] = items;
    if (!controller || !first) return;
    const menu = new Menu();
    if (items.length > 1) menu.addItem((item) => item.setTitle(`${items.length} tasks`).setIsLabel(true));
    for (const command of commandsFor(first.state)) {
      const { label, icon } = commandInfo(command);
      menu.addItem((item) =>
        item
          .setTitle(label)
          .setIcon(icon)
          .setSection('task')
          .onClick(() => this.execute(command, trigger)),
      );
    }
    menu.addItem((item) =>
      item
        .setTitle('Open note')
        .setIcon('file-text')
        .setSection('open')
        .onClick(() => this.execute('open', null)),
    );
    if (event) menu.showAtMouseEvent(event);
    else showMenuAt(menu, trigger);
  }

  private showHelp(): void {
    new HelpModal(this.app, this.services.settings().singleKeys).open();
  }

  private cursorEl(): HTMLElement | null {
    const key = this.controller?.currentKey ?? null;
    return key === null ? null : (this.listView?.elementOf(key) ?? null);
  }

  private weekTitle(offset: number): string {
    const { services } = this;
    const today = services.today();
    const days = daysOfWeek({ today, weekStart: services.weekStart(), offset });
    const [first = today, last = today] = [days[0], days[6]];
    return `${shortDay(first, today, services.locale)} – ${shortDay(last, today, services.locale)}`;
  }
}
