import type { Day } from '../../core/date/day';
import { longDay, weekdayName } from '../../core/date/labels';
import { countOf } from '../../core/edit/wording';
import { type LoadBar, weekLoad } from '../../core/review/load';
import { makeCache } from '../cached';
import { add, nameRegion } from './dom';
import { button, shortCount } from './icon-button';
import type { ViewServices } from './services';

/** Shows the load of a week, counted from this one, and which of its bars is picked. */
export type ShowLoad = (offset: number, picked: Day | 'overdue' | null) => void;

/** The bars of a week: how much is due on each day. A click picks a day; tasks can be dropped on it. */
export function makeLoadStrip(
  parent: HTMLElement,
  services: ViewServices,
  pick: (day: Day | 'overdue') => void,
): ShowLoad {
  const el = add(parent, 'div.load', '', { role: 'group' });
  const shown = makeCache<void>();

  const addBar = ({ key, count, isToday, isOver }: LoadBar, most: number, isPicked: boolean): HTMLElement => {
    const { locale } = services;
    const today = services.today();
    const isLate = key === 'overdue';
    const name = isLate ? 'Overdue' : `${longDay(key, today, locale)}${isToday ? ', today' : ''}`;
    const over = isOver ? `, more than ${services.settings().dayLimit}` : '';
    const bar = button(el, '.load-bar', '', () => pick(key), {
      'data-day': key,
      'aria-pressed': String(isPicked),
      'aria-label': `${name}: ${countOf(count, 'task')}${over}`,
    });
    bar.toggleClass('is-today', isToday);
    bar.toggleClass('is-over', isOver || (isLate && count > 0));
    add(bar, 'span.load-bar-count', shortCount(count));
    // What is overdue may be hundreds: it must not make the days look empty.
    const load = Math.min(1, count / (isLate ? 1 : most));
    const fill = add(add(bar, 'span.load-bar-track'), 'span');
    fill.setCssProps({ '--meeting-tasks-load': String(load) });
    add(bar, 'span', isLate ? 'Late' : weekdayName(key, locale));
    if (!isLate) add(bar, 'span.load-bar-day', String(Number(key.slice(8))));
    return bar;
  };

  const show = (bars: readonly LoadBar[], isThisWeek: boolean, picked: string | null): void => {
    const focused = el.querySelector<HTMLElement>(':focus')?.dataset['day'];
    el.empty();
    nameRegion(el, 'Tasks due by day');
    const most = Math.max(
      1,
      services.settings().dayLimit,
      ...bars.slice(isThisWeek ? 1 : 0).map(({ count }) => count),
    );
    for (const bar of bars) {
      const button = addBar(bar, most, bar.key === picked);
      if (bar.key === focused) button.focus();
    }
  };
  return (offset, picked) => {
    const { dayLimit } = services.settings();
    const week = { today: services.today(), weekStart: services.weekStart(), offset };
    const bars = weekLoad(services.index.open.byDue().own, week, dayLimit);
    shown([JSON.stringify(bars), picked, dayLimit], () => show(bars, offset === 0, picked));
  };
}
