import { Menu } from 'obsidian';
import { shortDay } from '../../../core/date/labels';
import { daysOfWeek } from '../../../core/review/week';
import { iconButton } from '../icon-button';
import { makeLoadStrip } from '../load-strip';
import { resumableReview } from '../review-store';
import type { ViewServices } from '../services';
import type { HeadActions, HeadMaker } from './head';

/** Which week is shown, with the way to the one before and after, its load, and what can be done with it. */
export const makeWeekHead: HeadMaker = (el, services, actions) => {
  el.addClass('meeting-tasks-week-head');
  const bar = el.createDiv({ cls: 'meeting-tasks-week', attr: { role: 'group', 'aria-label': 'Week' } });
  let week = 0;
  let day: string | null = null;
  const go = (to: number) => actions.setState({ week: to, day: null });
  iconButton(bar, 'chevron-left', 'Previous week').addEventListener('click', () => go(week - 1));
  const title = bar.createEl('button', {
    cls: 'meeting-tasks-week-title',
    attr: { type: 'button', 'aria-label': 'Back to this week' },
  });
  title.addEventListener('click', () => go(0));
  iconButton(bar, 'chevron-right', 'Next week').addEventListener('click', () => go(week + 1));
  const more = iconButton(bar, 'more-horizontal', 'Plan the week');
  more.addEventListener('click', () => showPlanMenu(more, services, actions));
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
  const add = (label: string, icon: string, command: Parameters<HeadActions['execute']>[0]): void => {
    menu.addItem((item) =>
      item
        .setTitle(label)
        .setIcon(icon)
        .onClick(() => actions.execute(command)),
    );
  };
  add(resumableReview(services) ? 'Resume weekly review' : 'Start weekly review', 'list-checks', 'review');
  add('Write review', 'file-text', 'write-review');
  menu.addSeparator();
  add('Spread overdue tasks', 'calendar-range', 'spread');
  add('Move due dates by days', 'calendar-plus', 'shift-days');
  menu.addSeparator();
  add('Add task', 'plus', 'add-task');
  const { left, bottom } = trigger.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, trigger.doc);
}

/** The first and the last day of a week, counted from this one. */
function weekTitle(services: ViewServices, offset: number): string {
  const today = services.today();
  const days = daysOfWeek({ today, weekStart: services.weekStart(), offset });
  const [first = today, last = today] = [days[0], days[6]];
  return `${shortDay(first, today, services.locale)} – ${shortDay(last, today, services.locale)}`;
}
