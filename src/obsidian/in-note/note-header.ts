import { type App, Component, MarkdownView } from 'obsidian';
import { countOf } from '../../core/edit/wording';
import type { TaskItem } from '../../core/note/task-item';
import { isWaiting } from '../../core/triage/splits';
import type { CommandServices } from '../commands';
import { button } from '../view/icon-button';

/** A thin line above each open note with proposals: how many there are, and the way to decide on them. */
export class NoteHeaders extends Component {
  private readonly shown = new Map<MarkdownView, { el: HTMLElement; key: string }>();

  constructor(
    private readonly app: App,
    private readonly services: CommandServices,
  ) {
    super();
  }

  override onload(): void {
    const { workspace } = this.app;
    const update = (): void => this.update();
    this.registerEvent(workspace.on('layout-change', update));
    this.registerEvent(workspace.on('file-open', update));
    this.register(this.services.onChange(update));
    workspace.onLayoutReady(update);
  }

  override onunload(): void {
    for (const { el } of this.shown.values()) el.remove();
    this.shown.clear();
  }

  private update(): void {
    const open = new Set<MarkdownView>();
    for (const { view } of this.app.workspace.getLeavesOfType('markdown')) {
      if (view instanceof MarkdownView) open.add(view);
    }
    for (const [view, { el }] of this.shown) {
      if (open.has(view)) continue;
      el.remove();
      this.shown.delete(view);
    }
    const before = this.shown.size;
    for (const view of open) this.updateView(view);
    // The buttons in the editors come and go with the headers, though nothing happened in an editor.
    if (this.shown.size !== before) this.app.workspace.updateOptions();
  }

  private updateView(view: MarkdownView): void {
    const path = view.file?.path ?? '';
    const proposals = this.services.settings().inNoteButtons ? this.proposalsOf(path) : [];
    const known = this.shown.get(view);
    const key = `${proposals.length} ${path}`;
    if (known?.key === key) return;
    known?.el.remove();
    this.shown.delete(view);
    if (proposals.length === 0) return;
    const el = createDiv({
      cls: 'meeting-tasks-note-header',
      attr: { role: 'group', 'aria-label': 'Proposals' },
    });
    el.createSpan({ text: countOf(proposals.length, 'proposal') });
    button(el, '', 'Review', () => this.services.openView('note'));
    button(el, '', 'Accept all', () => {
      void this.services.run({ kind: 'accept' }, this.proposalsOf(path));
    });
    view.containerEl.insertBefore(el, view.contentEl);
    this.shown.set(view, { el, key });
  }

  private proposalsOf(path: string): TaskItem[] {
    const today = this.services.today();
    return (this.services.index.note(path)?.tasks ?? []).filter((item) => isWaiting(item, today));
  }
}
