import { longDay } from '../../core/date/labels';
import type { TaskItem } from '../../core/note/task-item';
import type { CopyGroup, DecidedTask } from '../../core/triage/copy-members';
import { wordDiff } from '../../core/triage/word-diff';
import { add, addNoteLink, AUTO, nameBy } from './dom';
import { button } from './icon-button';
import type { ViewServices } from './services';
import { capitalized, copiesText, ownerLabel } from './task-meta';

const REASONS: Readonly<Record<CopyGroup['because'], string>> = {
  picked: 'your choice',
  newest: 'from the newest meeting',
  'most-fields': 'with the most fields',
  first: 'the first one',
};

/** Says what was decided on the same matter as a task, and what copies it has. */
export function addCopyFacts(parent: HTMLElement, item: TaskItem, services: ViewServices): void {
  const decided = services.copies.decidedBy(item);
  if (decided) addDecided(parent, decided, services);
  const group = services.copies.groupOf(item);
  if (group) addCopies(parent, item, group, services);
}

/** Says what was decided on the same matter, where, and when. */
function addDecided(parent: HTMLElement, decided: DecidedTask, services: ViewServices): void {
  const { day, item, kind, text } = decided;
  const box = add(parent, 'div.decided');
  const when = day ? ` on ${longDay(day, services.today(), services.locale)}` : '';
  add(box, 'span', `${capitalized(kind)}${when}${item ? ' in ' : ': '}`);
  if (item) {
    addNoteLink(box, titleOf(item, services), item, services);
    add(box, 'span', ': ');
  }
  add(box, 'span', text, AUTO);
}

/** The copies of a task: where each stands, what differs, which one is kept, and a way to say that one is none. */
function addCopies(parent: HTMLElement, shown: TaskItem, group: CopyGroup, services: ViewServices): void {
  const { members, kept, because } = group;
  const { copies, dayLabel } = services;
  const box = add(parent, 'details.copies');
  box.open = true;
  const summary = add(box, 'summary', copiesText(group));
  const list = add(box, 'ul');
  nameBy(list, summary);
  for (const { item, facts } of members) {
    const entry = add(list, 'li');
    const words = add(entry, 'div', '', AUTO);
    if (item === shown) words.setText(item.text);
    else for (const { text, kind } of wordDiff(shown.text, item.text)) add(words, `span.is-${kind}`, text);
    const line = add(entry, 'div.copy-facts');
    addNoteLink(line, titleOf(item, services), item, services);
    const due = item.due && `due ${dayLabel(item.due)}`;
    const said = [dayLabel(facts.date ?? ''), ownerLabel(item, services).text, due].filter(Boolean);
    add(line, 'span', ` · ${said.join(' · ')}`);
    if (item === kept.item) add(line, 'span.kept', ` · kept, ${REASONS[because]}`);
    else button(line, '.link-button', 'Keep this', () => copies.pick(item));
    button(line, '.link-button', 'Not the same', () => services.separate(item, group));
  }
}

function titleOf({ path }: TaskItem, { index }: ViewServices): string {
  return index.note(path)?.facts.title ?? path;
}
