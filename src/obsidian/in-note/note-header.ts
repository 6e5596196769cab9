import { type Component, MarkdownView } from 'obsidian';
import { countOf } from '../../core/edit/wording';
import type { TaskItem } from '../../core/note/task-item';
import { isWaiting } from '../../core/triage/splits';
import type { CommandServices } from '../commands';
import { nextTask } from '../slices';
import { add, nameBy } from '../view/dom';
import { button } from '../view/icon-button';

/** A thin line above each open note with proposals: how many there are, and the way to decide on them. */
export function showNoteHeaders(owner: Component, services: CommandServices): void {
  const { workspace } = services.app;
  const shown = new Map<MarkdownView, { el: HTMLElement; key: string }>();
  /** Which note each open view showed the last time. */
  let paths = new Map<MarkdownView, string>();
  const remove = (view: MarkdownView): void => {
    shown.get(view)?.el.remove();
    shown.delete(view);
  };
  const proposalsOf = (path: string): TaskItem[] => {
    const today = services.today();
    return (services.index.note(path)?.tasks ?? []).filter((item) => isWaiting(item, today));
  };
  const updateView = (view: MarkdownView): void => {
    const path = view.file?.path ?? '';
    const { length } = services.settings().inNoteButtons ? proposalsOf(path) : [];
    const key = `${length} ${path}`;
    if (shown.get(view)?.key === key) return;
    remove(view);
    if (length === 0) return;
    const { containerEl, contentEl } = view;
    const el = add(containerEl, 'div.note-header', '', { role: 'group' });
    containerEl.insertBefore(el, contentEl);
    nameBy(el, add(el, 'span', countOf(length, 'proposal')));
    button(el, '', 'Review', () => services.openView('note'));
    button(el, '', 'Accept all', () => void services.run({ kind: 'accept' }, proposalsOf(path)));
    shown.set(view, { el, key });
  };
  const update = (): void => {
    const leaves = workspace.getLeavesOfType('markdown');
    const open = new Set(leaves.flatMap(({ view }) => (view instanceof MarkdownView ? [view] : [])));
    for (const view of [...shown.keys()]) if (!open.has(view)) remove(view);
    let isStale = false;
    for (const view of open) {
      const had = shown.has(view);
      updateView(view);
      if (had === shown.has(view) || paths.get(view) !== view.file?.path) continue;
      isStale = true;
      renderAgain(view);
    }
    paths = new Map([...open].map((view) => [view, view.file?.path ?? '']));
    // The buttons in a note come and go with its header, though nothing happened in the note.
    if (isStale) workspace.updateOptions();
  };
  owner.registerEvent(workspace.on('layout-change', update));
  owner.registerEvent(workspace.on('file-open', update));
  owner.register(services.onChange(update));
  owner.register(() => {
    const views = [...shown.keys()];
    views.forEach(remove);
    // When nobody adds buttons any more.
    void nextTask().then(() => views.forEach(renderAgain));
  });
  workspace.onLayoutReady(update);
}

/** What is shown for reading keeps its buttons, or stays without, until it is rendered again. */
function renderAgain(view: MarkdownView): void {
  if (view.getMode() === 'preview') view.previewMode.rerender(true);
}
