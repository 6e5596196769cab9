import { Keymap } from 'obsidian';
import type { Account } from '../../../core/people/accounts';
import { accountSummary } from '../../../core/people/person-groups';
import { iconButton, textButton } from '../icon-button';
import { askPerson, makePersonMenu } from '../person-menu';
import type { ViewServices } from '../services';
import type { HeadActions, HeadMaker } from './head';

/** "Before you meet" for the people of the open note; or one person, what can be done, and the meetings with them. */
export const makePeopleHead: HeadMaker = (el, services, actions) => {
  el.addClass('meeting-tasks-people');
  let shown: readonly unknown[] = [];
  return {
    update: ({ person }) => {
      const here = person === '' ? services.peopleHere() : [person];
      const accounts = services.accounts();
      // The buttons are not made anew below somebody's finger.
      const wanted = [person, here.join('\n'), person === '' || accounts];
      if (wanted.every((part, i) => part === shown[i])) return;
      shown = wanted;
      el.empty();
      const bar = el.createDiv({ cls: 'meeting-tasks-bar', attr: { role: 'group' } });
      if (person === '') showHere(bar, here, services, actions);
      else showPerson(bar, accounts.of(person), services, actions);
    },
  };
};

function showHere(
  bar: HTMLElement,
  here: readonly string[],
  services: ViewServices,
  actions: HeadActions,
): void {
  bar.setAttr('aria-label', 'Before you meet');
  bar.createSpan({ cls: 'meeting-tasks-faint', text: 'Before you meet' });
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
  bar.setAttr('aria-label', name);
  iconButton(bar, 'arrow-left', 'Back to everybody', () => actions.execute('back'));
  bar.createSpan({ cls: 'meeting-tasks-person-name', text: name, attr: { dir: 'auto' } });
  const tools = bar.createDiv({ cls: 'meeting-tasks-bar-tools' });
  addAgenda(tools, [name], services);
  iconButton(tools, 'more-vertical', 'More about this person', (event) =>
    makePersonMenu(name, services, null, () => actions.focusList()).showAtMouseEvent(event),
  );
  const el = bar.parentElement ?? bar;
  el.createDiv({
    cls: 'meeting-tasks-faint',
    text: accountSummary(account, { today: services.today(), dayLabel: (day) => services.dayLabel(day) }),
  });
  if (meetings.length === 0) return;
  const list = el.createEl('ul', { cls: 'meeting-tasks-meetings', attr: { 'aria-label': 'Meetings' } });
  for (const { path, title, date } of meetings) {
    const item = list.createEl('li');
    const link = item.createEl('a', { text: title, attr: { href: '#', dir: 'auto' } });
    item.createSpan({ cls: 'meeting-tasks-faint', text: services.dayLabel(date ?? '') });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      services.openLine(path, 0, Keymap.isModEvent(event) !== false);
    });
  }
}

function addAgenda(parent: HTMLElement, names: readonly string[], { persons }: ViewServices): void {
  iconButton(parent, 'clipboard-copy', 'Copy the agenda', () => persons.copyAgenda(names));
  iconButton(parent, 'clipboard-paste', 'Insert the agenda', () => persons.insertAgenda(names));
}
