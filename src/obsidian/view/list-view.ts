import { makeHeights, type RowHeights, visibleRows } from '../../core/list/heights';
import { indexOfRow, type Row } from '../../core/list/rows';
import { commonEnds } from '../../core/shared/collect';
import { makeRowView, type RowContext, type RowView } from './row-view';
import { add, nameRegion } from './dom';
import type { MetaOptions } from './task-meta';

/** Row heights before they are measured, in CSS pixels. */
const ESTIMATE = { group: 34, comfortable: 62, compact: 30 } as const;

/** How far beyond the visible part rows are kept on the page, in CSS pixels. */
const MARGIN = 120;

let lists = 0;

/** Which rows stand out. */
export interface ListFlags {
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly pending: ReadonlySet<string>;
}

/** A list of any length of which only the visible rows are on the page. It decides nothing: it shows rows. */
export type ListView = ReturnType<typeof makeListView>;

/** Makes an empty list. */
export function makeListView(
  parent: HTMLElement,
  context: RowContext,
  density: () => 'comfortable' | 'compact',
) {
  const id = `meeting-tasks-list-${++lists}`;
  let rows: readonly Row[] = [];
  let heights = makeHeights([]);
  /** So that rows that were seen keep their height when the list changes. */
  let measured = new WeakMap<Row, number>();
  const shown = new Map<string, RowView>();
  /** Not on the page. Some are filled already, for rows to come. */
  const spare: RowView[] = [];
  let flags: ListFlags = { cursor: null, selected: new Set(), pending: new Set() };
  let made = 0;
  let frame = 0;
  let width = 0;

  const el = add(parent, 'div.list', '', {
    role: 'listbox',
    tabindex: '0',
    'aria-multiselectable': 'true',
  });
  nameRegion(el, 'Tasks');
  const sizer = add(el, 'div.sizer', '', { role: 'presentation' });
  const fitSizer = (): void => {
    sizer.style.height = `${heights.total}px`;
  };

  /** Heights for rows: most of a list is the same after a change, at its beginning and at its end. */
  const heightsOf = (next: readonly Row[], old: readonly Row[]): RowHeights => {
    const { head, tail } = commonEnds(next, old);
    const found = new Float64Array(next.length);
    found.set(heights.slice(0, head));
    found.set(heights.slice(old.length - tail, old.length), next.length - tail);
    const estimate = ESTIMATE[density()];
    for (let at = head; at < next.length - tail; at++) {
      const row = next[at];
      if (row) found[at] = measured.get(row) ?? (row.kind === 'group' ? ESTIMATE.group : estimate);
    }
    return makeHeights(found);
  };

  const flag = (key: string, view: RowView): void => {
    const isCursor = key === flags.cursor;
    view.flag({
      cursor: isCursor,
      selected: flags.selected.has(key),
      pending: flags.pending.has(key),
      position: view.index,
      setSize: rows.length,
    });
    if (isCursor) el.setAttr('aria-activedescendant', view.el.id);
  };

  const retire = (view: RowView): void => {
    view.el.remove();
    view.row = null;
    spare.push(view);
  };
  /** One that shows a row already, or one that shows none. */
  const take = (row: Row | null): RowView | undefined => {
    const at = spare.findIndex((view) => view.row === row);
    return at < 0 ? undefined : spare.splice(at, 1)[0];
  };
  const takeFree = (): RowView => take(null) ?? makeRowView(sizer, `${id}-${++made}`);

  /** Makes, reuses and patches the elements of rows `from` to `to`; returns those that must be measured. */
  const fill = (from: number, to: number): Set<RowView> => {
    const wanted = rows.slice(from, to);
    const keep = new Set(wanted.map((row) => row.key));
    for (const [key, view] of [...shown]) {
      if (keep.has(key)) continue;
      shown.delete(key);
      retire(view);
    }
    const dirty = new Set<RowView>();
    // In the page, too, the rows follow each other as they are shown: screen readers and "select all" go by that.
    let place = sizer.firstElementChild;
    for (const [at, row] of wanted.entries()) {
      let view = shown.get(row.key);
      if (!view) {
        view = take(row) ?? takeFree();
        shown.set(row.key, view);
        dirty.add(view);
      }
      view.index = from + at;
      if (view.el === place) place = place.nextElementSibling;
      else sizer.insertBefore(view.el, place);
      if (view.patch(row, context)) dirty.add(view);
      flag(row.key, view);
    }
    return dirty;
  };

  /** Reads all heights before anything is written. Returns whether rows moved. */
  const measure = (views: Iterable<RowView>): boolean => {
    const sizes = Array.from(views, (view) => ({ index: view.index, height: view.el.offsetHeight }));
    let above = 0;
    let moved = false;
    for (const { index, height } of sizes) {
      const row = rows[index];
      if (!row || height === 0) continue;
      measured.set(row, height);
      const before = heights.offsetOf(index);
      const change = heights.measure(index, height);
      if (change === 0) continue;
      moved = true;
      if (before < el.scrollTop) above += change;
    }
    if (above !== 0) {
      fitSizer();
      el.scrollTop += above;
    }
    return moved;
  };

  const place = (): void => {
    fitSizer();
    for (const view of shown.values())
      view.el.style.transform = `translateY(${heights.offsetOf(view.index)}px)`;
  };

  /** Puts the visible rows on the page. Measuring can bring further rows into view, so it may take rounds. */
  const render = (): void => {
    for (let round = 0; round < 4; round++) {
      fitSizer();
      const { from, to } = visibleRows(heights, el.scrollTop, el.clientHeight, MARGIN);
      const moved = measure(fill(from, to));
      place();
      if (!moved) return;
    }
  };

  const schedule = (): void => {
    if (frame !== 0) return;
    frame = el.win.requestAnimationFrame(() => {
      frame = 0;
      render();
    });
  };

  /** Where the first visible row stands among others, -1 at the top, and how much of it cannot be seen. */
  const anchorIn = (next: readonly Row[]): { index: number; offset: number } => {
    const { scrollTop } = el;
    const first = heights.rowAt(scrollTop);
    const row = scrollTop === 0 ? undefined : rows[first];
    return {
      index: row ? indexOfRow(next, row.key, first) : -1,
      offset: scrollTop - heights.offsetOf(first),
    };
  };

  /**
   * Shows rows. The first visible row stays where it is, as long as it is among them; `known` are rows whose
   * heights still hold.
   */
  const setRows = (next: readonly Row[], meta: MetaOptions, known = rows): void => {
    const { index, offset } = anchorIn(next);
    heights = heightsOf(next, known);
    rows = next;
    // What a row shows depends on more than its task: the day, people, the kind of list.
    for (const view of shown.values()) view.row = null;
    context.meta = meta;
    fitSizer();
    if (index >= 0) el.scrollTop = heights.offsetOf(index) + offset;
    render();
  };

  /** Measures anew after the width, the theme or the density changed. */
  const relayout = (): void => {
    width = el.clientWidth;
    measured = new WeakMap();
    for (const view of shown.values()) retire(view);
    shown.clear();
    setRows(rows, context.meta, []);
  };

  /** Fills elements before they are on the page, in steps: those of the rows to come that will be in view first. */
  const prepare = function* (next: readonly Row[], meta: MetaOptions): Generator<void> {
    for (const view of spare) view.row = null;
    let at = Math.max(0, anchorIn(next).index);
    for (let room = parent.clientHeight + MARGIN; room > 0; room -= ESTIMATE[density()]) {
      const row = next[at++];
      if (!row) return;
      if (shown.has(row.key)) continue;
      const view = takeFree();
      view.el.remove();
      view.patch(row, { ...context, meta });
      spare.push(view);
      yield;
    }
  };

  el.addEventListener('scroll', schedule, { passive: true });
  // Its place changes with the pane, and with all that stands around it: the details above all.
  const resizes = new ResizeObserver(() => {
    // Hidden it has no width.
    if ([0, width].includes(el.clientWidth)) schedule();
    else relayout();
  });
  resizes.observe(el);
  return {
    el,
    setRows: (next: readonly Row[], meta: MetaOptions): void => setRows(next, meta),
    prepare,

    /** Shows which rows stand out. */
    setFlags(next: ListFlags): void {
      flags = next;
      if (flags.cursor === null) el.removeAttribute('aria-activedescendant');
      for (const [key, view] of shown) flag(key, view);
    },

    /** Brings a row into view, if it is not. It is looked for around a place. */
    reveal(key: string, near: number): void {
      const index = indexOfRow(rows, key, near);
      if (index < 0) return;
      const top = heights.offsetOf(index);
      const bottom = top + heights.heightOf(index);
      const { scrollTop, clientHeight } = el;
      if (top < scrollTop) el.scrollTop = index <= 1 ? 0 : top;
      else if (bottom > scrollTop + clientHeight) el.scrollTop = bottom - clientHeight;
      else return;
      render();
      // Rows that were only estimated may have moved it out again.
      const now = heights.offsetOf(index) + heights.heightOf(index);
      if (now > el.scrollTop + clientHeight) el.scrollTop = now - clientHeight;
    },

    /** How many rows fit on a page, at least one. */
    pageSize(): number {
      const average = heights.total / Math.max(1, heights.count);
      return Math.max(1, Math.floor(el.clientHeight / Math.max(1, average)) - 1);
    },

    /** The element of a row, if it is on the page. */
    elementOf: (key: string): HTMLElement | null => shown.get(key)?.el ?? null,

    relayout,

    /** Measures one row again, because its content changed. */
    remeasure(key: string): void {
      const view = shown.get(key);
      if (view && measure([view])) place();
    },

    /** Stops whatever is still to come. */
    destroy(): void {
      resizes.disconnect();
      el.win.cancelAnimationFrame(frame);
    },
  };
}
