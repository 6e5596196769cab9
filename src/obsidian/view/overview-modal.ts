import { Modal } from 'obsidian';
import { type BarChart, overviewCharts } from '../../core/review/overview';
import type { ViewServices } from './services';

/** Three small pictures: how old the backlog is, what was decided, what is to come. */
export class OverviewModal extends Modal {
  constructor(private readonly services: ViewServices) {
    super(services.app);
  }

  override onOpen(): void {
    const { services } = this;
    this.setTitle('Overview');
    this.modalEl.addClass('meeting-tasks-overview');
    const charts = overviewCharts(services.index.notes(), {
      today: services.today(),
      weekStart: services.weekStart(),
      accepted: services.acceptedDays(),
      dayLabel: (day) => services.dayLabel(day),
    });
    for (const chart of charts) addChart(this.contentEl, chart);
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}

/** A table whose cells are bars: seen as a picture, read out as numbers. */
function addChart(parent: HTMLElement, { title, series, bars }: BarChart): void {
  const sums = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const most = Math.max(1, ...sums);
  const table = parent.createEl('table', { cls: 'meeting-tasks-chart' });
  table.createEl('caption', { text: title });
  const legend = table.createEl('thead').createEl('tr');
  legend.createEl('td');
  const names = legend.createEl('th', { attr: { scope: 'col' } });
  series.forEach((name, at) => {
    const entry = names.createSpan({ cls: 'meeting-tasks-legend' });
    entry.createSpan({ cls: `meeting-tasks-series mod-${at}`, attr: { 'aria-hidden': 'true' } });
    entry.appendText(name);
  });
  legend.createEl('th', { attr: { scope: 'col' } }).createSpan({ cls: 'meeting-tasks-hidden', text: 'Sum' });
  const body = table.createEl('tbody');
  bars.forEach(({ label, values }, row) => {
    const line = body.createEl('tr');
    line.createEl('th', { text: label, attr: { scope: 'row' } });
    const cell = line.createEl('td');
    const bar = cell.createDiv({ cls: 'meeting-tasks-chart-bar', attr: { 'aria-hidden': 'true' } });
    const said = values.flatMap((value, at) => {
      if (value === 0) return [];
      const part = bar.createSpan({ cls: `meeting-tasks-series mod-${at}` });
      part.style.width = `${(100 * value) / most}%`;
      return [`${value} ${series[at]?.toLowerCase()}`];
    });
    cell.createSpan({ cls: 'meeting-tasks-hidden', text: said.join(', ') || 'none' });
    cell.title = said.join(', ');
    line.createEl('td', { text: String(sums[row]), cls: 'meeting-tasks-chart-sum' });
  });
}
