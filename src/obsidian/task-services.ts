import type { App } from 'obsidian';
import { parseDay, type Weekday } from '../core/date/day';
import { shortDay } from '../core/date/labels';
import { acceptedDays } from '../core/edit/accepted';
import type { ChangeHistory, Reversal } from '../core/edit/history';
import type { NoteIndex } from '../core/index/note-index';
import type { OwnNames } from '../core/index/own-names';
import { makePeople, type People } from '../core/index/people';
import type { ListState } from '../core/list/list-state';
import { type Accounts, makeAccounts, peopleOf } from '../core/people/accounts';
import { type Settings, weekStartOf } from '../core/settings';
import { makeCache } from './cached';
import type { Clock } from './clock';
import type { CommandServices } from './commands';
import { type Copies, separationsOf } from './copies';
import type { VaultFeed } from './feed';
import type { Hush } from './hush';
import type { Journal } from './journal';
import { appLocale, localeWeekStart } from './locale';
import { openLine } from './open-line';
import type { OpenNote } from './open-note';
import { openSettingsTab } from './open-settings';
import { makePersonActions } from './person-actions';
import type { Reporter } from './reporter';
import { keepSaid } from './said';
import type { SettingsStore } from './settings/settings-store';
import type { TaskActions, Target } from './task-actions';
import { type BulkRequest, openBulk } from './view/bulk-modal';
import { openHistory } from './view/history-modal';
import { TASK_VIEW, TaskView } from './view/task-view';
import { failureTexts } from '../core/edit/bulk';
import { countOf, imperative, pastTense } from '../core/edit/wording';
import { sameVerb, type Step } from '../core/edit/plan-verbs';
import type { Verb, VerbContext } from '../core/edit/verb';

/** What the services are made of. */
export interface Parts {
  readonly app: App;
  readonly index: NoteIndex;
  readonly feed: VaultFeed;
  readonly clock: Clock;
  readonly store: SettingsStore;
  readonly actions: TaskActions;
  readonly history: ChangeHistory;
  readonly copies: Copies;
  readonly hush: Hush;
  readonly openNote: OpenNote;
  readonly reporter: Reporter;
  readonly journal: Journal;
  readonly pluginId: string;
  readonly verbContext: () => VerbContext;
  readonly taskTag: () => string;
  readonly ownNames: OwnNames;
}

/** From how many lines on a change is shown before it is made. */
const PREVIEW_FROM = 25;

/** The services that views and commands are given. */
export function makeTaskServices(parts: Parts): CommandServices {
  const { app, index, feed, clock, store, actions, history, copies, hush, openNote } = parts;
  const { ownNames, verbContext, taskTag } = parts;
  const { today } = clock;
  const locale = appLocale();
  let localeStart: Weekday | null = null;
  const cachedPeople = makeCache<People>();
  const cachedAccounts = makeCache<Accounts>();
  const followed = makeCache<void>();

  const settings = (): Settings => store.current;
  const factsOf = (path: string) => index.note(path)?.facts;
  const showView = async (state: Partial<ListState>): Promise<void> => {
    const leaf = await app.workspace.ensureSideLeaf(TASK_VIEW, 'right', { active: true, reveal: true });
    if (leaf.view instanceof TaskView) leaf.view.show(state);
  };

  /** The people of the vault; others only when somebody who was asked for is somebody else now. */
  const people = (): People => {
    const { mergedNames } = settings();
    // While notes are read, names stay as they were: to look all of them up again and again would take half the time.
    const revision = feed.status.kind === 'loading' ? 0 : index.names.revision;
    return cachedPeople([revision, mergedNames], (before) =>
      before?.follow(mergedNames) ? before : makePeople(index, mergedNames),
    );
  };

  /** What is open with each person; made anew only when names or the day have changed, else followed note by note. */
  const accounts = (): Accounts => {
    const context = { people: people(), today: today(), ownNames: ownNames.keys };
    const all = cachedAccounts(Object.values(context), () => makeAccounts([], context));
    followed([all, index.revision], () => all.update(index.notes()));
    return all;
  };

  const dayLabel = (text: string): string => {
    const day = parseDay(text);
    return day ? shortDay(day, today(), locale) : text;
  };

  const said = keepSaid(parts);
  const persons = makePersonActions({
    ...parts,
    said,
    today,
    accounts,
    factsOf,
    dayLabel,
    ownersOf: ({ path, owners }) => owners.names.map((name) => people().nameOf(name, factsOf(path))),
  });

  const preview: CommandServices['preview'] = (title, label, plan, verb = 'Write', kind = 'reschedule') => {
    const remarks = failureTexts(plan.refused);
    if (plan.unchanged > 0) remarks.push(`${countOf(plan.unchanged, 'line')} already as wished.`);
    return new Promise((resolve) => {
      const request: BulkRequest = {
        title,
        verb,
        notes: plan.notes(),
        remarks,
        apply: (notes, progress) => actions.apply(label, notes, progress, [kind]),
        undo: (id) => void actions.undo(id),
      };
      openBulk(app, request, resolve);
    });
  };

  /** Shows what a verb would do to lines before it is done. Resolves to the number of lines that changed. */
  const runBulk = async (verb: Verb, steps: readonly Step<Target>[]): Promise<number> => {
    const plan = await actions.plan(steps);
    const title = `${imperative(verb)} ${countOf(steps.length, 'task')}`;
    return preview(title, pastTense(verb), plan, imperative(verb), verb.kind);
  };
  const runSteps = (
    verb: Verb,
    steps: readonly Step<Target>[],
    showFirst = steps.length >= PREVIEW_FROM,
  ): Promise<number> => (showFirst ? runBulk(verb, steps) : actions.runSteps(pastTense(verb), steps));

  const takeBack = async (kind: Reversal, id?: string): Promise<void> => {
    await actions.idle;
    if (id || !said.takeBack(kind)) await actions[kind](id);
  };

  const services: CommandServices = {
    app,
    index,
    locale,
    persons,
    settings,
    today,
    people,
    accounts,
    dayLabel,
    preview,
    runSteps,
    copies,
    lineRules: () => verbContext().rules,
    weekStart: () => weekStartOf(settings(), (localeStart ??= localeWeekStart())),
    openNote: openNote.entry,
    peopleHere() {
      const facts = openNote.entry()?.facts;
      if (!facts) return [];
      const names = peopleOf(facts, { people: people(), ownNames: ownNames.keys });
      // Any note without people looks like somebody's page.
      return facts.kind === 'meeting' ? names : names.filter((name) => accounts().has(name));
    },
    onOpenNote: openNote.onChange,
    acceptedDays: () => acceptedDays(history.entries()),
    feedStatus: () => feed.status,
    readFailures: () => feed.failures(),
    run: (verb, targets) => runSteps(verb, sameVerb(verb, targets)),
    apply: async (label, notes) => (await actions.apply(label, notes)).changedLines,
    verbContext,
    taskTag,
    changeSettings: store.update,
    separate: (item, group) =>
      said.keep(
        { notSame: [...settings().notSame, ...separationsOf(item, group)] },
        'told apart',
        `Not a copy any more: ${item.text}`,
      ),
    lastChange: () => history.latest('undo')?.id,
    undo: (id) => takeBack('undo', id),
    redo: () => void takeBack('redo'),
    openHistory: () => openHistory(services, parts),
    openSettings: () => openSettingsTab(app, parts.pluginId),
    openLine: (path, line, newTab) => void openLine(app, path, line, newTab),
    openView: (tab, state = {}) => void showView({ ...state, tab }),
    onChange(listener) {
      const { tell, end } = hush.wrap(listener);
      const ends = [
        end,
        index.subscribe(tell),
        copies.subscribe(tell),
        feed.onStatus(tell),
        store.subscribe(tell),
        clock.onNewDay(tell),
      ];
      return () => ends.forEach((end) => end());
    },
  };
  return services;
}
