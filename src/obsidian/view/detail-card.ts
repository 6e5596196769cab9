import { Keymap, setIcon } from 'obsidian';
import { longDay } from '../../core/date/labels';
import { commandInfo, commandsFor, type TaskCommand } from '../../core/list/command-info';
import { keyOf } from '../../core/list/keys';
import { describeProblem, isRepairable } from '../../core/line/problems';
import type { TaskItem } from '../../core/note/task-item';
import type { NoteFacts } from '../../core/note/meeting';
import { resolveSource } from '../source-link';
import { addCopies, addDecided } from './copies-section';
import { addEvidence } from './evidence';
import type { MarkdownText } from './markdown-text';
import type { ViewServices } from './services';
import { fillMeta } from './task-meta';

/** What the card asks of the view. */
export interface DetailActions {
  run(command: TaskCommand | 'open', trigger: HTMLElement): void;
  close(): void;
}

/** The card of the task under the cursor: all of its text, where it comes from, and what can be done. */
export class DetailCard {
  readonly el: HTMLElement;
  private item: TaskItem | null = null;
  private revision = -1;

  constructor(
    parent: HTMLElement,
    private readonly services: ViewServices,
    private readonly markdown: MarkdownText,
    private readonly actions: DetailActions,
  ) {
    this.el = parent.createEl('section', { cls: 'meeting-tasks-detail', attr: { 'aria-label': 'Details' } });
    this.el.hide();
  }

  /** Shows a task, or hides the card with `null`. `others` is how many further tasks are selected. */
  show(item: TaskItem | null, selected: number): void {
    const { revision } = this.services.index;
    this.el.toggle(item !== null);
    const same =
      this.item === item && this.revision === revision && this.el.dataset['selected'] === String(selected);
    if (!item || same) {
      this.item = item;
      return;
    }
    this.item = item;
    this.revision = revision;
    this.el.dataset['selected'] = String(selected);
    this.el.empty();
    this.addHead(item);
    this.addButtons(item, selected);
    const decided = this.services.copies.decidedBy(item);
    if (decided) addDecided(this.el, decided, this.services);
    const group = this.services.copies.groupOf(item);
    if (group) addCopies(this.el, item, group, this.services);
    this.addSource(item);
    this.addProblems(item);
    const box = this.el.createDiv();
    void addEvidence(box, item, this.services, () => box.isConnected, false);
  }

  private addHead(item: TaskItem): void {
    const head = this.el.createDiv({ cls: 'meeting-tasks-detail-head' });
    const text = head.createDiv({ cls: 'meeting-tasks-detail-text', attr: { dir: 'auto' } });
    this.markdown.show(text, item.text || item.source.trim(), item.path, () => undefined);
    const close = head.createEl('button', {
      cls: 'clickable-icon',
      attr: { 'aria-label': 'Hide details', type: 'button' },
    });
    setIcon(close, 'x');
    close.addEventListener('click', () => this.actions.close());
    fillMeta(this.el.createDiv({ cls: 'meeting-tasks-meta' }), item, this.services, {
      meeting: false,
      owner: true,
    });
  }

  private addButtons(item: TaskItem, selected: number): void {
    const bar = this.el.createDiv({
      cls: 'meeting-tasks-buttons',
      attr: {
        role: 'toolbar',
        'aria-label': selected > 0 ? `Actions for ${selected} selected` : 'Actions',
      },
    });
    // The buttons act on the selection, which need not be the task shown here.
    if (selected > 0) bar.createDiv({ cls: 'meeting-tasks-selected', text: `${selected} selected` });
    commandsFor(item.state).forEach((command, position) => {
      const { label, icon } = commandInfo(command, item.state);
      const button = bar.createEl('button', {
        attr: { type: 'button', 'data-command': command, 'aria-label': label },
      });
      if (position === 0) button.addClass('mod-cta');
      // Where there is little room only the first two say in words what they do.
      button.toggleClass('mod-secondary', position > 1);
      setIcon(button.createSpan({ attr: { 'aria-hidden': 'true' } }), icon);
      button.createSpan({ cls: 'meeting-tasks-button-label', text: label });
      this.addKey(button, command);
      button.addEventListener('click', () => this.actions.run(command, button));
    });
  }

  /** The key of a command, where keys decide. */
  private addKey(button: HTMLElement, command: TaskCommand): void {
    const key = keyOf(command);
    if (!key || !this.services.settings().singleKeys) return;
    button.createEl('kbd', { text: key, attr: { 'aria-hidden': 'true' } });
  }

  private addSource(item: TaskItem): void {
    const facts = this.services.index.note(item.path)?.facts;
    if (!facts) return;
    const list = this.el.createEl('dl', { cls: 'meeting-tasks-facts' });
    const title = this.addFact(list, facts.kind === 'meeting' ? 'Meeting' : 'Note');
    const link = title.createEl('a', {
      text: facts.title,
      cls: 'meeting-tasks-open',
      attr: { href: '#', dir: 'auto' },
    });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.services.openLine(item.path, item.line, Keymap.isModEvent(event) !== false);
    });
    if (item.heading) title.createSpan({ cls: 'meeting-tasks-faint', text: ` › ${item.heading}` });
    if (facts.date) {
      this.addFact(list, 'Date').setText(longDay(facts.date, this.services.today(), this.services.locale));
    }
    if (facts.people.length > 0) this.addFact(list, 'People').setText(facts.people.join(', '));
    if (facts.sourceRef) this.addTranscript(this.addFact(list, 'Source'), facts, item.path);
  }

  private addFact(list: HTMLElement, name: string): HTMLElement {
    list.createEl('dt', { text: name });
    return list.createEl('dd', { attr: { dir: 'auto' } });
  }

  private addTranscript(el: HTMLElement, facts: NoteFacts, path: string): void {
    const source = resolveSource(this.services.app, facts.sourceRef, path);
    if (source.kind === 'missing') {
      el.createSpan({ text: source.label });
      el.createSpan({ cls: 'meeting-tasks-faint', text: ' (not in this vault)' });
      return;
    }
    const href = source.kind === 'web' ? source.url : '#';
    const link = el.createEl('a', { text: source.label, attr: { href, rel: 'noopener' } });
    if (source.kind === 'web') return link.setAttr('target', '_blank');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.services.openLine(source.path, 0, Keymap.isModEvent(event) !== false);
    });
  }

  private addProblems(item: TaskItem): void {
    if (item.problems.length === 0) return;
    const list = this.el.createEl('ul', { cls: 'meeting-tasks-problems' });
    for (const problem of item.problems) list.createEl('li', { text: describeProblem(problem) });
    if (!item.problems.some(isRepairable)) return;
    const { label, icon } = commandInfo('repair');
    const button = this.el.createEl('button', {
      cls: 'meeting-tasks-repair',
      attr: { type: 'button', 'data-command': 'repair' },
    });
    setIcon(button.createSpan({ attr: { 'aria-hidden': 'true' } }), icon);
    button.createSpan({ text: label });
    this.addKey(button, 'repair');
    button.addEventListener('click', () => this.actions.run('repair', button));
  }
}
