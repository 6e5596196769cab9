import type { ListState } from '../../../core/list/list-state';
import type { ListCommand } from '../../../core/list/keys';
import type { TaskList } from '../../../core/list/task-list';
import type { ViewServices } from '../services';

/** What stands above the list of one tab. Made once, in its own element; shown while its tab is. */
export interface TabHead {
  /** Shows a state and what the list holds in it. */
  update(state: ListState, list: TaskList): void;
}

/** What a head can make the view do. */
export interface HeadActions {
  setState(changes: Partial<ListState>): void;
  /** Runs a command of the list, as its key would. */
  execute(command: ListCommand): void;
  focusList(): void;
}

/** Makes a head in an element that is its own. */
export type HeadMaker = (el: HTMLElement, services: ViewServices, actions: HeadActions) => TabHead;
