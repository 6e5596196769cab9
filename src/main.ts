import { debounce, Platform, Plugin } from 'obsidian';
import { ChangeHistory } from './core/edit/history';
import { NoteIndex } from './core/index/note-index';
import { makeOwnNames, type OwnNames } from './core/index/own-names';
import { lineRules, ownNameKeys, readingKey } from './core/settings';
import { decisionsIn } from './core/triage/remembered';
import { startClock } from './obsidian/clock';
import { type CommandServices, makeCommands } from './obsidian/commands';
import { Copies } from './obsidian/copies';
import { VaultFeed } from './obsidian/feed';
import type { FeedRules } from './obsidian/feed-types';
import { Hush } from './obsidian/hush';
import { liveButtons } from './obsidian/in-note/live-preview';
import { showNoteHeaders } from './obsidian/in-note/note-header';
import { readingButtons } from './obsidian/in-note/reading-view';
import { Journal } from './obsidian/journal';
import { makeNoteCache } from './obsidian/note-cache';
import { NoteWriter } from './obsidian/note-writer';
import { OpenNote } from './obsidian/open-note';
import { makePersonCommands } from './obsidian/person-commands';
import { makePlanCommands } from './obsidian/plan-palette';
import { makeRepairCommands } from './obsidian/repair-commands';
import { makeReporter } from './obsidian/reporter';
import { SettingsStore } from './obsidian/settings/settings-store';
import { TaskSettingTab } from './obsidian/settings/settings-tab';
import { fillStatusBar } from './obsidian/status-bar';
import { TaskActions } from './obsidian/task-actions';
import { makeTaskServices } from './obsidian/task-services';
import { followTasks, type TasksPlugin } from './obsidian/tasks-plugin';
import { surveyTypes } from './obsidian/type-survey';
import { TASK_VIEW, TaskView } from './obsidian/view/task-view';

/** Builds the parts, connects and registers them. Nothing else happens here, and nobody imports this class. */
export default class MeetingTasksPlugin extends Plugin {
  #store: SettingsStore | null = null;
  #services: CommandServices | null = null;

  override async onload(): Promise<void> {
    const { app } = this;
    const clock = startClock(this);
    const { id, dir = `${app.vault.configDir}/plugins/${id}` } = this.manifest;
    const store = new SettingsStore(this, dir, () => clock.stamp().at);
    await store.load();
    const index = new NoteIndex();
    const ownNames = makeOwnNames(index);
    const reporter = makeReporter();
    const history = new ChangeHistory(() => clock.stamp());
    const journal = new Journal(app, dir, history, (message) => reporter.say(message));

    const tasks = followTasks(this, app, clock);
    let rules = feedRules(store, tasks, ownNames);
    const readAs = () => JSON.stringify([this.manifest.version, readingKey(store.current), tasks.settings]);
    const kept = makeNoteCache(app, index, id, readAs, ownNames);
    this.register(() => kept.end());
    const feed = this.addChild(new VaultFeed(app, index, () => rules, kept));
    const openNote = this.addChild(new OpenNote(app, () => rules.read));
    let reading = readingKey(store.current);
    const readAnew = (): void => {
      rules = feedRules(store, tasks, ownNames);
      if (feed.status.kind !== 'cold') void feed.rescan();
    };
    this.register(
      store.subscribe(() => {
        const before = reading;
        reading = readingKey(store.current);
        if (reading !== before) readAnew();
      }),
    );
    this.register(tasks.onChange(readAnew));
    this.register(feed.onRename((from, to) => history.rename(from, to)));

    const copySources = () => ({
      duplicateTag: store.current.duplicateTag,
      separations: store.current.notSame,
      remembered: decisionsIn(history.entries(), rules.read.line),
    });
    const hush = new Hush();
    const copies = this.addChild(new Copies(index, copySources, hush, feed));
    this.register(store.subscribe(() => copies.refresh()));
    // What is decided shows in the notes at once; the history is asked for what is gone from them.
    this.register(history.subscribe(debounce(() => copies.refresh(), 3000, true)));
    app.workspace.onLayoutReady(() => void journal.ready());

    const actions = new TaskActions(
      new NoteWriter(app, feed),
      history,
      () => ({ rules: rules.read.line, today: clock.today() }),
      (path) => feed.refresh(path),
      reporter,
      {
        ready: () => journal.ready(),
        settled: () => journal.settled(),
        exists: (path) => app.vault.getFileByPath(path) !== null,
        show: () => services.openHistory(),
      },
      hush,
    );
    const services: CommandServices = makeTaskServices({
      app,
      index,
      feed,
      clock,
      store,
      actions,
      history,
      copies,
      hush,
      openNote,
      reporter,
      journal,
      pluginId: id,
      lineRules: () => rules.read.line,
      taskTag: () => tasks.settings?.globalFilter ?? '',
      ownNames: () => ownNames.keys,
    });

    this.registerView(TASK_VIEW, (leaf) => new TaskView(leaf, services));
    this.addRibbonIcon('list-checks', 'Open triage', () => services.openView('triage'));
    const repair = {
      app,
      scope: () => rules.scope,
      apply: actions.apply.bind(actions),
      undo: () => void actions.undo(),
    };
    for (const command of [
      ...makeCommands(services),
      ...makePersonCommands(services),
      ...makePlanCommands(services),
      ...makeRepairCommands(repair),
    ])
      this.addCommand(command);
    this.registerEditorExtension(liveButtons(services));
    this.registerMarkdownPostProcessor(readingButtons(services));
    showNoteHeaders(this, services);
    // There is no status bar on phones and tablets.
    if (!Platform.isMobile) fillStatusBar(this, this.addStatusBarItem(), services);
    const countTypes = () => surveyTypes(app, store.current, store.current.proposedSymbol);
    this.addSettingTab(new TaskSettingTab(app, this, store, countTypes, tasks));
    this.#store = store;
    this.#services = services;
  }

  override onUserEnable(): void {
    this.#services?.openView('triage');
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#store?.reload();
  }
}

function feedRules(store: SettingsStore, tasks: TasksPlugin, ownNames: OwnNames): FeedRules {
  const settings = store.current;
  const line = lineRules(settings, tasks.settings);
  ownNames.setOwn(ownNameKeys(settings));
  const read = {
    line,
    // Asked anew for each note: a profile note that was just read may add names.
    get ownNames() {
      return ownNames.keys;
    },
  };
  return { scope: settings, read };
}
