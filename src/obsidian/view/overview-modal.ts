import { type BarChart, overviewCharts } from '../../core/review/overview';
import { openDialog } from './dialog';
import { add, MUTE } from './dom';
import type { ViewServices } from './services';

const COLUMN = { scope: 'col' };

/** Three small pictures: how old the backlog is, what was decided, what is to come. */
export function openOverview(services: ViewServices): void {
  const { contentEl } = openDialog(services.app, 'Overview', 'overview');
  const charts = overviewCharts(services.index.notes(), {
    today: services.today(),
    weekStart: services.weekStart(),
    accepted: services.acceptedDays(),
    dayLabel: services.dayLabel,
  });
  for (const chart of charts) addChart(contentEl, chart);
}

/** A table whose cells are bars: seen as a picture, read out as numbers. */
function addChart(parent: HTMLElement, { title, series, bars }: BarChart): void {
  const sums = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const most = Math.max(1, ...sums);
  const table = add(parent, 'table.chart');
  add(table, 'caption', title);
  const legend = add(add(table, 'thead'), 'tr');
  add(legend, 'td');
  const names = add(legend, 'th', '', COLUMN);
  series.forEach((name, at) => {
    const entry = add(names, 'span.legend');
    add(entry, `span.series.mod-${at}`, '', MUTE);
    entry.appendText(name);
  });
  add(add(legend, 'th', '', COLUMN), 'span.hidden', 'Sum');
  const body = add(table, 'tbody');
  bars.forEach(({ label, values }, row) => {
    const line = add(body, 'tr');
    add(line, 'th', label, { scope: 'row' });
    const cell = add(line, 'td');
    const bar = add(cell, 'div.chart-bar', '', MUTE);
    const said = values.flatMap((value, at) => {
      if (value === 0) return [];
      add(bar, `span.series.mod-${at}`).style.width = `${(100 * value) / most}%`;
      return [`${value} ${series[at]?.toLowerCase()}`];
    });
    cell.title = said.join(', ');
    add(cell, 'span.hidden', cell.title || 'none');
    add(line, 'td.chart-sum', String(sums[row]));
  });
}
