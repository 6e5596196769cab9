import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

import { Editor } from './editor';
import { baseExtensions, editorEditorField, editorInfoField } from './editor-setup';
import { setIcon } from './icons';
import type { WorkspaceLeaf } from './leaf';
import { MarkdownPreviewView } from './markdown-preview';
import { Menu } from './menu';
import { TextFileView } from './text-file-view';
import { setTooltip } from './tooltip';
import type { ViewStateResult } from './view';

type Mode = 'source' | 'preview';

function field(state: unknown, name: string): unknown {
  return state && typeof state === 'object' ? Reflect.get(state, name) : undefined;
}

/** A note: an editor and, on demand, the reading view. */
export class MarkdownView extends TextFileView {
  override icon = 'file-text';
  editor: Editor;
  previewMode: MarkdownPreviewView;
  hoverPopover = null;
  private mode: Mode = 'source';
  private readonly plugins = new Compartment();
  private readonly sourceEl: HTMLElement;
  private readonly readingEl: HTMLElement;
  private readonly modeButton: HTMLElement;
  private loading = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.sourceEl = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6');
    this.readingEl = this.contentEl.createDiv('markdown-reading-view');
    this.readingEl.hide();
    const cm = new EditorView({ parent: this.sourceEl });
    this.editor = new Editor(cm);
    this.resetState('');
    this.previewMode = new MarkdownPreviewView(this, this.readingEl);
    this.addChild(this.previewMode);
    this.modeButton = this.addAction('book-open', 'Reading view', () => {
      void this.setMode(this.mode === 'source' ? 'preview' : 'source');
    });
    this.actionsEl.append(this.modeButton, ...this.actionsEl.findAll('.mod-more-options'));
    this.sourceEl.addEventListener('contextmenu', (event) => this.showEditorMenu(event));
  }

  get currentMode(): { get(): string } {
    return this.mode === 'preview' ? this.previewMode : { get: () => this.getViewData() };
  }

  getViewType(): string {
    return 'markdown';
  }

  getMode(): Mode {
    return this.mode;
  }

  /** Switches between the editor and the reading view. */
  async setMode(mode: Mode): Promise<void> {
    this.mode = mode;
    this.containerEl.setAttr('data-mode', mode);
    this.sourceEl.toggle(mode === 'source');
    this.readingEl.toggle(mode === 'preview');
    setIcon(this.modeButton, mode === 'source' ? 'book-open' : 'edit-3');
    setTooltip(this.modeButton, mode === 'source' ? 'Reading view' : 'Editing view');
    if (mode === 'preview') await this.previewMode.rerender();
    this.app.workspace.requestLayoutChange();
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: true };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const mode = field(state, 'mode');
    if ((mode === 'source' || mode === 'preview') && mode !== this.mode) await this.setMode(mode);
  }

  override getEphemeralState(): Record<string, unknown> {
    return { cursor: { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') } };
  }

  override setEphemeralState(state: unknown): void {
    const line = field(state, 'line') ?? this.lineOfSubpath(field(state, 'subpath'));
    if (typeof line === 'number') {
      this.editor.setCursor(line, 0);
      const at = { line, ch: 0 };
      this.editor.scrollIntoView({ from: at, to: at }, true);
      if (this.mode === 'preview') this.previewMode.applyScroll(line);
    }
    if (field(state, 'focus') === true && this.mode === 'source') this.editor.focus();
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  setViewData(data: string, clear: boolean): void {
    this.loading = true;
    if (clear) this.resetState(data);
    else this.follow(data);
    this.loading = false;
    if (this.mode === 'preview') void this.previewMode.rerender();
  }

  clear(): void {
    this.loading = true;
    this.resetState('');
    this.loading = false;
  }

  showSearch(): void {}

  /** Gives the editor the extensions plugins have registered by now. */
  updateOptions(): void {
    this.editor.cm.dispatch({ effects: this.plugins.reconfigure(this.app.workspace.editorExtensions) });
  }

  protected override async onClose(): Promise<void> {
    await super.onClose();
    this.editor.cm.destroy();
  }

  private resetState(doc: string): void {
    const cm = this.editor.cm;
    cm.setState(
      EditorState.create({
        doc,
        extensions: [
          editorInfoField.init(() => this as never),
          editorEditorField.init(() => cm),
          baseExtensions(),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !this.loading) this.onChange();
          }),
          this.plugins.of(this.app.workspace.editorExtensions),
        ],
      }),
    );
  }

  private onChange(): void {
    this.data = this.getViewData();
    this.requestSave();
    this.app.workspace.trigger('editor-change', this.editor, this);
    if (this.file) this.app.workspace.trigger('quick-preview', this.file, this.data);
    if (this.mode === 'preview') void this.previewMode.rerender();
  }

  /** Changes only what differs, so that the cursor, the scroll position and the undo history stay. */
  private follow(data: string): void {
    const now = this.editor.getValue();
    if (now === data) return;
    let start = 0;
    while (start < now.length && start < data.length && now[start] === data[start]) start++;
    let end = 0;
    const most = Math.min(now.length, data.length) - start;
    while (end < most && now[now.length - 1 - end] === data[data.length - 1 - end]) end++;
    this.editor.cm.dispatch({
      changes: { from: start, to: now.length - end, insert: data.slice(start, data.length - end) },
      userEvent: 'set',
    });
    this.app.workspace.trigger('editor-change', this.editor, this);
  }

  private lineOfSubpath(subpath: unknown): number | null {
    if (typeof subpath !== 'string' || !this.file) return null;
    const cache = this.app.metadataCache.getFileCache(this.file);
    const name = subpath.replace(/^#/, '');
    if (name.startsWith('^'))
      return cache?.blocks?.[name.slice(1).toLowerCase()]?.position.start.line ?? null;
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[\s#|^:%[\]\\]+/g, ' ')
        .trim();
    const last = name.split('#').pop() ?? '';
    return cache?.headings?.find((h) => plain(h.heading) === plain(last))?.position.start.line ?? null;
  }

  private showEditorMenu(event: MouseEvent): void {
    const menu = Menu.forEvent(event);
    this.app.workspace.trigger('editor-menu', menu, this.editor, this);
    menu.addItem((item) =>
      item
        .setSection('clipboard')
        .setTitle('Select all')
        .setIcon('text-select')
        .onClick(() => {
          const end = this.editor.offsetToPos(this.editor.getValue().length);
          this.editor.setSelection({ line: 0, ch: 0 }, end);
          this.editor.focus();
        }),
    );
  }
}
