import { addMonths, type Day } from '../../core/date/day';
import { longDay, monthName, weekdayName } from '../../core/date/labels';
import { dayAtKey, firstOfMonth, monthWeeks } from '../../core/date/month';
import { countOf } from '../../core/edit/wording';
import { dayLoads, isOverLimit } from '../../core/review/load';
import { add, consume, nameBy } from './dom';
import { button, iconButton } from './icon-button';
import type { ViewServices } from './services';

/**
 * A month of days with how much is due on each: a grid that is walked by the arrow keys. `current` is marked; days that
 * are not allowed cannot be picked, and are shown faintly.
 */
export function addMonthGrid(
  parent: HTMLElement,
  services: ViewServices,
  current: Day | null,
  isAllowed: (day: Day) => boolean,
  pick: (day: Day) => void,
): void {
  const { locale } = services;
  const today = services.today();
  const weekStart = services.weekStart();
  const loads = dayLoads(services.index.open.byDue().own);
  const el = add(parent, 'div.month');
  const head = add(el, 'div.month-head');
  // The day that has the focus when the grid has it.
  let at = current ?? today;
  const step = (by: number) => () => show(addMonths(firstOfMonth(at), by));
  iconButton(head, 'chevron-left', 'Previous month', step(-1));
  const title = add(head, 'div', '', { 'aria-live': 'polite' });
  iconButton(head, 'chevron-right', 'Next month', step(1));
  const table = add(el, 'table', '', { role: 'grid' });
  nameBy(table, title);

  const addDay = (cell: HTMLElement, day: Day): void => {
    const count = loads.get(day) ?? 0;
    const due = count > 0 ? `, ${countOf(count, 'task')}` : '';
    const made = button(cell, '.day', '', () => pick(day), {
      tabindex: day === at ? '0' : '-1',
      'aria-label': `${longDay(day, today, locale)}${due}`,
      ...(day === today ? { 'aria-current': 'date' } : {}),
    });
    cell.setAttr('aria-selected', String(day === current));
    made.toggleClass('is-current', day === current);
    made.toggleClass('is-outside', day.slice(0, 7) !== at.slice(0, 7));
    made.toggleClass('is-over', isOverLimit(count, services.settings().dayLimit));
    made.disabled = !isAllowed(day);
    add(made, 'span', String(Number(day.slice(8))));
    add(made, 'span.day-load', count > 0 ? String(count) : '');
  };

  const show = (day: Day): void => {
    at = day;
    title.setText(monthName(day, locale));
    table.empty();
    const weeks = monthWeeks(day, weekStart);
    const names = add(add(table, 'thead'), 'tr');
    for (const one of weeks[0] ?? []) add(names, 'th', weekdayName(one, locale), { scope: 'col' });
    const body = add(table, 'tbody');
    for (const week of weeks) {
      const row = add(body, 'tr');
      for (const one of week) addDay(add(row, 'td'), one);
    }
  };

  table.addEventListener('keydown', (event) => {
    const day = dayAtKey(event.key, at, weekStart);
    if (!day || event.ctrlKey || event.metaKey || event.altKey) return;
    consume(event);
    if (!isAllowed(day)) return;
    show(day);
    table.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });
  show(at);
}
