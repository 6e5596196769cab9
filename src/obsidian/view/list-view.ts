import { RowHeights, visibleRows } from '../../core/list/heights';
import { indexOfRow, type Row } from '../../core/list/rows';
import { type RowContext, RowView } from './row-view';
import type { MetaOptions } from './task-meta';

/** Row heights before they are measured, in CSS pixels. */
const ESTIMATE = { group: 34, comfortable: 62, compact: 30 } as const;

/** How far beyond the visible part rows are kept on the page, in CSS pixels. */
const MARGIN = 240;

let lists = 0;

/** Which rows stand out. */
export interface ListFlags {
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly pending: ReadonlySet<string>;
}

/** A list of any length of which only the visible rows are on the page. It decides nothing: it shows rows. */
export class ListView {
  readonly el: HTMLElement;
  private readonly sizer: HTMLElement;
  private readonly id = `meeting-tasks-list-${++lists}`;
  private rows: readonly Row[] = [];
  private heights = new RowHeights([]);
  /** So that rows that were seen keep their height when the list changes. */
  private measured = new WeakMap<Row, number>();
  private readonly shown = new Map<string, RowView>();
  private readonly spare: RowView[] = [];
  private flags: ListFlags = { cursor: null, selected: new Set(), pending: new Set() };
  private made = 0;
  private frame = 0;
  private width = 0;

  constructor(
    parent: HTMLElement,
    private readonly context: RowContext,
    private readonly density: () => 'comfortable' | 'compact',
  ) {
    this.el = parent.createDiv({
      cls: 'meeting-tasks-list',
      attr: { role: 'listbox', tabindex: '0', 'aria-multiselectable': 'true', 'aria-label': 'Tasks' },
    });
    this.sizer = this.el.createDiv({ cls: 'meeting-tasks-sizer', attr: { role: 'presentation' } });
    this.el.addEventListener('scroll', () => this.schedule(), { passive: true });
  }

  /**
   * Shows rows. The first visible row stays where it is, as long as it is among them; `known` are rows whose
   * heights still hold.
   */
  setRows(rows: readonly Row[], meta: MetaOptions, known = this.rows): void {
    const anchor = this.anchor();
    this.heights = this.heightsOf(rows, known);
    this.rows = rows;
    // What a row shows depends on more than its task: the day, people, the kind of list.
    for (const view of this.shown.values()) view.expire();
    this.context.meta = meta;
    this.restore(anchor);
    this.render();
  }

  /** Heights for rows: most of a list is the same after a change, at its beginning and at its end. */
  private heightsOf(rows: readonly Row[], old: readonly Row[]): RowHeights {
    const most = Math.min(rows.length, old.length);
    let head = 0;
    while (head < most && rows[head] === old[head]) head++;
    let tail = 0;
    while (tail < most - head && rows[rows.length - 1 - tail] === old[old.length - 1 - tail]) tail++;
    const heights = new Float64Array(rows.length);
    heights.set(this.heights.slice(0, head));
    heights.set(this.heights.slice(old.length - tail, old.length), rows.length - tail);
    const estimate = ESTIMATE[this.density()];
    for (let at = head; at < rows.length - tail; at++) {
      const row = rows[at];
      if (row) heights[at] = this.measured.get(row) ?? (row.kind === 'group' ? ESTIMATE.group : estimate);
    }
    return new RowHeights(heights);
  }

  /** Shows which rows stand out. */
  setFlags(flags: ListFlags): void {
    this.flags = flags;
    if (flags.cursor === null) this.el.removeAttribute('aria-activedescendant');
    for (const [key, view] of this.shown) this.flag(key, view);
  }

  /** Brings a row into view, if it is not. It is looked for around a place. */
  reveal(key: string, near: number): void {
    const index = indexOfRow(this.rows, key, near);
    if (index < 0) return;
    const top = this.heights.offsetOf(index);
    const bottom = top + this.heights.heightOf(index);
    const { scrollTop, clientHeight } = this.el;
    if (top < scrollTop) this.el.scrollTop = index <= 1 ? 0 : top;
    else if (bottom > scrollTop + clientHeight) this.el.scrollTop = bottom - clientHeight;
    else return;
    this.render();
    // Rows that were only estimated may have moved it out again.
    const now = this.heights.offsetOf(index) + this.heights.heightOf(index);
    if (now > this.el.scrollTop + clientHeight) this.el.scrollTop = now - clientHeight;
  }

  /** How many rows fit on a page, at least one. */
  pageSize(): number {
    const average = this.heights.total / Math.max(1, this.heights.count);
    return Math.max(1, Math.floor(this.el.clientHeight / Math.max(1, average)) - 1);
  }

  /** The element of a row, if it is on the page. */
  elementOf(key: string): HTMLElement | null {
    return this.shown.get(key)?.el ?? null;
  }

  /** Measures anew after the width, the theme or the density changed. */
  relayout(force: boolean): void {
    const { clientWidth } = this.el;
    if (!force && clientWidth === this.width) return this.schedule();
    this.width = clientWidth;
    this.measured = new WeakMap();
    const { rows } = this;
    for (const view of this.shown.values()) this.retire(view);
    this.shown.clear();
    this.setRows(rows, this.context.meta, []);
  }

  /** Measures one row again, because its content changed. */
  remeasure(key: string): void {
    const view = this.shown.get(key);
    if (view && this.measure(new Map([[key, view]]))) this.place();
  }

  /** Stops whatever is still to come. */
  destroy(): void {
    this.el.win.cancelAnimationFrame(this.frame);
  }

  private schedule(): void {
    if (this.frame !== 0) return;
    this.frame = this.el.win.requestAnimationFrame(() => {
      this.frame = 0;
      this.render();
    });
  }

  /** Puts the visible rows on the page. Measuring can bring further rows into view, so it may take rounds. */
  private render(): void {
    for (let round = 0; round < 4; round++) {
      this.sizer.style.height = `${this.heights.total}px`;
      const { from, to } = visibleRows(this.heights, this.el.scrollTop, this.el.clientHeight, MARGIN);
      const dirty = this.fill(from, to);
      const moved = this.measure(dirty);
      this.place();
      if (!moved) return;
    }
  }

  /** Makes, reuses and patches the elements of rows `from` to `to`; returns those that must be measured. */
  private fill(from: number, to: number): Map<string, RowView> {
    const wanted = this.rows.slice(from, to);
    const keep = new Set(wanted.map((row) => row.key));
    for (const [key, view] of [...this.shown]) {
      if (keep.has(key)) continue;
      this.shown.delete(key);
      this.retire(view);
    }
    const dirty = new Map<string, RowView>();
    // In the page, too, the rows follow each other as they are shown: screen readers and "select all" go by that.
    let place = this.sizer.firstElementChild;
    for (const [at, row] of wanted.entries()) {
      let view = this.shown.get(row.key);
      if (!view) {
        view = this.spare.pop() ?? new RowView(this.sizer, `${this.id}-${++this.made}`);
        view.el.show();
        this.shown.set(row.key, view);
        dirty.set(row.key, view);
      }
      view.index = from + at;
      if (view.el === place) place = place.nextElementSibling;
      else this.sizer.insertBefore(view.el, place);
      if (view.patch(row, this.context)) dirty.set(row.key, view);
      this.flag(row.key, view);
    }
    return dirty;
  }

  private retire(view: RowView): void {
    view.el.hide();
    this.spare.push(view);
  }

  /** Reads all heights before anything is written. Returns whether rows moved. */
  private measure(views: ReadonlyMap<string, RowView>): boolean {
    const sizes = [...views.values()].map(({ index, el }) => ({ index, height: el.offsetHeight }));
    let above = 0;
    let moved = false;
    for (const { index, height } of sizes) {
      const row = this.rows[index];
      if (!row || height === 0) continue;
      this.measured.set(row, height);
      const before = this.heights.offsetOf(index);
      const change = this.heights.measure(index, height);
      if (change === 0) continue;
      moved = true;
      if (before < this.el.scrollTop) above += change;
    }
    if (above !== 0) {
      this.sizer.style.height = `${this.heights.total}px`;
      this.el.scrollTop += above;
    }
    return moved;
  }

  private place(): void {
    this.sizer.style.height = `${this.heights.total}px`;
    for (const { el, index } of this.shown.values()) {
      el.style.transform = `translateY(${this.heights.offsetOf(index)}px)`;
    }
  }

  private flag(key: string, view: RowView): void {
    const { cursor, selected, pending } = this.flags;
    const isCursor = key === cursor;
    view.flag({
      cursor: isCursor,
      selected: selected.has(key),
      pending: pending.has(key),
      position: view.index,
      setSize: this.rows.length,
    });
    if (isCursor) this.el.setAttr('aria-activedescendant', view.el.id);
  }

  private anchor(): { key: string; index: number; offset: number } | null {
    if (this.rows.length === 0 || this.el.scrollTop === 0) return null;
    const index = this.heights.rowAt(this.el.scrollTop);
    const row = this.rows[index];
    return row ? { key: row.key, index, offset: this.el.scrollTop - this.heights.offsetOf(index) } : null;
  }

  private restore(anchor: { key: string; index: number; offset: number } | null): void {
    this.sizer.style.height = `${this.heights.total}px`;
    const index = anchor ? indexOfRow(this.rows, anchor.key, anchor.index) : -1;
    if (anchor && index >= 0) this.el.scrollTop = this.heights.offsetOf(index) + anchor.offset;
  }
}
