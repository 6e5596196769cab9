import type { App } from 'obsidian';
import { type Day, parseDay } from '../core/date/day';
import { shortDay } from '../core/date/labels';
import { acceptedDays } from '../core/edit/accepted';
import type { ChangeHistory } from '../core/edit/history';
import type { NoteIndex } from '../core/index/note-index';
import { makePeople, type People } from '../core/index/people';
import type { CopyGroup } from '../core/triage/copy-members';
import type { ListState, Tab } from '../core/list/list-state';
import { type LineRules } from '../core/line/rules';
import type { NoteEntry } from '../core/note/read-note';
import type { TaskItem } from '../core/note/task-item';
import { type Accounts, makeAccounts, peopleOf } from '../core/people/accounts';
import { type Settings, weekStartOf } from '../core/settings';
import { Cached } from './cached';
import type { Clock } from './clock';
import type { CommandServices } from './commands';
import { type Copies, type CopyFacts, separationsOf } from './copies';
import type { VaultFeed } from './feed';
import type { Hush } from './hush';
import type { FeedStatus, ReadFailure } from './feed-types';
import type { Journal } from './journal';
import { appLocale, localeWeekStart } from './locale';
import { openLine } from './open-line';
import type { OpenNote } from './open-note';
import { openSettingsTab } from './open-settings';
import { makePersonActions, type PersonActions } from './person-actions';
import type { Reporter } from './reporter';
import type { SettingsStore } from './settings/settings-store';
import type { TaskActions, Target } from './task-actions';
import { type BulkRequest, openBulk } from './view/bulk-modal';
import { openHistory } from './view/history-modal';
import { TASK_VIEW, TaskView } from './view/task-view';
import { type BulkPlan, failureTexts, type NoteChanges } from '../core/edit/bulk';
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
  lineRules(): LineRules;
  taskTag(): string;
  /** The `nameKey`s of all names of the user. */
  ownNames(): ReadonlySet<string>;
}

/** From how many lines on a change is shown before it is made. */
const PREVIEW_FROM = 25;

/** The services that views and commands are given. */
export class TaskServices implements CommandServices {
  readonly app: App;
  readonly index: NoteIndex;
  readonly copies: CopyFacts;
  readonly locale = appLocale();
  private readonly localeStart = localeWeekStart();
  readonly persons: PersonActions;
  private readonly cachedPeople = new Cached<People>();
  private readonly cachedAccounts = new Cached<Accounts>();
  private readonly followed = new Cached<void>();

  constructor(private readonly parts: Parts) {
    this.app = parts.app;
    this.index = parts.index;
    this.copies = parts.copies;
    this.persons = makePersonActions({
      ...parts,
      acts: () => parts.actions.acts,
      today: () => this.today(),
      accounts: () => this.accounts(),
      factsOf: (path) => this.index.note(path)?.facts,
      ownersOf: (item) => this.ownersOf(item),
      dayLabel: (day) => this.dayLabel(day),
    });
  }

  settings(): Settings {
    return this.parts.store.current;
  }

  lineRules(): LineRules {
    return this.parts.lineRules();
  }

  today() {
    return this.parts.clock.today();
  }

  weekStart() {
    return weekStartOf(this.settings(), this.localeStart);
  }

  /** The people of the vault; made anew only when what notes say about them has changed, or names have. */
  people(): People {
    const { mergedNames } = this.settings();
    return this.cachedPeople.get([this.index.peopleRevision, mergedNames], () => {
      return makePeople(this.index.notes(), mergedNames);
    });
  }

  /** What is open with each person; made anew only when names or the day have changed, else followed note by note. */
  accounts(): Accounts {
    const context = { people: this.people(), today: this.today(), ownNames: this.parts.ownNames() };
    const accounts = this.cachedAccounts.get(Object.values(context), () => makeAccounts([], context));
    this.followed.get([accounts, this.index.revision], () => accounts.update(this.index.notes()));
    return accounts;
  }

  openNote(): NoteEntry | null {
    return this.parts.openNote.entry();
  }

  peopleHere(): readonly string[] {
    const facts = this.openNote()?.facts;
    if (!facts) return [];
    const names = peopleOf(facts, { people: this.people(), ownNames: this.parts.ownNames() });
    // Any note without people looks like somebody's page.
    return facts.kind === 'meeting' ? names : names.filter((name) => this.accounts().has(name));
  }

  onOpenNote(listener: () => void): () => void {
    return this.parts.openNote.onChange(listener);
  }

  acceptedDays(): readonly Day[] {
    return acceptedDays(this.parts.history.entries());
  }

  dayLabel(text: string): string {
    const day = parseDay(text);
    return day ? shortDay(day, this.today(), this.locale) : text;
  }

  feedStatus(): FeedStatus {
    return this.parts.feed.status;
  }

  readFailures(): ReadFailure[] {
    return this.parts.feed.failures();
  }

  run(verb: Verb, targets: readonly Target[]): Promise<number> {
    return this.runSteps(verb, sameVerb(verb, targets));
  }

  runSteps(
    verb: Verb,
    steps: readonly Step<Target>[],
    showFirst = steps.length >= PREVIEW_FROM,
  ): Promise<number> {
    return !showFirst ? this.parts.actions.runSteps(pastTense(verb), steps) : this.runBulk(verb, steps);
  }

  /** Shows what a verb would do to lines before it is done. Resolves to the number of lines that changed. */
  async runBulk(verb: Verb, steps: readonly Step<Target>[]): Promise<number> {
    const plan = await this.parts.actions.plan(steps);
    const title = `${imperative(verb)} ${countOf(steps.length, 'task')}`;
    return this.preview(title, pastTense(verb), plan, imperative(verb), verb.kind);
  }

  preview(
    title: string,
    label: string,
    plan: BulkPlan,
    verb = 'Write',
    kind = 'reschedule',
  ): Promise<number> {
    const { app, actions } = this.parts;
    const remarks = failureTexts(plan.refused);
    if (plan.unchanged > 0) remarks.push(`${countOf(plan.unchanged, 'line')} already as wished.`);
    return new Promise((resolve) => {
      const request: BulkRequest = {
        title,
        verb,
        notes: plan.notes(),
        remarks,
        apply: (notes, progress) => actions.apply(label, notes, progress, [kind]),
        undo: () => void actions.undo(),
      };
      openBulk(app, request, resolve);
    });
  }

  async apply(label: string, notes: readonly NoteChanges[]): Promise<number> {
    return (await this.parts.actions.apply(label, notes)).changedLines;
  }

  verbContext(): VerbContext {
    return { rules: this.lineRules(), today: this.today() };
  }

  taskTag(): string {
    return this.parts.taskTag();
  }

  changeSettings(changes: Partial<Settings>): Promise<void> {
    return this.parts.store.update(changes);
  }

  separate(item: TaskItem, group: CopyGroup): void {
    const { store } = this.parts;
    void store.update({ notSame: [...store.current.notSame, ...separationsOf(item, group)] });
  }

  async undo(): Promise<void> {
    if (!this.persons.undoMerge()) await this.parts.actions.undo();
  }

  redo(): void {
    void this.parts.actions.redo();
  }

  openHistory(): void {
    openHistory(this, this.parts);
  }

  openSettings(): void {
    openSettingsTab(this.app, this.parts.pluginId);
  }

  openLine(path: string, line: number, newTab: boolean): void {
    void openLine(this.app, path, line, newTab);
  }

  openView(tab: Tab, state: Partial<ListState> = {}): void {
    void this.showView({ ...state, tab });
  }

  onChange(listener: () => void): () => void {
    const { index, feed, store, clock, copies, hush } = this.parts;
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
  }

  private ownersOf({ path, owners }: TaskItem): string[] {
    return owners.names.map((name) => this.people().nameOf(name, this.index.note(path)?.facts));
  }

  private async showView(state: Partial<ListState>): Promise<void> {
    const { workspace } = this.app;
    const leaf = await workspace.ensureSideLeaf(TASK_VIEW, 'right', { active: true, reveal: true });
    if (leaf.view instanceof TaskView) leaf.view.show(state);
  }
}
