import { addMonths, type Day, type Weekday } from '../../core/date/day';
import { longDay, monthName, weekdayName } from '../../core/date/labels';
import { dayAtKey, firstOfMonth, monthWeeks } from '../../core/date/month';
import { countOf } from '../../core/edit/wording';
import { isOverLimit } from '../../core/review/load';
import { iconButton } from './icon-button';

/** What a calendar shows. */
export interface MonthRequest {
  readonly today: Day;
  readonly weekStart: Weekday;
  readonly locale: string;
  readonly current: Day | null;
  /** Days that can be picked; all others are shown faintly. */
  readonly isAllowed: (day: Day) => boolean;
  /** How many tasks are due on each day, and how many a day should hold (0 is no limit). */
  readonly loads: ReadonlyMap<Day, number>;
  readonly limit: number;
}

/** A month of days with how much is due on each: a grid that is walked by the arrow keys. */
export class MonthGrid {
  private readonly title: HTMLElement;
  private readonly table: HTMLTableElement;
  /** The day that has the focus when the grid has it. */
  private at: Day;

  constructor(
    parent: HTMLElement,
    private readonly request: MonthRequest,
    private readonly pick: (day: Day) => void,
  ) {
    this.at = request.current ?? request.today;
    const el = parent.createDiv({ cls: 'meeting-tasks-month' });
    const head = el.createDiv({ cls: 'meeting-tasks-month-head' });
    const step = (by: number) => () => this.show(addMonths(firstOfMonth(this.at), by), false);
    iconButton(head, 'chevron-left', 'Previous month').addEventListener('click', step(-1));
    this.title = head.createDiv({ attr: { 'aria-live': 'polite' } });
    iconButton(head, 'chevron-right', 'Next month').addEventListener('click', step(1));
    this.table = el.createEl('table', { attr: { role: 'grid' } });
    this.table.addEventListener('keydown', (event) => this.onKey(event));
    this.show(this.at, false);
  }

  private show(day: Day, focus: boolean): void {
    this.at = day;
    const { locale, weekStart } = this.request;
    const month = monthName(day, locale);
    this.title.setText(month);
    this.table.empty();
    this.table.setAttr('aria-label', month);
    const weeks = monthWeeks(day, weekStart);
    const names = this.table.createTHead().insertRow();
    for (const one of weeks[0] ?? [])
      names.createEl('th', { text: weekdayName(one, locale), attr: { scope: 'col' } });
    const body = this.table.createTBody();
    for (const week of weeks) {
      const row = body.insertRow();
      for (const one of week) this.addDay(row.insertCell(), one);
    }
    if (focus) this.table.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private addDay(cell: HTMLElement, day: Day): void {
    const { today, locale, current, loads, limit, isAllowed } = this.request;
    const count = loads.get(day) ?? 0;
    const due = count > 0 ? `, ${countOf(count, 'task')}` : '';
    const button = cell.createEl('button', {
      cls: 'meeting-tasks-day',
      attr: {
        type: 'button',
        tabindex: day === this.at ? '0' : '-1',
        'aria-label': `${longDay(day, today, locale)}${due}`,
        ...(day === today ? { 'aria-current': 'date' } : {}),
      },
    });
    cell.setAttr('aria-selected', String(day === current));
    button.toggleClass('is-current', day === current);
    button.toggleClass('is-outside', day.slice(0, 7) !== this.at.slice(0, 7));
    button.toggleClass('is-over', isOverLimit(count, limit));
    button.disabled = !isAllowed(day);
    button.createSpan({ text: String(Number(day.slice(8))) });
    button.createSpan({ cls: 'meeting-tasks-day-load', text: count > 0 ? String(count) : '' });
    button.addEventListener('click', () => this.pick(day));
  }

  private onKey(event: KeyboardEvent): void {
    const day = dayAtKey(event.key, this.at, this.request.weekStart);
    if (!day || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.request.isAllowed(day)) this.show(day, true);
  }
}
