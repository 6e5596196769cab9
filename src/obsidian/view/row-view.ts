import { setIcon } from 'obsidian';
import { commandInfo, commandsFor } from '../../core/list/command-info';
import type { TaskState } from '../../core/line/rules';
import type { Row } from '../../core/list/rows';
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
export class RowView {
  readonly el: HTMLElement;
  /** The place of its row in the list. */
  index = 0;
  private row: Row | null = null;
  private textEl: HTMLElement | null = null;

  constructor(parent: HTMLElement, id: string) {
    this.el = parent.createDiv({ cls: 'meeting-tasks-row', attr: { role: 'option', id } });
  }

  get key(): string | null {
    return this.row?.key ?? null;
  }

  /** What is shown may be out of date, even if its row is the same. */
  expire(): void {
    this.row = null;
  }

  /** Shows a row. Returns whether its height may have changed. */
  patch(row: Row, context: RowContext): boolean {
    if (this.row === row) return false;
    const sameKind = this.textEl !== null && row.kind === 'task';
    this.row = row;
    this.el.dataset['key'] = row.key;
    if (row.kind === 'group') this.showGroup(row, context);
    else this.showTask(row, context, sameKind);
    return true;
  }

  /** Shows cursor, selection and place in the list. */
  flag({ cursor, selected, pending, position, setSize }: RowFlags): void {
    this.el.toggleClass('is-cursor', cursor);
    this.el.toggleClass('is-selected', selected);
    this.el.toggleClass('is-pending', pending);
    this.el.setAttr('aria-selected', String(selected));
    this.el.setAttr('aria-posinset', String(position + 1));
    this.el.setAttr('aria-setsize', String(setSize));
  }

  private showGroup({ group, folded }: Extract<Row, { kind: 'group' }>, { services }: RowContext): void {
    const { el } = this;
    el.empty();
    this.textEl = null;
    el.className = `meeting-tasks-row mod-group mod-${group.tone}`;
    el.toggleClass('is-folded', folded);
    setIcon(el.createSpan({ cls: 'meeting-tasks-fold', attr: { 'aria-hidden': 'true' } }), 'chevron-down');
    el.createSpan({ cls: 'meeting-tasks-group-title', text: group.title, attr: { dir: 'auto' } });
    if (group.detail) {
      el.createSpan({ cls: 'meeting-tasks-group-detail', text: services.dayLabel(group.detail) });
    }
    el.createSpan({ cls: 'meeting-tasks-group-count', text: String(group.items.length) });
    if (group.person === undefined) return;
    const actions = el.createDiv({ cls: 'meeting-tasks-person-open', attr: { 'aria-hidden': 'true' } });
    addAction(actions, 'open', { label: 'Show', icon: 'chevron-right' });
  }

  private showTask(row: Extract<Row, { kind: 'task' }>, context: RowContext, reuse: boolean): void {
    const { item } = row;
    const { el } = this;
    let textEl = reuse ? this.textEl : null;
    if (!textEl) {
      el.empty();
      el.createDiv({ cls: 'meeting-tasks-check', attr: { 'aria-hidden': 'true' } });
      const body = el.createDiv({ cls: 'meeting-tasks-body' });
      textEl = body.createDiv({ cls: 'meeting-tasks-text', attr: { dir: 'auto' } });
      body.createDiv({ cls: 'meeting-tasks-meta' });
      // Pointer short cuts only: an option may hold nothing that takes the focus.
      el.createDiv({ cls: 'meeting-tasks-row-actions', attr: { 'aria-hidden': 'true' } });
      this.textEl = textEl;
    }
    el.className = `meeting-tasks-row mod-task mod-${item.state}`;
    context.markdown.show(textEl, item.text || item.source.trim(), item.path, () => context.resized(row.key));
    const meta = el.querySelector<HTMLElement>('.meeting-tasks-meta');
    if (meta) fillMeta(meta, item, context.services, context.meta);
    const actions = el.querySelector<HTMLElement>('.meeting-tasks-row-actions');
    if (actions) fillActions(actions, item.state);
  }
}

function fillActions(el: HTMLElement, state: TaskState): void {
  const commands = commandsFor(state);
  const shown = commands.filter((command) => command !== 'complete' || commands[0] === 'complete');
  const wanted = `${state} ${shown.slice(0, ROW_BUTTONS).join()}`;
  if (el.dataset['commands'] === wanted) return;
  el.dataset['commands'] = wanted;
  el.empty();
  for (const command of shown.slice(0, ROW_BUTTONS)) addAction(el, command, commandInfo(command, state));
  addAction(el, 'menu', { label: 'More actions', icon: 'more-vertical' });
}

function addAction(el: HTMLElement, command: string, { label, icon }: { label: string; icon: string }): void {
  const button = el.createDiv({
    cls: 'clickable-icon',
    attr: { 'data-command': command, 'aria-label': label },
  });
  setIcon(button, icon);
}
