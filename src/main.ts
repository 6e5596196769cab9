import { Plugin } from 'obsidian';
import { ChangeHistory } from './core/edit/history';
import { NoteIndex } from './core/index/note-index';
import { lineRules, ownNameKeys } from './core/settings';
import { Clock } from './obsidian/clock';
import { makeCommands } from './obsidian/commands';
import { type FeedRules, VaultFeed } from './obsidian/feed';
import { NoteWriter } from './obsidian/note-writer';
import { makePlanCommands } from './obsidian/plan-palette';
import { makeRepairCommands } from './obsidian/repair-commands';
import { NoticeReporter } from './obsidian/reporter';
import { SettingsStore } from './obsidian/settings/settings-store';
import { TaskSettingTab } from './obsidian/settings/settings-tab';
import { TaskActions } from './obsidian/task-actions';
import { TaskServices } from './obsidian/task-services';
import { TasksPlugin } from './obsidian/tasks-plugin';
import { surveyTypes } from './obsidian/type-survey';
import { TASK_VIEW, TaskView } from './obsidian/view/task-view';

/** Builds the parts, connects and registers them. Nothing else happens here, and nobody imports this class. */
export default class MeetingTasksPlugin extends Plugin {
  private store: SettingsStore | null = null;
  private services: TaskServices | null = null;

  override async onload(): Promise<void> {
    const { app } = this;
    const store = new SettingsStore(this);
    await store.load();
    const clock = this.addChild(new Clock());
    const index = new NoteIndex();
    const history = new ChangeHistory();

    const tasks = this.addChild(new TasksPlugin(app, clock));
    let rules = feedRules(store, tasks);
    const feed = this.addChild(new VaultFeed(app, index, () => rules));
    const readAnew = (): void => {
      rules = feedRules(store, tasks);
      if (feed.status.kind !== 'cold') void feed.rescan();
    };
    this.register(store.subscribe(readAnew));
    this.register(tasks.onChange(readAnew));
    this.register(feed.onRename((from, to) => history.rename(from, to)));

    const actions = new TaskActions(
      new NoteWriter(app),
      history,
      () => ({ rules: rules.read.line, today: clock.today() }),
      (path) => feed.refresh(path),
      new NoticeReporter(),
    );
    const services = new TaskServices({
      app,
      index,
      feed,
      clock,
      store,
      actions,
      pluginId: this.manifest.id,
      lineRules: () => rules.read.line,
      taskTag: () => tasks.settings?.globalFilter ?? '',
    });

    this.registerView(TASK_VIEW, (leaf) => new TaskView(leaf, services));
    this.addRibbonIcon('list-checks', 'Open triage', () => services.openView('triage'));
    const repair = {
      app,
      scope: () => rules.scope,
      apply: actions.apply.bind(actions),
      undo: () => void actions.undo(),
    };
    const commands = [makeCommands(services), makePlanCommands(services), makeRepairCommands(repair)];
    for (const command of commands.flat()) this.addCommand(command);
    const countTypes = () => surveyTypes(app, store.current, store.current.proposedSymbol);
    this.addSettingTab(new TaskSettingTab(app, this, store, countTypes, tasks));
    this.store = store;
    this.services = services;
  }

  override onUserEnable(): void {
    this.services?.openView('triage');
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.store?.reload();
  }
}

function feedRules(store: SettingsStore, tasks: TasksPlugin): FeedRules {
  const settings = store.current;
  const line = lineRules(settings, tasks.settings);
  return { scope: settings, read: { line, ownNames: ownNameKeys(settings) } };
}
