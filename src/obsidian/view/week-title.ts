import { shortDay } from '../../core/date/labels';
import { daysOfWeek } from '../../core/review/week';
import type { ViewServices } from './services';

/** The first and the last day of a week, counted from this one. */
export function weekTitle(services: ViewServices, offset: number): string {
  const today = services.today();
  const days = daysOfWeek({ today, weekStart: services.weekStart(), offset });
  const [first = today, last = today] = [days[0], days[6]];
  return `${shortDay(first, today, services.locale)} – ${shortDay(last, today, services.locale)}`;
}
