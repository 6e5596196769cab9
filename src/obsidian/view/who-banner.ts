import { guessOwnName } from '../../core/index/who-am-i';
import { add, nameBy } from './dom';
import { button } from './icon-button';
import type { ViewServices } from './services';

/** Asks once whether the participant of nearly all meetings is the user; the returned function asks what is to be shown. */
export function makeWhoBanner(parent: HTMLElement, services: ViewServices): () => void {
  const el = add(parent, 'div.who', '', { role: 'group' });
  let known = '';
  el.hide();
  return () => {
    const { ownNames, askedWho } = services.settings();
    if (askedWho || ownNames.length > 0 || services.feedStatus().kind !== 'ready') {
      known = '';
      return el.hide();
    }
    // Decisions on tasks say nothing new about people.
    const { names } = services.index;
    const now = `${names.revision} ${names.meetings}`;
    if (now === known) return;
    known = now;
    const name = guessOwnName(names);
    el.toggle(name !== null);
    el.empty();
    if (name === null) return;
    nameBy(el, add(el, 'span', `Are you ${name}?`));
    button(el, '', 'Yes', () => void services.changeSettings({ ownNames: [name], askedWho: true }));
    button(el, '', 'No', () => void services.changeSettings({ askedWho: true }));
  };
}
