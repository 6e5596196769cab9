import type { App } from 'obsidian';
import { parseDay } from '../core/date/day';
import { shortDay } from '../core/date/labels';
import type { NoteIndex } from '../core/index/note-index';
import { People } from '../core/index/people';
import type { Tab } from '../core/list/list-state';
import { type LineRules } from '../core/line/rules';
import { type Settings, weekStartOf } from '../core/settings';
import type { Clock } from './clock';
import type { CommandServices } from './commands';
import type { FeedStatus, ReadFailure, VaultFeed } from './feed';
import { appLocale, localeWeekStart } from './locale';
import { openLine } from './open-line';
import { openSettingsTab } from './open-settings';
import type { SettingsStore } from './settings/settings-store';
import type { TaskActions, Target } from './task-actions';
import { BulkModal, type BulkRequest } from './view/bulk-modal';
import { TASK_VIEW, TaskView } from './view/task-view';
import { type BulkPlan, failureTexts, type NoteChanges } from '../core/edit/bulk';
import { countOf, imperative, pastTense } from '../core/edit/wording';
import type { Verb, VerbContext } from '../core/edit/verb';

/** What the services are made of. */
export interface Parts {
  readonly app: App;
  readonly index: NoteIndex;
  readonly feed: VaultFeed;
  readonly clock: Clock;
  readonly store: SettingsStore;
  readonly actions: TaskActions;
  readonly pluginId: string;
  lineRules(): LineRules;
  taskTag(): string;
}

/** From how many lines on a change is shown before it is made. */
const PREVIEW_FROM = 25;

/** The services that views and commands are given. */
export class TaskServices implements CommandServices {
  readonly app: App;
  readonly index: NoteIndex;
  readonly locale = appLocale();
  private readonly localeStart = localeWeekStart();
  private known: { readonly revision: number; readonly people: People } | null = null;

  constructor(private readonly parts: Parts) {
    this.app = parts.app;
    this.index = parts.index;
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

  /** The people of the vault; made anew only when notes have changed. */
  people(): People {
    const { revision } = this.index;
    if (this.known?.revision !== revision) this.known = { revision, people: new People(this.index.notes()) };
    return this.known.people;
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
    if (targets.length < PREVIEW_FROM) return this.parts.actions.run(verb, targets);
    return this.runBulk(verb, targets, '');
  }

  /** Shows what a verb would do to lines before it is done. Resolves to the number of lines that changed. */
  async runBulk(verb: Verb, targets: readonly Target[], title: string): Promise<number> {
    const plan = await this.parts.actions.plan(verb, targets);
    const heading = title || `${imperative(verb)} ${countOf(targets.length, 'task')}`;
    return this.preview(heading, pastTense(verb), plan, imperative(verb));
  }

  preview(title: string, label: string, plan: BulkPlan, verb = 'Write'): Promise<number> {
    const { app, actions } = this.parts;
    const remarks = failureTexts(plan.refused);
    if (plan.unchanged > 0) remarks.push(`${countOf(plan.unchanged, 'line')} already as wished.`);
    return new Promise((resolve) => {
      const request: BulkRequest = {
        title,
        verb,
        notes: plan.notes(),
        remarks,
        apply: (notes, progress) => actions.apply(label, notes, progress),
        undo: () => void actions.undo(),
      };
      new BulkModal(app, request, resolve).open();
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

  undo(): Promise<void> {
    return this.parts.actions.undo();
  }

  redo(): void {
    void this.parts.actions.redo();
  }

  openSettings(): void {
    openSettingsTab(this.app, this.parts.pluginId);
  }

  openLine(path: string, line: number, newTab: boolean): void {
    void openLine(this.app, path, line, newTab);
  }

  openView(tab: Tab): void {
    void this.showView(tab);
  }

  onChange(listener: () => void): () => void {
    const { index, feed, store, clock } = this.parts;
    const ends = [
      index.subscribe(listener),
      feed.onStatus(listener),
      store.subscribe(listener),
      clock.onNewDay(listener),
    ];
    return () => ends.forEach((end) => end());
  }

  private async showView(tab: Tab): Promise<void> {
    const { workspace } = this.app;
    const leaf = await workspace.ensureSideLeaf(TASK_VIEW, 'right', { active: true, reveal: true });
    if (leaf.view instanceof TaskView) leaf.view.showTab(tab);
  }
}
