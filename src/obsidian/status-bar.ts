import { type Component, debounce } from 'obsidian';
import { countsOfToday } from '../core/review/overview';
import type { CommandServices } from './commands';
import { add, MUTE } from './view/dom';
import { button } from './view/icon-button';

/** How long changes are gathered before they are counted. */
const GATHER_MS = 300;

/** What waits, in the status bar: proposals, and what is due today. Each opens its tab. */
export function fillStatusBar(owner: Component, el: HTMLElement, services: CommandServices): void {
  el.addClass('meeting-tasks-status-bar');
  const proposed = button(el, '', '', () => services.openView('triage'));
  add(el, 'span', '·', MUTE);
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
  owner.register(services.onChange(() => soon()));
  owner.register(() => soon.cancel());
}
