import type { NoteChanges, ProposedChange } from '../../core/edit/bulk';
import { add, AUTO } from './dom';
import { showInPages } from './pages';

/** How many notes are listed at once, and how many of them are open at first. */
const NOTES_SHOWN = 100;
const OPEN_AT_FIRST = 5;

/**
 * Shows changes note by note, with every line before and after; notes and lines can be unticked. `changed` is told
 * what is ticked, at first and after each change; the function that is returned says it, too.
 */
export function showChanges(
  el: HTMLElement,
  notes: readonly NoteChanges[],
  changed: (chosen: readonly NoteChanges[]) => void,
): () => readonly NoteChanges[] {
  const without = new Set<ProposedChange>();
  const chosen = (): NoteChanges[] =>
    notes.flatMap(({ path, changes }) => {
      const kept = changes.filter((change) => !without.has(change));
      return kept.length > 0 ? [{ path, changes: kept }] : [];
    });

  let toOpen = OPEN_AT_FIRST;
  const addNote = ({ path, changes }: NoteChanges): HTMLElement => {
    // Beside the summary, not in it: a button may hold nothing else that takes the focus.
    const row = add(el, 'div.preview-note');
    const all = addCheck(row, `All of ${path}`);
    const box = add(row, 'details');
    const head = add(box, 'summary');
    add(head, 'span', path, AUTO);
    add(head, 'span.count', String(changes.length));
    const ticks = new Map<ProposedChange, HTMLInputElement>();
    const tick = (some: readonly ProposedChange[], on: boolean): void => {
      for (const change of some) {
        if (on) without.delete(change);
        else without.add(change);
        const check = ticks.get(change);
        if (check) check.checked = on;
      }
      const left = changes.filter((change) => without.has(change)).length;
      all.checked = left < changes.length;
      all.indeterminate = left > 0 && all.checked;
      changed(chosen());
    };
    all.addEventListener('change', () => tick(changes, all.checked));
    const fill = (): void => {
      if (ticks.size > 0) return;
      for (const change of changes) {
        const check = addLine(box, change);
        check.addEventListener('change', () => tick([change], check.checked));
        check.checked = !without.has(change);
        ticks.set(change, check);
      }
    };
    // Thousands of lines that nobody looks at need not be on the page.
    box.addEventListener('toggle', fill);
    box.open = toOpen-- > 0;
    if (box.open) fill();
    return all;
  };
  showInPages(el, notes, NOTES_SHOWN, addNote);
  changed(chosen());
  return chosen;
}

function addLine(box: HTMLElement, { change, before, after }: ProposedChange): HTMLInputElement {
  const line = add(box, 'label.preview-line');
  const check = addCheck(line, `Line ${change.ref.line + 1}`);
  const texts = add(line, 'div');
  add(texts, 'div.is-before', before, AUTO);
  add(texts, 'div.is-after', after ?? 'Taken out', AUTO);
  return check;
}

function addCheck(parent: HTMLElement, label: string): HTMLInputElement {
  const check = add(parent, 'input', '', { type: 'checkbox', 'aria-label': label });
  check.checked = true;
  return check;
}
