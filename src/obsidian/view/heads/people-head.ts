import { Keymap } from 'obsidian';
import { type Account, type Meeting } from '../../../core/people/accounts';
import { accountSummary } from '../../../core/people/person-groups';
import { iconButton } from '../icon-button';
import { makePersonMenu } from '../person-menu';
import { PersonModal } from '../person-modal';
import type { ViewServices } from '../services';
import type { HeadActions, HeadMaker } from './head';

/** How many meetings are shown before the others are asked for. */
const MEETINGS_SHOWN = 3;

/** "Before you meet" for the people of the open note; or one person, what can be done, and the meetings with them. */
export const makePeopleHead: HeadMaker = (el, services, actions) => {
  el.addClass('meeting-tasks-people');
  let shown: readonly unknown[] = [];
  return {
    update: ({ person }) => {
      const here = person === '' ? services.peopleHere() : [];
      const account = person === '' ? null : services.accounts().of(person);
      // The buttons are not made anew below somebody's finger.
      const wanted = [person, here.join('\n'), person === '' ? null : services.accounts()];
      if (wanted.every((part, i) => part === shown[i])) return;
      shown = wanted;
      el.empty();
      if (account) showPerson(el, account, services, actions);
      else showHere(el, here, services, actions);
    },
  };
};

function showHere(
  el: HTMLElement,
  here: readonly string[],
  services: ViewServices,
  actions: HeadActions,
): void {
  const { persons } = services;
  const bar = el.createDiv({
    cls: 'meeting-tasks-bar',
    attr: { role: 'group', 'aria-label': 'Before you meet' },
  });
  const choose = (person: string): void => {
    actions.setState({ person });
    actions.focusList();
  };
  bar.createSpan({ cls: 'meeting-tasks-faint', text: 'Before you meet' });
  for (const name of here) {
    textButton(bar, name).addEventListener('click', () => choose(name));
  }
  if (here.length > 0) {
    iconButton(bar, 'clipboard-copy', 'Copy the agenda').addEventListener('click', () =>
      persons.copyAgenda(here),
    );
    iconButton(bar, 'clipboard-paste', 'Insert the agenda').addEventListener('click', () =>
      persons.insertAgenda(here),
    );
  }
  iconButton(bar, 'user-search', 'Choose a person').addEventListener('click', () =>
    new PersonModal(services, 'Whom do you meet?', choose).open(),
  );
}

function showPerson(el: HTMLElement, account: Account, services: ViewServices, actions: HeadActions): void {
  const { name, owesMe } = account;
  const { persons } = services;
  const bar = el.createDiv({ cls: 'meeting-tasks-bar', attr: { role: 'group', 'aria-label': name } });
  iconButton(bar, 'arrow-left', 'Back to everybody').addEventListener('click', () => actions.execute('back'));
  bar.createSpan({ cls: 'meeting-tasks-person-name', text: name, attr: { dir: 'auto' } });
  const tools = bar.createDiv({ cls: 'meeting-tasks-bar-tools' });
  iconButton(tools, 'clipboard-copy', 'Copy the agenda').addEventListener('click', () =>
    persons.copyAgenda([name]),
  );
  iconButton(tools, 'clipboard-paste', 'Insert the agenda').addEventListener('click', () =>
    persons.insertAgenda([name]),
  );
  if (owesMe.length > 0) {
    iconButton(tools, 'message-square', 'Copy a nudge').addEventListener('click', () =>
      persons.copyNudge(owesMe, name),
    );
  }
  const more = iconButton(tools, 'more-vertical', 'More about this person');
  more.addEventListener('click', (event) => makePersonMenu(name, services, null).showAtMouseEvent(event));
  el.createDiv({ cls: 'meeting-tasks-faint', text: accountSummary(account, labels(services)) });
  if (account.meetings.length > 0) showMeetings(el, account.meetings, services);
}

function showMeetings(el: HTMLElement, meetings: readonly Meeting[], services: ViewServices): void {
  const list = el.createEl('ul', { cls: 'meeting-tasks-meetings', attr: { 'aria-label': 'Meetings' } });
  const add = ({ path, title, date }: Meeting): void => {
    const item = list.createEl('li');
    const link = item.createEl('a', { text: title, attr: { href: '#', dir: 'auto' } });
    if (date) item.createSpan({ cls: 'meeting-tasks-faint', text: services.dayLabel(date) });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      services.openLine(path, 0, Keymap.isModEvent(event) !== false);
    });
  };
  meetings.slice(0, MEETINGS_SHOWN).forEach(add);
  const others = meetings.slice(MEETINGS_SHOWN);
  if (others.length === 0) return;
  const more = textButton(list.createEl('li'), `${others.length} more`);
  more.addEventListener('click', () => {
    more.parentElement?.remove();
    others.forEach(add);
    list.querySelectorAll('a')[MEETINGS_SHOWN]?.focus();
  });
}

function textButton(parent: HTMLElement, text: string): HTMLButtonElement {
  return parent.createEl('button', { cls: 'meeting-tasks-split', text, attr: { type: 'button' } });
}

function labels(services: ViewServices) {
  return { today: services.today(), dayLabel: (day: string) => services.dayLabel(day) };
}
