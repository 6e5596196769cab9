import { setIcon } from 'obsidian';
import { commandInfo, commandsFor } from '../../core/list/command-info';
import type { TaskState } from '../../core/line/rules';
import type { Row } from '../../core/list/rows';
import { add, addIcon, AUTO, MUTE } from './dom';
import type { MarkdownText } from './markdown-text';
import type { ViewServices } from './services';
import { fillMeta, type MetaOptions } from './task-meta';

/** How a row stands out at the moment. */
export interface RowFlags {
  readonly cursor: boolean;
  readonly selected: boolean;
  readonly pending: boolean;
  readonly position: number;
  readonly setSize: number;
}

/** What rows need to show themselves. */
export interface RowContext {
  readonly services: ViewServices;
  readonly markdown: MarkdownText;
  /** Which facts the rows show; changes with the list. */
  meta: MetaOptions;
  readonly resized: (key: string) => void;
}

/** The buttons that a row shows to the pointer; keys, menu and details have all of them. */
const ROW_BUTTONS = 3;

/** One row of the list on the page. Made once, patched for whatever row stands there. */
export type RowView = ReturnType<typeof makeRowView>;

/** Makes the element of a row. */
export function makeRowView(parent: HTMLElement, id: string) {
  const el = add(parent, 'div.row', '', { role: 'option', id });
  /** The parts of a row that shows a task. */
  let parts: {
    readonly text: HTMLElement;
    readonly meta: HTMLElement;
    readonly actions: HTMLElement;
  } | null = null;

  const showGroup = ({ group, folded }: Extract<Row, { kind: 'group' }>, { services }: RowContext): void => {
    el.empty();
    parts = null;
    el.className = `meeting-tasks-row mod-group mod-${group.tone}`;
    el.toggleClass('is-folded', folded);
    addIcon(el, 'chevron-down', 'span.fold');
    add(el, 'span.group-title', group.title, AUTO);
    if (group.detail) add(el, 'span.group-detail', services.dayLabel(group.detail));
    add(el, 'span.group-count', String(group.items.length));
    if (group.person === undefined) return;
    addAction(add(el, 'div.person-open', '', MUTE), 'open', { label: 'Show', icon: 'chevron-right' });
  };
  const makeParts = () => {
    el.empty();
    add(el, 'div.check', '', MUTE);
    const body = add(el, 'div.body');
    return {
      text: add(body, 'div.text', '', AUTO),
      meta: add(body, 'div.meta'),
      // Pointer short cuts only: an option may hold nothing that takes the focus.
      actions: add(el, 'div.row-actions', '', MUTE),
    };
  };
  const showTask = (row: Extract<Row, { kind: 'task' }>, context: RowContext): void => {
    const { item } = row;
    const { text, meta, actions } = (parts ??= makeParts());
    el.className = `meeting-tasks-row mod-task mod-${item.state}`;
    context.markdown.show(text, item.text || item.source.trim(), item.path, () => context.resized(row.key));
    fillMeta(meta, item, context.services, context.meta);
    fillActions(actions, item.state);
  };

  return {
    el,
    /** The place of its row in the list. */
    index: 0,
    /** What it shows; `null` where that may be out of date. */
    row: null as Row | null,

    /** Shows a row. Returns whether its height may have changed. */
    patch(row: Row, context: RowContext): boolean {
      if (this.row === row) return false;
      this.row = row;
      el.dataset['key'] = row.key;
      if (row.kind === 'group') showGroup(row, context);
      else showTask(row, context);
      return true;
    },

    /** Shows cursor, selection and place in the list. */
    flag({ cursor, selected, pending, position, setSize }: RowFlags): void {
      el.toggleClass('is-cursor', cursor);
      el.toggleClass('is-selected', selected);
      el.toggleClass('is-pending', pending);
      el.setAttrs({ 'aria-selected': selected, 'aria-posinset': position + 1, 'aria-setsize': setSize });
    },
  };
}

function fillActions(el: HTMLElement, state: TaskState): void {
  const commands = commandsFor(state);
  const shown = commands.filter((command, at) => command !== 'complete' || at === 0).slice(0, ROW_BUTTONS);
  const wanted = `${state} ${shown.join()}`;
  if (el.dataset['commands'] === wanted) return;
  el.dataset['commands'] = wanted;
  el.empty();
  for (const command of shown) addAction(el, command, commandInfo(command, state));
  addAction(el, 'menu', { label: 'More actions', icon: 'more-vertical' });
}

function addAction(el: HTMLElement, command: string, { label, icon }: { label: string; icon: string }): void {
  setIcon(add(el, 'div.clickable-icon', '', { 'data-command': command, 'aria-label': label }), icon);
}
