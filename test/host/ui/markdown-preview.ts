import { Component } from '../core/events';
import type { TFile } from '../core/files';
import { Keymap } from './keymap';
import type { MarkdownView } from './markdown-view';
import { MarkdownRenderer, renderSections } from './markdown-renderer';

const taskMarker = /^([\s>]*(?:[-*+]|\d+[.)])\s+\[)(.)(\])/u;

/** The reading view of a note. Links and checkboxes work here, and only here. */
export class MarkdownPreviewView extends MarkdownRenderer {
  private readonly previewEl: HTMLElement;
  private rendered: Component | null = null;

  constructor(
    private readonly view: MarkdownView,
    containerEl: HTMLElement,
  ) {
    super(containerEl);
    this.app = view.app;
    this.previewEl = containerEl.createDiv('markdown-preview-view markdown-rendered');
    const follow = (event: MouseEvent, target: HTMLElement): void => this.openLink(event, target);
    this.previewEl.on('click', 'a.internal-link', follow);
    this.previewEl.on('auxclick', 'a.internal-link', follow);
    this.previewEl.on('click', 'a.tag', (event) => event.preventDefault());
    this.previewEl.on('click', 'input.task-list-item-checkbox', (event, target) => {
      const line = Number(target.getAttr('data-line'));
      if (this.toggleTask(line)) event.stopPropagation();
    });
  }

  get file(): TFile | null {
    return this.view.file;
  }

  get(): string {
    return this.view.getViewData();
  }

  set(data: string, clear: boolean): void {
    this.view.setViewData(data, clear);
  }

  clear(): void {
    this.previewEl.empty();
  }

  async rerender(_full = false): Promise<void> {
    if (this.rendered) this.removeChild(this.rendered);
    const component = this.addChild(new Component());
    this.rendered = component;
    const scroll = this.containerEl.scrollTop;
    const section = createDiv('markdown-preview-section markdown-preview-sizer');
    await renderSections(this.app, this.get(), section, this.file?.path ?? '', component, true);
    if (this.rendered !== component) return;
    this.previewEl.replaceChildren(section);
    this.containerEl.scrollTop = scroll;
  }

  getScroll(): number {
    return this.containerEl.scrollTop;
  }

  applyScroll(line: number): void {
    const marked = this.previewEl.findAll('[data-line]');
    marked
      .filter((el) => Number(el.getAttr('data-line')) <= line)
      .pop()
      ?.scrollIntoView({ block: 'center' });
  }

  private openLink(event: MouseEvent, target: HTMLElement): void {
    event.preventDefault();
    const href = target.getAttr('data-href') ?? '';
    void this.app.workspace.openLinkText(href, this.file?.path ?? '', Keymap.isModEvent(event));
  }

  private toggleTask(line: number): boolean {
    const text = this.view.editor.getLine(line);
    const match = taskMarker.exec(text);
    if (!match) return false;
    const ch = match[1]?.length ?? 0;
    const next = match[2] === ' ' ? 'x' : ' ';
    this.view.editor.replaceRange(next, { line, ch }, { line, ch: ch + (match[2]?.length ?? 1) });
    return true;
  }
}
