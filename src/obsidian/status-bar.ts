import { Component, debounce } from 'obsidian';
import { countsOfToday } from '../core/review/overview';
import type { CommandServices } from './commands';
import { button } from './view/icon-button';

/** How long changes are gathered before they are counted. */
const GATHER_MS = 300;

/** What waits, in the status bar: proposals, and what is due today. Each opens its tab. */
export class StatusBar extends Component {
  constructor(
    private readonly el: HTMLElement,
    private readonly services: CommandServices,
  ) {
    super();
  }

  override onload(): void {
    const { el, services } = this;
    el.addClass('meeting-tasks-status-bar');
    const proposed = button(el, '', '', () => services.openView('triage'));
    el.createSpan({ text: '·', attr: { 'aria-hidden': 'true' } });
    const due = button(el, '', '', () => services.openView('week'));
    const update = (): void => {
      const isShown = services.settings().statusBar && services.feedStatus().kind === 'ready';
      el.toggle(isShown);
      if (!isShown) return;
      const counts = countsOfToday(services.index.open, services.today());
      proposed.setText(`${counts.proposed} proposed`);
      due.setText(`${counts.due} today`);
    };
    const soon = debounce(update, GATHER_MS);
    update();
    this.register(services.onChange(() => soon()));
    this.register(() => soon.cancel());
  }
}
