import { Notice, setIcon, Setting } from 'obsidian';
import type { HistoryEntry } from '../../core/edit/history';
import { changeSummary, nearestLine, type ShownLine, shownLines } from '../../core/journal/shown';
import { currentText } from '../current-text';
import { showInPages } from './pages';
import type { ViewServices } from './services';
import { iconButton } from './icon-button';

/** What takes changes back and makes them again. */
export interface HistoryActions {
  undoChange(id: string): Promise<void>;
  redoChange(id: string): Promise<void>;
}

/** How many lines of a change are shown at first, and how many more each time. */
const LINES_AT_ONCE = 50;

/** One change in the history: what, when, how much; its lines when it is unfolded. */
export class HistoryItem {
  readonly toggleEl: HTMLElement;
  private readonly descEl: HTMLElement;
  private readonly linesEl: HTMLElement;
  private readonly buttonEl: HTMLElement;
  private shown = '';
  private open = false;

  constructor(
    parent: HTMLElement,
    private readonly entry: HistoryEntry,
    private readonly services: ViewServices,
    actions: HistoryActions,
    private readonly leave: () => void,
  ) {
    const el = parent.createDiv({ attr: { role: 'listitem' } });
    const { nameEl, descEl, controlEl } = new Setting(el);
    this.toggleEl = textButton(nameEl, entry.label, () => this.unfold(!this.open));
    setIcon(this.toggleEl.createSpan({ prepend: true }), 'chevron-right');
    this.descEl = descEl;
    this.buttonEl = controlEl.createEl('button', { attr: { type: 'button' } });
    this.buttonEl.addEventListener('click', () => {
      void (entry.done.length > 0 ? actions.undoChange(entry.id) : actions.redoChange(entry.id));
    });
    this.linesEl = el.createDiv({ cls: 'meeting-tasks-history-lines' });
    this.unfold(false);
    this.update();
  }

  /** Shows what became of the change meanwhile. */
  update(): void {
    const { entry, shown } = this;
    const [size, state] = changeSummary(entry);
    this.shown = `${entry.turn} ${state}`;
    if (this.shown === shown) return;
    const time = new Intl.DateTimeFormat(this.services.locale, { dateStyle: 'medium', timeStyle: 'short' });
    const at = Date.parse(entry.at);
    this.descEl.setText([at ? time.format(at) : '', size, state].filter(Boolean).join(' · '));
    const word = entry.done.length > 0 ? 'Undo' : 'Redo';
    this.buttonEl.setText(word);
    this.buttonEl.setAttr('aria-label', `${word}: ${entry.label}, ${size}`);
    const stuck = entry.done.some((note) => note.stuck);
    this.descEl.toggleClass('is-stuck', stuck);
    // What could not be taken back is what one wants to see.
    if (shown !== '') this.unfold(this.open || stuck);
  }

  private unfold(open: boolean): void {
    this.open = open;
    this.toggleEl.setAttr('aria-expanded', String(open));
    this.linesEl.toggle(open);
    this.linesEl.empty();
    if (!open) return;
    let path = '';
    showInPages(this.linesEl, shownLines(this.entry), LINES_AT_ONCE, (line) => {
      if (line.path !== path) this.addNote(line);
      path = line.path;
      return this.addLine(line);
    });
  }

  private addNote({ path, line }: ShownLine): void {
    textButton(this.linesEl, path, () => {
      this.leave();
      this.services.openLine(path, line, false);
    });
  }

  private addLine({ path, line, before, after, stuck }: ShownLine): HTMLElement {
    const el = this.linesEl.createEl('dl', { attr: { tabindex: '-1' } });
    addText(el, stuck ? 'To restore' : 'Before', before, stuck);
    if (!stuck) {
      addText(el, 'After', after || 'Taken out', false);
      return el;
    }
    el.addClass('is-stuck');
    const file = this.services.app.vault.getFileByPath(path);
    void (file ? currentText(this.services.app, file) : Promise.resolve('')).then((text) => {
      const found = nearestLine(text, after || before, line);
      addText(el, 'In the note', found ?? 'No such line any more.', found !== null);
    });
    return el;
  }
}

function textButton(parent: HTMLElement, text: string, run: () => void): HTMLElement {
  const el = parent.createEl('button', {
    cls: 'meeting-tasks-history-button clickable-icon',
    attr: { type: 'button' },
  });
  el.createSpan({ text, attr: { dir: 'auto' } });
  el.addEventListener('click', run);
  return el;
}

function addText(list: HTMLElement, name: string, text: string, canCopy: boolean): void {
  list.createEl('dt', { text: name });
  const el = list.createEl('dd');
  el.createSpan({ text });
  if (!canCopy) return;
  iconButton(el, 'copy', `Copy: ${name}`).addEventListener('click', () => {
    void el.win.navigator.clipboard.writeText(text).then(() => new Notice('Copied.'));
  });
}
