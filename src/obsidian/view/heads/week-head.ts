import { Menu } from 'obsidian';
import { helpOf, type ListCommand } from '../../../core/list/keys';
import { daysOfWeek } from '../../../core/review/week';
import { add, addMenuItem, nameRegion } from '../dom';
import { button, iconButton } from '../icon-button';
import { makeLoadStrip } from '../load-strip';
import { resumableReview } from '../review-store';
import type { ViewServices } from '../services';
import { showMenuAt } from '../task-prompt';
import type { HeadActions, HeadMaker } from './head';

/** Which week is shown, with the way to the one before and after, its load, and what can be done with it. */
export const makeWeekHead: HeadMaker = (el, services, actions) => {
  el.addClass('meeting-tasks-week-head');
  const bar = add(el, 'div.week', '', { role: 'group' });
  nameRegion(bar, 'Week');
  let week = 0;
  let day: string | null = null;
  const go = (to: number) => actions.setState({ week: to, day: null });
  iconButton(bar, 'chevron-left', 'Previous week', () => go(week - 1));
  const title = button(bar, '.week-title', '', () => go(0), { 'aria-label': 'Back to this week' });
  iconButton(bar, 'chevron-right', 'Next week', () => go(week + 1));
  const more = iconButton(bar, 'more-horizontal', 'Plan the week', () =>
    showPlanMenu(more, services, actions),
  );
  const showLoad = makeLoadStrip(el, services, (picked) =>
    actions.setState({ day: picked === day ? null : picked }),
  );
  return {
    update: (state) => {
      ({ week, day } = state);
      title.setText(weekTitle(services, week));
      showLoad(week, state.day);
    },
  };
};

function showPlanMenu(trigger: HTMLElement, services: ViewServices, actions: HeadActions): void {
  const menu = new Menu();
  const offer = (label: string, icon: string, command: ListCommand) =>
    addMenuItem(menu, label, icon, () => actions.execute(command));
  offer(resumableReview(services) ? 'Resume weekly review' : 'Start weekly review', 'list-checks', 'review');
  offer('Write review', 'file-text', 'write-review');
  menu.addSeparator();
  offer('Spread overdue tasks', 'calendar-range', 'spread');
  offer(helpOf('shift-days'), 'calendar-plus', 'shift-days');
  menu.addSeparator();
  offer('Add task', 'plus', 'add-task');
  showMenuAt(menu, trigger);
}

/** The first and the last day of a week, counted from this one. */
function weekTitle(services: ViewServices, offset: number): string {
  const days = daysOfWeek({ today: services.today(), weekStart: services.weekStart(), offset });
  return days
    .filter((_, at) => at % 6 === 0)
    .map(services.dayLabel)
    .join(' – ');
}
