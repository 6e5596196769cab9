import type { ListState } from '../../core/list/list-state';
import { countOf } from '../../core/edit/wording';
import type { TaskList } from '../../core/list/task-list';
import { makeCache } from '../cached';
import { add, addIcon, nameBy } from './dom';
import { button } from './icon-button';
import type { ViewServices } from './services';

/** The one useful thing to do about an empty list. */
export interface PlaceholderActions {
  readonly clearFilter: () => void;
  readonly showAll: () => void;
  readonly openSettings: () => void;
  readonly showEverybody: () => void;
}

type Words = readonly [
  icon: string,
  title: string,
  text: string,
  action?: readonly [label: string, run: () => void] | false,
];

/** What stands in place of an empty list. */
export interface Placeholder {
  readonly el: HTMLElement;
  /** Shows the words that fit, or nothing when the list is not empty. */
  update(state: ListState, list: TaskList, services: ViewServices, actions: PlaceholderActions): void;
}

/** Makes the words for an empty list: why it is empty, and what to do. */
export function makePlaceholder(parent: HTMLElement): Placeholder {
  const el = add(parent, 'div.empty', '', { tabindex: '0', role: 'group' });
  el.hide();
  const shown = makeCache<void>();
  return {
    el,
    update: (state, list, services, actions) => {
      const words = list.rows.length === 0 ? wordsFor(state, list, services, actions) : null;
      el.toggle(words !== null);
      if (!words) return;
      const [icon, title, text, action] = words;
      shown([title, text], () => {
        el.empty();
        addIcon(el, icon, 'div.empty-icon');
        nameBy(el, add(el, 'div.empty-title', title));
        add(el, 'div.empty-text', text);
        if (action) button(el, '', ...action);
      });
    },
  };
}

function wordsFor(
  { tab, query, person, split }: ListState,
  { filteredOut, counts }: TaskList,
  services: ViewServices,
  actions: PlaceholderActions,
): Words {
  if (tab === 'note' && filteredOut() === 0) {
    return services.openNote()
      ? ['file-check', 'No tasks in this note', 'Lines with a checkbox appear here as you type.']
      : ['file-check', 'No note is open', 'Open a note to see its tasks.'];
  }
  if (services.feedStatus().kind !== 'ready')
    return ['loader', 'Reading your notes', 'The list fills meanwhile.'];
  if (services.index.noteCount === 0) {
    const types = services
      .settings()
      .noteTypes.map((type) => `type: ${type}`)
      .join(' or ');
    return [
      'folder-search',
      'No meeting notes yet',
      `No note in this vault has ${types || 'one of the note types'} in its properties. Choose types or folders.`,
      ['Choose notes', actions.openSettings],
    ];
  }
  if (query !== '' && filteredOut() > 0) {
    const text = `${countOf(filteredOut(), 'task')} hidden by the filter.`;
    return ['search-x', 'Nothing matches', text, ['Clear the filter', actions.clearFilter]];
  }
  if (tab === 'people') {
    return [
      'users',
      `Nothing open with ${person || 'anybody'}`,
      'What you owe each other stands here.',
      person !== '' && ['Show everybody', actions.showEverybody],
    ];
  }
  if (tab === 'week') return ['calendar-check', 'Nothing due', 'No task or proposal is due in this week.'];
  if (split !== 'all' && counts.all > 0) {
    const text = `${countOf(counts.all, 'proposal')} left in other parts.`;
    return ['check-circle', 'All decided here', text, ['Show all', actions.showAll]];
  }
  if (split === 'snoozed') return ['alarm-clock', 'Nothing snoozed', 'Proposals wait here for their day.'];
  return ['check-circle', 'All decided', 'No proposal waits for you.'];
}
