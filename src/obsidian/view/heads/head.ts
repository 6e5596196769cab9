import type { ListState } from '../../../core/list/list-state';
import type { TaskCommand } from '../../../core/list/command-info';
import type { ListCommand } from '../../../core/list/keys';
import type { TaskList } from '../../../core/list/task-list';
import type { TaskItem } from '../../../core/note/task-item';
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
  /** Runs a command that changes tasks on these. */
  runOn(command: TaskCommand, items: readonly TaskItem[]): void;
  focusList(): void;
}

/** Makes a head in an element that is its own. */
export type HeadMaker = (el: HTMLElement, services: ViewServices, actions: HeadActions) => TabHead;
