// A small plugin for the tests of the host. It is typed against the real API.
import { StateField } from '@codemirror/state';
import {
  ButtonComponent,
  FuzzySuggestModal,
  ItemView,
  MarkdownRenderer,
  Menu,
  Modal,
  Notice,
  Plugin,
  PluginSettingTab,
  Scope,
  Setting,
  setIcon,
} from 'obsidian';
import type { SettingDefinitionItem, WorkspaceLeaf } from 'obsidian';

interface Settings {
  on?: boolean;
  rules?: string[];
}

class ProbeView extends ItemView {
  keys = 0;
  picked = '';
  filter = '';

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.icon = 'list-checks';
    this.scope = new Scope(this.app.scope);
    this.scope.register([], 'j', () => void this.keys++);
  }

  getViewType(): string {
    return 'probe-view';
  }

  getDisplayText(): string {
    return 'Probe view';
  }

  override getState(): Record<string, unknown> {
    return { filter: this.filter };
  }

  override async setState(state: unknown): Promise<void> {
    this.filter = String((state as { filter?: string }).filter ?? '');
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.createEl('input', { type: 'text', placeholder: 'Filter' });
    const row = this.contentEl.createDiv('probe-row');
    await MarkdownRenderer.render(
      this.app,
      'Alpha [[Board]] <b>raw</b> #task',
      row.createDiv(),
      'A.md',
      this,
    );
    const more = row.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': 'More' } });
    setIcon(more, 'ellipsis-vertical');
    more.addEventListener('click', (event) => this.showMenu(event));
    new ButtonComponent(row).setButtonText('Accept').onClick(() => new Notice('Accepted', 0));
  }

  private showMenu(event: MouseEvent): void {
    const menu = new Menu();
    menu.addItem((item) => item.setTitle('Open').onClick(() => (this.picked = 'open')));
    menu.addSeparator();
    menu.addItem((item) => {
      item.setTitle('Due');
      // Not in the public types.
      const sub = (item as unknown as { setSubmenu(): Menu }).setSubmenu();
      sub.addItem((inner) => inner.setTitle('Today').onClick(() => (this.picked = 'today')));
    });
    menu.showAtMouseEvent(event);
  }
}

class ProbeTab extends PluginSettingTab {
  declare plugin: Probe;

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { settings } = this.plugin;
    const rules = (settings.rules ??= []);
    return [
      { name: 'Enabled', control: { type: 'toggle', key: 'on', defaultValue: true } },
      {
        name: 'Your name',
        visible: () => settings.on !== false,
        control: {
          type: 'text',
          key: 'name',
          validate: (value) => (value.length < 2 ? 'Too short' : undefined),
        },
      },
      {
        type: 'group',
        heading: 'More',
        items: [
          { name: 'Mode', control: { type: 'dropdown', key: 'mode', options: { a: 'First', b: 'Second' } } },
          { name: 'Count', control: { type: 'number', key: 'count', defaultValue: 3 } },
          { name: 'Folder', control: { type: 'folder', key: 'folder' } },
          {
            type: 'page',
            name: 'Advanced',
            items: [{ name: 'Deep', control: { type: 'toggle', key: 'deep' } }],
          },
        ],
      },
      {
        type: 'list',
        heading: 'Rules',
        emptyState: 'No rules yet.',
        items: rules.map((name) => ({ name })),
        addItem: {
          name: 'Add rule',
          action: () => {
            rules.push(`Rule ${rules.length}`);
            this.update();
          },
        },
        onDelete: (index) => {
          rules.splice(index, 1);
          this.update();
        },
      },
    ];
  }
}

class ProbeModal extends Modal {
  override onOpen(): void {
    this.setTitle('A dialog');
    new Setting(this.contentEl).setName('Field').addText((text) => text.setValue('x'));
    new Setting(this.contentEl).addButton((button) => button.setButtonText('Save').setCta());
  }
}

class ProbePrompt extends FuzzySuggestModal<string> {
  constructor(private readonly probe: Probe) {
    super(probe.app);
  }

  override onClose(): void {
    this.probe.order.push('close');
  }

  getItems(): string[] {
    return ['apple', 'banana', 'cherry pie'];
  }

  getItemText(item: string): string {
    return item;
  }

  onChooseItem(item: string): void {
    this.probe.order.push(item);
  }
}

export default class Probe extends Plugin {
  override settings: Settings = {};
  order: string[] = [];
  userEnabled = false;
  externalChanges = 0;

  override async onload(): Promise<void> {
    this.settings = ((await this.loadData()) as Settings | null) ?? {};
    this.registerView('probe-view', (leaf) => new ProbeView(leaf));
    this.addSettingTab(new ProbeTab(this.app, this));
    this.addStatusBarItem().setText('Probe');
    this.addRibbonIcon('list-checks', 'Probe', () => void this.show());
    this.addCommand({ id: 'modal', name: 'Open dialog', callback: () => new ProbeModal(this.app).open() });
    this.addCommand({ id: 'prompt', name: 'Open prompt', callback: () => new ProbePrompt(this).open() });
    this.addCommand({
      id: 'edit',
      name: 'Edit',
      editorCallback: (editor) =>
        editor.transaction({
          changes: [
            { from: { line: 0, ch: 0 }, text: 'A' },
            { from: { line: 1, ch: 0 }, to: { line: 1, ch: 1 }, text: 'B' },
          ],
          selection: { from: { line: 1, ch: 1 } },
        }),
    });
    // Fails unless the plugin and the host share one copy of CodeMirror.
    this.registerEditorExtension(StateField.define({ create: () => 0, update: (value) => value + 1 }));
    this.app.workspace.onLayoutReady(() => void this.show());
  }

  override onUserEnable(): void {
    this.userEnabled = true;
  }

  override onExternalSettingsChange(): void {
    this.externalChanges++;
  }

  private async show(): Promise<void> {
    await this.app.workspace.ensureSideLeaf('probe-view', 'right', { reveal: true });
  }
}
