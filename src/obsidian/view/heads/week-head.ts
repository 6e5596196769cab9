import { shortDay } from '../../../core/date/labels';
import { daysOfWeek } from '../../../core/review/week';
import { iconButton } from '../icon-button';
import type { ViewServices } from '../services';
import type { HeadMaker } from './head';

/** Which week is shown, with the way to the one before and after. */
export const makeWeekHead: HeadMaker = (el, services, actions) => {
  el.addClass('meeting-tasks-week');
  el.setAttrs({ role: 'group', 'aria-label': 'Week' });
  let week = 0;
  const go = (to: number) => actions.setState({ week: to });
  iconButton(el, 'chevron-left', 'Previous week').addEventListener('click', () => go(week - 1));
  const title = el.createEl('button', {
    cls: 'meeting-tasks-week-title',
    attr: { type: 'button', 'aria-label': 'Back to this week' },
  });
  title.addEventListener('click', () => go(0));
  iconButton(el, 'chevron-right', 'Next week').addEventListener('click', () => go(week + 1));
  return {
    update: (state) => {
      week = state.week;
      title.setText(weekTitle(services, week));
    },
  };
};

/** The first and the last day of a week, counted from this one. */
function weekTitle(services: ViewServices, offset: number): string {
  const today = services.today();
  const days = daysOfWeek({ today, weekStart: services.weekStart(), offset });
  const [first = today, last = today] = [days[0], days[6]];
  return `${shortDay(first, today, services.locale)} – ${shortDay(last, today, services.locale)}`;
}
