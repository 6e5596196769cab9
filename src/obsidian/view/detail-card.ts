import { longDay } from '../../core/date/labels';
import { type CommandInfo, commandInfo, commandsFor, type TaskCommand } from '../../core/list/command-info';
import { describeProblem, isRepairable } from '../../core/line/problems';
import type { TaskItem } from '../../core/note/task-item';
import { makeCache } from '../cached';
import { resolveSource } from '../source-link';
import { addCopyFacts } from './copies-section';
import { addEvidence } from './evidence';
import { add, addFact, addNoteLink, AUTO, nameRegion } from './dom';
import { commandButton, iconButton } from './icon-button';
import type { MarkdownText } from './markdown-text';
import type { ViewServices } from './services';
import { fillMeta } from './task-meta';

/** What the card asks of the view. */
export interface DetailActions {
  run(command: TaskCommand | 'open', trigger: HTMLElement): void;
  close(): void;
}

/** Shows a task, or hides the card with `null`; `selected` is how many tasks are selected. */
export type ShowDetail = (item: TaskItem | null, selected: number) => void;

/** The card of the task under the cursor: all of its text, where it comes from, and what can be done. */
export function makeDetailCard(
  parent: HTMLElement,
  services: ViewServices,
  markdown: MarkdownText,
  actions: DetailActions,
): ShowDetail {
  const { app, index } = services;
  const el = add(parent, 'section.detail');
  el.hide();
  const shown = makeCache<void>();

  const addAction = (to: HTMLElement, command: TaskCommand, info: CommandInfo, names: string): HTMLElement =>
    commandButton(to, command, info, services, (made) => actions.run(command, made), names);
  /** The buttons stand first and stay, so that they are at the same place for the next task, however long its text. */
  const addHead = (item: TaskItem, selected: number): void => {
    const head = add(el, 'div.detail-head');
    const label = selected > 0 ? `Actions for ${selected} selected` : 'Actions';
    const bar = add(head, 'div.buttons', '', { role: 'toolbar' });
    nameRegion(bar, label);
    iconButton(head, 'chevron-down', 'Hide details', () => actions.close());
    // The buttons act on the selection, which need not be the task shown here.
    if (selected > 0) add(bar, 'div.selected', `${selected} selected`);
    commandsFor(item.state).forEach((command, position) => {
      const info = commandInfo(command, item.state);
      // Where there is little room only the first two say in words what they do.
      const names = position === 0 ? '.mod-cta' : position > 1 ? '.mod-secondary' : '';
      addAction(bar, command, info, names).setAttr('aria-label', info.label);
    });
  };
  const addSource = ({ path, line, heading }: TaskItem): void => {
    const facts = index.note(path)?.facts;
    if (!facts) return;
    const list = add(el, 'dl.facts');
    const title = addFact(list, facts.kind === 'meeting' ? 'Meeting' : 'Note');
    addNoteLink(title, facts.title, { path, line }, services).addClass('meeting-tasks-open');
    if (heading) add(title, 'span.faint', ` › ${heading}`);
    if (facts.date) addFact(list, 'Date', longDay(facts.date, services.today(), services.locale));
    if (facts.people.length > 0) addFact(list, 'People', facts.people.join(', '));
    if (facts.sourceRef) addTranscript(addFact(list, 'Source'), facts.sourceRef, path);
  };
  const addTranscript = (to: HTMLElement, ref: string, path: string): void => {
    const source = resolveSource(app, ref, path);
    if (source.kind === 'missing') {
      add(to, 'span', source.label);
      add(to, 'span.faint', ' (not in this vault)');
    } else if (source.kind === 'web')
      add(to, 'a', source.label, { href: source.url, rel: 'noopener', target: '_blank' });
    else addNoteLink(to, source.label, { path: source.path, line: 0 }, services);
  };
  const addProblems = ({ problems }: TaskItem): void => {
    if (problems.length === 0) return;
    const list = add(el, 'ul.problems');
    for (const problem of problems) add(list, 'li', describeProblem(problem));
    if (problems.some(isRepairable)) addAction(el, 'repair', commandInfo('repair'), '.repair');
  };

  const show = (item: TaskItem, selected: number): void => {
    el.empty();
    nameRegion(el, 'Details');
    addHead(item, selected);
    const text = add(el, 'div.detail-text', '', AUTO);
    markdown.show(text, item.text || item.source.trim(), item.path, () => undefined);
    fillMeta(add(el, 'div.meta'), item, services, { meeting: false, owner: true });
    addCopyFacts(el, item, services);
    addSource(item);
    addProblems(item);
    const box = add(el, 'div');
    void addEvidence(box, item, services, () => box.isConnected, false);
  };
  return (item, selected) => {
    el.toggle(item !== null);
    const group = item && services.copies.groupOf(item);
    const from = [item, index.revision, selected, group, services.settings(), services.today()];
    shown(from, () => item && show(item, selected));
  };
}
