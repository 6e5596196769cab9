import type { NoteChanges, ProposedChange } from '../../core/edit/bulk';
import { countOf } from '../../core/edit/wording';

/** How many notes are listed at once, and how many of them are open at first. */
const NOTES_SHOWN = 100;
const OPEN_AT_FIRST = 5;

/** Changes note by note, with every line before and after; notes and lines can be unticked. */
export class ChangePreview {
  private readonly without = new Set<ProposedChange>();

  constructor(
    private readonly el: HTMLElement,
    private readonly notes: readonly NoteChanges[],
    private readonly changed: () => void,
  ) {}

  /** Fills the list. */
  show(): void {
    this.addNotes(0);
    this.changed();
  }

  /** What is still ticked. */
  chosen(): NoteChanges[] {
    return this.notes.flatMap(({ path, changes }) => {
      const kept = changes.filter((change) => !this.without.has(change));
      return kept.length > 0 ? [{ path, changes: kept }] : [];
    });
  }

  private addNotes(from: number): void {
    const to = from + NOTES_SHOWN;
    this.notes.slice(from, to).forEach((note, i) => this.addNote(note, from + i < OPEN_AT_FIRST));
    if (to >= this.notes.length) return;
    const label = `Show ${countOf(this.notes.length - to, 'more note')}`;
    const more = this.el.createEl('button', { text: label, attr: { type: 'button' } });
    more.addEventListener('click', () => {
      more.remove();
      this.addNotes(to);
    });
  }

  private addNote(note: NoteChanges, open: boolean): void {
    const box = this.el.createEl('details', { cls: 'meeting-tasks-preview-note' });
    const head = box.createEl('summary');
    const all = addCheck(head, `All of ${note.path}`);
    head.createSpan({ text: note.path, attr: { dir: 'auto' } });
    head.createSpan({ text: String(note.changes.length), cls: 'meeting-tasks-count' });
    const ticks = new Map<ProposedChange, HTMLInputElement>();
    const tick = (changes: readonly ProposedChange[], on: boolean): void => {
      for (const change of changes) {
        if (on) this.without.delete(change);
        else this.without.add(change);
        const check = ticks.get(change);
        if (check) check.checked = on;
      }
      const left = note.changes.filter((change) => this.without.has(change)).length;
      all.checked = left < note.changes.length;
      all.indeterminate = left > 0 && all.checked;
      this.changed();
    };
    all.addEventListener('click', (event) => event.stopPropagation());
    all.addEventListener('change', () => tick(note.changes, all.checked));
    const fill = (): void => {
      if (ticks.size > 0) return;
      for (const change of note.changes) {
        const check = addLine(box, change, () => tick([change], check.checked));
        check.checked = !this.without.has(change);
        ticks.set(change, check);
      }
    };
    // Thousands of lines that nobody looks at need not be on the page.
    box.addEventListener('toggle', fill);
    box.open = open;
    if (open) fill();
  }
}

function addLine(box: HTMLElement, proposed: ProposedChange, changed: () => void): HTMLInputElement {
  const line = box.createEl('label', { cls: 'meeting-tasks-preview-line' });
  const check = addCheck(line, `Line ${proposed.change.ref.line + 1}`);
  check.addEventListener('change', changed);
  const texts = line.createDiv();
  texts.createDiv({ text: proposed.before, cls: 'is-before', attr: { dir: 'auto' } });
  const after = proposed.after ?? 'The line is taken out.';
  texts.createDiv({ text: after, cls: 'is-after', attr: { dir: 'auto' } });
  return check;
}

function addCheck(parent: HTMLElement, label: string): HTMLInputElement {
  const check = parent.createEl('input', { attr: { type: 'checkbox', 'aria-label': label } });
  check.checked = true;
  return check;
}
