import { longDay, shortDay } from '../../core/date/labels';
import { countOf } from '../../core/edit/wording';
import type { TaskItem } from '../../core/note/task-item';
import type { CopyGroup, DecidedTask } from '../../core/triage/copy-members';
import { wordDiff } from '../../core/triage/word-diff';
import type { ViewServices } from './services';
import { dueOrNothing, ownerLabel } from './task-meta';

const REASONS: Readonly<Record<CopyGroup['because'], string>> = {
  picked: 'your choice',
  newest: 'from the newest meeting',
  'most-fields': 'with the most fields',
  first: 'the first one',
};

const WORDS: Readonly<Record<DecidedTask['kind'], string>> = {
  done: 'Done',
  accepted: 'Accepted',
  rejected: 'Rejected',
};

/** Says what was decided on the same matter, where, and when. */
export function addDecided(parent: HTMLElement, decided: DecidedTask, services: ViewServices): void {
  const box = parent.createDiv({ cls: 'meeting-tasks-decided' });
  const when = decided.day ? ` on ${longDay(decided.day, services.today(), services.locale)}` : '';
  box.createSpan({ text: `${WORDS[decided.kind]}${when}${decided.item ? ' in ' : ': '}` });
  const { item } = decided;
  if (item) addNoteLink(box, item, services);
  if (item) box.createSpan({ text: ': ' });
  box.createSpan({ text: decided.text, attr: { dir: 'auto' } });
}

/** The copies of a task: where each stands, what differs, which one is kept, and a way to say that one is none. */
export function addCopies(
  parent: HTMLElement,
  shown: TaskItem,
  group: CopyGroup,
  services: ViewServices,
): void {
  const { members, kept, because } = group;
  const notes = new Set(members.map(({ item }) => item.path)).size;
  const title = `${members.length} copies in ${countOf(notes, 'note')}`;
  const box = parent.createEl('details', { cls: 'meeting-tasks-copies' });
  box.open = true;
  box.createEl('summary', { text: title });
  const list = box.createEl('ul', { attr: { 'aria-label': title } });
  for (const { item, facts } of members) {
    const entry = list.createEl('li');
    const words = entry.createDiv({ attr: { dir: 'auto' } });
    if (item === shown) words.setText(item.text);
    else
      for (const part of wordDiff(shown.text, item.text))
        words.createSpan({ text: part.text, cls: `is-${part.kind}` });
    const line = entry.createDiv({ cls: 'meeting-tasks-copy-facts' });
    addNoteLink(line, item, services);
    const day = facts.date ? shortDay(facts.date, services.today(), services.locale) : '';
    const said = [day, ownerLabel(item, services).text, dueOrNothing(item, services)].filter(
      (text) => text !== '',
    );
    line.createSpan({ text: ` · ${said.join(' · ')}` });
    if (item === kept.item) {
      line.createSpan({ text: ` · kept, ${REASONS[because]}`, cls: 'meeting-tasks-kept' });
    } else {
      addAction(line, 'Keep this', () => services.copies.pick(item));
    }
    addAction(line, 'Not the same', () => services.separate(item, group));
  }
}

function addNoteLink(parent: HTMLElement, item: TaskItem, services: ViewServices): void {
  const title = services.index.note(item.path)?.facts.title ?? item.path;
  const link = parent.createEl('a', { text: title, attr: { href: '#', dir: 'auto' } });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    services.openLine(item.path, item.line, false);
  });
}

function addAction(parent: HTMLElement, text: string, run: () => void): void {
  const button = parent.createEl('button', {
    text,
    cls: 'meeting-tasks-link-button',
    attr: { type: 'button' },
  });
  button.addEventListener('click', run);
}
