import { type ButtonComponent, Component, Setting } from 'obsidian';
import { mediumDay } from '../../core/date/labels';
import type { Verb } from '../../core/edit/verb';
import { countOf } from '../../core/edit/wording';
import { commandInfo, commandsFor, isTaskCommand } from '../../core/list/command-info';
import type { ListCommand } from '../../core/list/keys';
import { type TaskItem, taskKey } from '../../core/note/task-item';
import { back, currentKey, decide, type Pass, rekey, restart, skip, takeBack } from '../../core/pass/pass';
import { addButton, openDialog } from './dialog';
import { add, addFact, AUTO, consume, STATUS } from './dom';
import { commandButton } from './icon-button';
import { commandOfEvent } from './key-event';
import { MarkdownText } from './markdown-text';
import { findTask, isThereIn } from './review-store';
import { runOnCards } from './run-on-cards';
import type { ViewServices } from './services';
import { fillMeta } from './task-meta';
import { askAndRun } from './task-prompt';

/** A walk through tasks, one at a time: what it is called, what it keeps, and what is shown around the card. */
export interface PassHost<D extends string> {
  readonly services: ViewServices;
  /** On the button that decides nothing. */
  readonly skipLabel: string;
  pass(): Pass<D>;
  /** Keeps the pass, so that it can be gone on with another day. */
  keep(pass: Pass<D>): void;
  title(): string;
  /** How far it is, in words. */
  progress(): string;
  /** What a verb means in this walk; nothing when the task is still to be decided on afterwards. */
  outcome(verb: Verb): D | undefined;
  /** What else helps to decide; `isShown` tells whether the task is still the one on the card. */
  evidence?(el: HTMLElement, item: TaskItem, isShown: () => boolean): void;
  /** How often each thing was done, for the end. */
  tally(): readonly (readonly [name: string, count: number])[];
  /** Adds buttons for the end; returns the likeliest one. */
  addEnd(footer: Setting, walk: PassWalk<D>): ButtonComponent;
}

/** What a host can make the walk do. */
export interface PassWalk<D extends string> {
  go(pass: Pass<D>): void;
  close(): void;
}

/** Shows one task after the other, large; one key or button decides, and the next one comes at once. */
export function openPass<D extends string>(host: PassHost<D>): void {
  const { services } = host;
  const modal = openDialog(services.app, host.title(), 'review');
  const { contentEl, modalEl } = modal;
  const life = new Component();
  const markdown = life.addChild(new MarkdownText(services.app));
  const isThere = isThereIn(services);
  let busy = false;
  // How the pass goes back behind each change since this was opened, and which change it was: only these does undo take
  // back, whatever was done elsewhere meanwhile.
  const made: (readonly [before: (pass: Pass<D>) => Pass<D>, id: string | undefined])[] = [];

  /** Whether a dialog above this one has the focus. It must keep it, and find its way back to what had it here. */
  const isBehind = (): boolean => {
    const { activeElement, body } = contentEl.doc;
    return activeElement !== body && !modalEl.contains(activeElement);
  };
  const go = (pass: Pass<D>): void => {
    try {
      host.keep(pass);
    } catch {
      // No room: it goes on, and only cannot be gone on with another day.
    }
    show();
  };
  const current = (): TaskItem | null => {
    const key = currentKey(host.pass());
    return key === null ? null : findTask(services, key);
  };

  /** Goes on only when the line was written: what failed is still to be decided. */
  const carryOut = (verb: Verb, item: TaskItem): void =>
    runOnCards(verb, [item], services, (_, steps) => {
      busy = true;
      const running = services.runSteps(verb, steps).finally(() => (busy = false));
      void running.then((changed) => {
        if (changed === 0) return show();
        const id = services.lastChange();
        const outcome = host.outcome(verb);
        const pass = host.pass();
        if (outcome) {
          made.push([takeBack, id]);
          const day = 'day' in verb ? verb.day : null;
          const detail = day ? mediumDay(day, services.today(), services.locale) : '';
          return go(decide(pass, outcome, isThere, detail));
        }
        // The same line says something else now, and is still the one to decide on.
        const changedItem = services.index.note(item.path)?.tasks.find(({ line }) => line === item.line);
        const [from, to] = [taskKey(item), taskKey(changedItem ?? item)];
        made.push([(later) => rekey(later, to, from), id]);
        go(rekey(pass, from, to));
      });
    });
  const undo = async (): Promise<void> => {
    const [before, id] = made.pop() ?? [];
    if (!before) return;
    busy = true;
    await services.undo(id);
    busy = false;
    go(before(host.pass()));
  };
  const execute = (command: ListCommand): void => {
    if (busy) return;
    if (command === 'undo') return void undo();
    if (command === 'skip' || command === 'down') return go(skip(host.pass(), isThere));
    if (command === 'up') return go(back(host.pass(), isThere));
    const item = current();
    if (!item) return;
    if (command === 'open') {
      modal.close();
      return services.openLine(item.path, item.line, false);
    }
    if (!isTaskCommand(command) || ![...commandsFor(item.state), 'snooze'].includes(command)) return;
    askAndRun(command, [item], services, contentEl, (verb) => carryOut(verb, item));
  };

  const showCard = (item: TaskItem | null): void => {
    const focused = (contentEl.doc.activeElement as HTMLElement | null)?.dataset['command'];
    contentEl.empty();
    const { position, queue } = host.pass();
    add(contentEl, 'div.review-head', host.progress(), STATUS);
    add(contentEl, 'progress', '', { max: queue.length, value: position, 'aria-label': 'Progress' });
    const card = add(contentEl, 'div.review-card');
    const text = add(card, 'div.detail-text', '', AUTO);
    const buttons = add(contentEl, 'div.buttons');
    const addAction = (label: string, command: ListCommand) =>
      commandButton(buttons, command, { label }, services, () => execute(command));
    if (item) {
      markdown.show(text, item.text || item.source.trim(), item.path, () => undefined);
      fillMeta(add(card, 'div.meta'), item, services, { meeting: true, owner: true });
      for (const command of commandsFor(item.state))
        addAction(commandInfo(command, item.state).label, command);
      host.evidence?.(add(contentEl, 'div.evidence'), item, () => card.isConnected);
    } else text.setText('This task was changed elsewhere.');
    addAction(host.skipLabel, 'skip');
    addAction('Back', 'up');
    addAction('Undo', 'undo');
    const same = focused && buttons.querySelector<HTMLElement>(`[data-command="${focused}"]`);
    (same || buttons.querySelector('button'))?.focus();
  };
  const show = (): void => {
    modal.setTitle(host.title());
    if (currentKey(host.pass()) !== null) return showCard(current());
    contentEl.empty();
    const list = add(contentEl, 'dl.review-summary');
    for (const [name, count] of host.tally()) addFact(list, name, countOf(count, 'task'));
    const footer = new Setting(contentEl);
    const rest = restart(host.pass(), isThere);
    if (currentKey(rest) !== null) addButton(footer, 'Go through the rest', () => go(rest));
    const likeliest = host.addEnd(footer, { go, close: () => modal.close() });
    likeliest.setCta().buttonEl.focus();
  };

  modalEl.addEventListener('keydown', (event) => {
    // Space, Enter and Escape are for the buttons and the dialog.
    if ([' ', 'Enter', 'Escape'].includes(event.key)) return;
    const command = commandOfEvent(event, services.settings().singleKeys);
    if (!command) return;
    consume(event);
    execute(command);
  });
  modal.onClose = () => life.unload();
  life.load();
  // A note that changes meanwhile may take the task that is shown away, or change it.
  life.register(services.onChange(() => busy || isBehind() || show()));
  go(host.pass());
}
