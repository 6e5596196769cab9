import { guessOwnName } from '../../core/index/who-am-i';
import { makeCache } from '../cached';
import { add, nameBy } from './dom';
import { button } from './icon-button';
import type { ViewServices } from './services';

/** Asks once whether the participant of nearly all meetings is the user; the returned function asks what is to be shown. */
export function makeWhoBanner(parent: HTMLElement, services: ViewServices): () => void {
  const el = add(parent, 'div.who', '', { role: 'group' });
  el.hide();
  const shown = makeCache<void>();
  const show = (name: string | null): void => {
    el.toggle(name !== null);
    el.empty();
    if (name === null) return;
    nameBy(el, add(el, 'span', `Are you ${name}?`));
    button(el, '', 'Yes', () => void services.changeSettings({ ownNames: [name], askedWho: true }));
    button(el, '', 'No', () => void services.changeSettings({ askedWho: true }));
  };
  return () => {
    const { ownNames, askedWho } = services.settings();
    const { names } = services.index;
    const mayAsk = !askedWho && ownNames.length === 0 && services.feedStatus().kind === 'ready';
    // Decisions on tasks say nothing new about people.
    shown([mayAsk, names.revision, names.meetings], () => show(mayAsk ? guessOwnName(names) : null));
  };
}
