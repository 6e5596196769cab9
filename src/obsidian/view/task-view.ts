import { type IconName, ItemView, type Menu, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import type { ListCommand } from '../../core/list/keys';
import { FIRST_STATE, type ListState, readListState } from '../../core/list/list-state';
import { nextTask } from '../slices';
import { addMenuItem } from './dom';
import type { ViewServices } from './services';
import { TaskPane } from './task-pane';

/** The type under which the view is registered. */
export const TASK_VIEW = 'meeting-tasks';

/** The sidebar view as the workspace knows it: its name, its state, its life. What it shows is the pane. */
export class TaskView extends ItemView {
  override navigation = false;
  #state: ListState = FIRST_STATE;
  #pane: TaskPane | null = null;
  #isClosed = false;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly services: ViewServices,
  ) {
    super(leaf);
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
    return { ...this.#state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.#state = readListState(state);
    this.#pane?.setState(this.#state);
    await super.setState(state, result);
  }

  override async onOpen(): Promise<void> {
    this.#isClosed = false;
    // What opens it has taken its time already.
    await nextTask();
    if (this.#isClosed) return;
    const pane = new TaskPane(this.contentEl, this.services, this.#state, (state) => {
      this.#state = state;
      this.app.workspace.requestSaveLayout();
    });
    this.#pane = this.addChild(pane);
  }

  override async onClose(): Promise<void> {
    if (this.#pane) this.removeChild(this.#pane);
    this.#pane = null;
    this.#isClosed = true;
    return Promise.resolve();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    addMenuItem(menu, 'Show the history', 'history', () => this.services.openHistory());
  }

  /** Whether a command of the palette would have something to work on. */
  hasTargets(): boolean {
    return this.#pane?.hasTargets() ?? false;
  }

  /** Runs a command on the selected tasks, or on the one under the cursor. */
  execute(command: ListCommand): void {
    this.#pane?.execute(command, null);
  }

  /** Shows a tab, or more of a state, and gives the list the focus. */
  show(state: Partial<ListState>): void {
    if (!this.#pane) this.#state = { ...this.#state, ...state };
    this.#pane?.changeState(state);
    this.#pane?.focusList();
  }
}
