import type { ViewState, WorkspaceLeaf } from './leaf';
import { ItemView, View } from './view';

/** An empty tab. */
export class EmptyView extends View {
  override navigation = true;
  override icon = 'file';

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const content = this.containerEl.createDiv('view-content');
    const box = content.createDiv('empty-state').createDiv('empty-state-container');
    box.createDiv({ cls: 'empty-state-title', text: 'No file is open' });
    const actions = box.createDiv('empty-state-action-list');
    const add = (text: string, command: string): void => {
      const el = actions.createEl('button', { cls: 'empty-state-action tappable', text });
      el.addEventListener('click', () => this.app.commands.executeCommandById(command));
    };
    add('Go to file (Ctrl + O)', 'switcher:open');
    add('Command palette (Ctrl + P)', 'command-palette:open');
  }

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }
}

/** Stands for a view that nobody has looked at yet. */
export class DeferredView extends View {
  constructor(
    leaf: WorkspaceLeaf,
    readonly target: ViewState,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return this.target.type;
  }

  getDisplayText(): string {
    return this.target.type;
  }

  override getState(): Record<string, unknown> {
    return this.target.state ?? {};
  }
}

/** Stands for a view whose plugin is not there. */
export class UnknownView extends ItemView {
  override icon = 'ghost';

  constructor(
    leaf: WorkspaceLeaf,
    private readonly target: ViewState,
  ) {
    super(leaf);
    this.contentEl.createDiv({ cls: 'pane-empty', text: 'Plugin no longer active.' });
  }

  getViewType(): string {
    return this.target.type;
  }

  getDisplayText(): string {
    return 'Plugin no longer active';
  }

  override getState(): Record<string, unknown> {
    return this.target.state ?? {};
  }
}
