import { setIcon } from 'obsidian';
import type { ListState } from '../../core/list/list-state';
import type { TaskList } from '../../core/list/task-list';
import type { ViewServices } from './services';

/** The one useful thing to do about an empty list. */
export interface PlaceholderActions {
  readonly clearFilter: () => void;
  readonly showAll: () => void;
  readonly openSettings: () => void;
  readonly showEverybody: () => void;
}

interface Words {
  readonly icon: string;
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What stands in place of an empty list: why it is empty, and what to do. */
export class PlaceholderView {
  readonly el: HTMLElement;
  private shown = '';

  constructor(parent: HTMLElement) {
    this.el = parent.createDiv({ cls: 'meeting-tasks-empty', attr: { tabindex: '0', role: 'group' } });
    this.el.hide();
  }

  /** Shows the words that fit, or nothing when the list is not empty. */
  update(state: ListState, list: TaskList, services: ViewServices, actions: PlaceholderActions): void {
    const empty = list.rows.length === 0;
    this.el.toggle(empty);
    if (!empty) {
      this.shown = '';
      return;
    }
    const words = wordsFor(state, list, services, actions);
    const key = `${words.title}\n${words.text}`;
    if (key === this.shown) return;
    this.shown = key;
    this.el.empty();
    this.el.setAttr('aria-label', words.title);
    setIcon(
      this.el.createDiv({ cls: 'meeting-tasks-empty-icon', attr: { 'aria-hidden': 'true' } }),
      words.icon,
    );
    this.el.createDiv({ cls: 'meeting-tasks-empty-title', text: words.title });
    this.el.createDiv({ cls: 'meeting-tasks-empty-text', text: words.text });
    const { action } = words;
    if (!action) return;
    const button = this.el.createEl('button', { text: action.label, attr: { type: 'button' } });
    button.addEventListener('click', action.run);
  }
}

function wordsFor(
  state: ListState,
  list: TaskList,
  services: ViewServices,
  actions: PlaceholderActions,
): Words {
  if (state.tab === 'note' && list.filteredOut === 0) {
    const hasNote = services.openNote() !== null;
    return {
      icon: 'file-check',
      title: hasNote ? 'No tasks in this note' : 'No note is open',
      text: hasNote ? 'Lines with a checkbox appear here as you type them.' : 'Open a note to see its tasks.',
    };
  }
  const status = services.feedStatus();
  if (status.kind !== 'ready')
    return { icon: 'loader', title: 'Reading your notes', text: 'The list fills as they are read.' };
  if (services.index.noteCount === 0) {
    const types = services
      .settings()
      .noteTypes.map((type) => `type: ${type}`)
      .join(' or ');
    return {
      icon: 'folder-search',
      title: 'No meeting notes yet',
      text: `No note in this vault has ${types || 'one of the note types'} in its properties. Choose the types or folders to look at.`,
      action: { label: 'Choose notes', run: actions.openSettings },
    };
  }
  if (state.query !== '' && list.filteredOut > 0) {
    return {
      icon: 'search-x',
      title: 'Nothing matches',
      text: `${list.filteredOut} tasks are hidden by the filter.`,
      action: { label: 'Clear the filter', run: actions.clearFilter },
    };
  }
  if (state.tab === 'people') {
    const one = state.person !== '';
    return {
      icon: 'users',
      title: one ? `Nothing open with ${state.person}` : 'Nothing open with anybody',
      text: 'What others have accepted, and what you owe them, stands here.',
      ...(one ? { action: { label: 'Show everybody', run: actions.showEverybody } } : {}),
    };
  }
  if (state.tab === 'week') {
    return {
      icon: 'calendar-check',
      title: 'Nothing due',
      text: 'No task and no proposal is due in this week.',
    };
  }
  if (state.split !== 'all' && list.counts.all > 0) {
    return {
      icon: 'check-circle',
      title: 'All decided here',
      text: `${list.counts.all} proposals are left in other parts.`,
      action: { label: 'Show all', run: actions.showAll },
    };
  }
  if (state.split === 'snoozed') {
    return {
      icon: 'alarm-clock',
      title: 'Nothing snoozed',
      text: 'Snoozed proposals wait here for their day.',
    };
  }
  return { icon: 'party-popper', title: 'All decided', text: 'No proposal waits for you.' };
}
