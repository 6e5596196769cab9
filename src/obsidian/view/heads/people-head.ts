import type { Account } from '../../../core/people/accounts';
import { accountSummary } from '../../../core/people/person-groups';
import { helpOf } from '../../../core/list/keys';
import { makeCache } from '../../cached';
import { add, addNoteLink, AUTO, nameBy, nameRegion } from '../dom';
import { iconButton, textButton } from '../icon-button';
import { AGENDA, askPerson, makePersonMenu } from '../person-menu';
import type { ViewServices } from '../services';
import type { HeadActions, HeadMaker } from './head';

/** "Before you meet" for the people of the open note; or one person, what can be done, and the meetings with them. */
export const makePeopleHead: HeadMaker = (el, services, actions) => {
  el.addClass('meeting-tasks-people');
  const shown = makeCache<void>();
  return {
    update: ({ person }) => {
      const here = person === '' ? services.peopleHere() : [person];
      const account = services.accounts().of(person);
      // The buttons are not made anew below somebody's finger.
      shown([person, here.join('\n'), person === '' || account], () => {
        el.empty();
        const bar = add(el, 'div.bar', '', { role: 'group' });
        if (person === '') showHere(bar, here, services, actions);
        else showPerson(bar, account, services, actions);
      });
    },
  };
};

function showHere(
  bar: HTMLElement,
  here: readonly string[],
  services: ViewServices,
  actions: HeadActions,
): void {
  nameBy(bar, add(bar, 'span.faint', 'Before you meet'));
  const choose = (person: string): void => {
    actions.setState({ person });
    actions.focusList();
  };
  for (const name of here) textButton(bar, name, () => choose(name));
  if (here.length > 0) addAgenda(bar, here, services);
  iconButton(bar, 'user-search', 'Choose a person', () => askPerson(services, choose));
}

function showPerson(bar: HTMLElement, account: Account, services: ViewServices, actions: HeadActions): void {
  const { name, meetings } = account;
  iconButton(bar, 'arrow-left', helpOf('back'), () => actions.execute('back'));
  nameBy(bar, add(bar, 'span.person-name', name, AUTO));
  const tools = add(bar, 'div.bar-tools');
  addAgenda(tools, [name], services);
  iconButton(tools, 'more-vertical', 'More actions', (event) =>
    makePersonMenu(name, services, null, () => actions.focusList()).showAtMouseEvent(event),
  );
  const el = bar.parentElement ?? bar;
  const words = { today: services.today(), dayLabel: services.dayLabel };
  add(el, 'div.faint', accountSummary(account, words));
  if (meetings.length === 0) return;
  const list = add(el, 'ul.meetings');
  nameRegion(list, 'Meetings');
  for (const { path, title, date } of meetings) {
    const item = add(list, 'li');
    addNoteLink(item, title, { path, line: 0 }, services);
    add(item, 'span.faint', services.dayLabel(date ?? ''));
  }
}

function addAgenda(parent: HTMLElement, names: readonly string[], { persons }: ViewServices): void {
  for (const [title, icon, verb] of AGENDA) iconButton(parent, icon, title, () => void persons[verb](names));
}
