import type { Day } from '../../core/date/day';
import { longDay, weekdayName } from '../../core/date/labels';
import { countOf } from '../../core/edit/wording';
import { type LoadBar, weekLoad } from '../../core/review/load';
import type { ViewServices } from './services';

/** The bars of a week: how much is due on each day. A click shows only that day; tasks can be dropped on it. */
export class LoadStrip {
  private readonly el: HTMLElement;
  private shown = '';

  constructor(
    parent: HTMLElement,
    private readonly services: ViewServices,
    private readonly pick: (day: Day | 'overdue') => void,
  ) {
    this.el = parent.createDiv({
      cls: 'meeting-tasks-load',
      attr: { role: 'group', 'aria-label': 'Tasks due by day' },
    });
  }

  /** Shows the load of a week, counted from this one, and which of its bars is picked. */
  update(offset: number, picked: Day | 'overdue' | null): void {
    const { services } = this;
    const { dayLimit } = services.settings();
    const context = { today: services.today(), weekStart: services.weekStart(), offset };
    const bars = weekLoad(services.index.tasks(), context, dayLimit);
    const key = JSON.stringify([bars, picked, dayLimit]);
    if (key === this.shown) return;
    this.shown = key;
    const focused = this.el.querySelector<HTMLElement>(':focus')?.dataset['day'];
    this.el.empty();
    const most = Math.max(1, dayLimit, ...bars.map(({ count }) => count));
    for (const bar of bars) {
      const button = this.addBar(bar, most, dayLimit, bar.key === picked);
      if (bar.key === focused) button.focus();
    }
  }

  private addBar(bar: LoadBar, most: number, limit: number, isPicked: boolean): HTMLElement {
    const { key, count } = bar;
    const { locale, today } = { locale: this.services.locale, today: this.services.today() };
    const isLate = key === 'overdue';
    const over = bar.isOver ? `, more than ${limit}` : '';
    const name = isLate ? 'Overdue' : `${longDay(key, today, locale)}${bar.isToday ? ', today' : ''}`;
    const button = this.el.createEl('button', {
      cls: 'meeting-tasks-bar',
      attr: {
        type: 'button',
        'data-day': key,
        'aria-pressed': String(isPicked),
        'aria-label': `${name}: ${countOf(count, 'task')}${over}`,
      },
    });
    button.toggleClass('is-today', bar.isToday);
    button.toggleClass('is-over', bar.isOver);
    button.toggleClass('is-late', isLate && count > 0);
    button.createSpan({ cls: 'meeting-tasks-bar-count', text: count > 999 ? '999+' : String(count) });
    const fill = button.createSpan({ cls: 'meeting-tasks-bar-track' }).createSpan();
    // What is overdue may be hundreds: it must not make the days look empty.
    const full = isLate ? Math.max(1, count) : most;
    fill.setCssProps({ '--meeting-tasks-load': String(Math.min(1, count / full)) });
    button.createSpan({ text: isLate ? 'Late' : weekdayName(key, locale) });
    if (!isLate) button.createSpan({ cls: 'meeting-tasks-bar-day', text: String(Number(key.slice(8))) });
    button.addEventListener('click', () => this.pick(key));
    return button;
  }
}
