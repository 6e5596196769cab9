import { Setting } from 'obsidian';
import type { HistoryEntry } from '../../core/edit/history';
import { changeSummary, nearestLine, shownLines } from '../../core/journal/shown';
import { currentText } from '../current-text';
import { copyText } from './copy-text';
import { add, addIcon, AUTO } from './dom';
import { button, iconButton } from './icon-button';
import { showInPages } from './pages';
import type { ViewServices } from './services';

/** What takes changes back and makes them again. */
export interface HistoryActions {
  undo(id: string): Promise<void>;
  redo(id: string): Promise<void>;
}

/** How many lines of a change are shown at first, and how many more each time. */
const LINES_AT_ONCE = 50;

/** One change in the history. */
export interface HistoryItem {
  readonly toggleEl: HTMLElement;
  /** Shows what became of the change meanwhile. */
  update(): void;
}

/** Adds a change: what, when, how much; its lines when it is unfolded. `leave` closes what shows it. */
export function addHistoryItem(
  parent: HTMLElement,
  entry: HistoryEntry,
  services: ViewServices,
  actions: HistoryActions,
  leave: () => void,
): HistoryItem {
  const { app, locale } = services;
  const el = add(parent, 'div', '', { role: 'listitem' });
  const { nameEl, descEl, controlEl } = new Setting(el);
  const toggleEl = wordsButton(nameEl, entry.label, () => unfold(!open), 'chevron-right');
  const undoEl = button(controlEl, '', '', () => {
    void actions[entry.done.length > 0 ? 'undo' : 'redo'](entry.id);
  });
  const linesEl = add(el, 'div.history-lines');
  let shown = '';
  let open = false;

  const unfold = (unfolded: boolean): void => {
    open = unfolded;
    toggleEl.setAttr('aria-expanded', open);
    linesEl.toggle(open);
    linesEl.empty();
    if (!open) return;
    let last = '';
    showInPages(linesEl, shownLines(entry), LINES_AT_ONCE, ({ path, line, before, after, stuck }) => {
      if (path !== last) {
        wordsButton(linesEl, path, () => {
          leave();
          services.openLine(path, line, false);
        });
      }
      last = path;
      const list = add(linesEl, stuck ? 'dl.is-stuck' : 'dl', '', { tabindex: '-1' });
      addText(list, stuck ? 'To restore' : 'Before', before, stuck);
      if (!stuck) {
        addText(list, 'After', after || 'Taken out', false);
        return list;
      }
      const file = app.vault.getFileByPath(path);
      void (file ? currentText(app, file) : Promise.resolve('')).then((text) => {
        const found = nearestLine(text, after || before, line);
        addText(list, 'In the note', found ?? 'No such line any more.', found !== null);
      });
      return list;
    });
  };
  const update = (): void => {
    const [what, state] = changeSummary(entry);
    const isFirst = shown === '';
    const wanted = `${entry.turn} ${state}`;
    if (wanted === shown) return;
    shown = wanted;
    const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const at = Date.parse(entry.at);
    descEl.setText([at ? time.format(at) : '', what, state].filter(Boolean).join(' · '));
    const word = entry.done.length > 0 ? 'Undo' : 'Redo';
    undoEl.setText(word);
    undoEl.setAttr('aria-label', `${word}: ${entry.label}, ${what}`);
    const stuck = entry.done.some((note) => note.stuck);
    descEl.toggleClass('is-stuck', stuck);
    // What could not be taken back is what one wants to see.
    if (!isFirst) unfold(open || stuck);
  };
  unfold(false);
  update();
  return { toggleEl, update };
}

function wordsButton(parent: HTMLElement, text: string, run: () => void, icon = ''): HTMLElement {
  const el = button(parent, '.history-button.clickable-icon', '', run);
  if (icon) addIcon(el, icon);
  add(el, 'span', text, AUTO);
  return el;
}

function addText(list: HTMLElement, name: string, text: string, canCopy: boolean): void {
  add(list, 'dt', name);
  const el = add(list, 'dd');
  add(el, 'span', text);
  if (canCopy) iconButton(el, 'copy', `Copy: ${name}`, () => void copyText(text));
}
