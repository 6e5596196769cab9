import { debounce, Platform, Plugin } from 'obsidian';
import { ChangeHistory } from './core/edit/history';
import { NoteIndex } from './core/index/note-index';
import { makeOwnNames, type OwnNames } from './core/index/own-names';
import { lineRules, ownNameKeys, readingKey } from './core/settings';
import { decisionsIn } from './core/triage/remembered';
import { startClock } from './obsidian/clock';
import { type CommandServices, makeCommands } from './obsidian/commands';
import { followCopies } from './obsidian/copies';
import { VaultFeed } from './obsidian/feed';
import type { FeedRules } from './obsidian/feed-types';
import { makeHush } from './obsidian/hush';
import { liveButtons } from './obsidian/in-note/live-preview';
import { showNoteHeaders } from './obsidian/in-note/note-header';
import { readingButtons } from './obsidian/in-note/reading-view';
import { keepJournal } from './obsidian/journal';
import { makeNoteCache } from './obsidian/note-cache';
import { makeNoteWriter } from './obsidian/note-writer';
import { followOpenNote } from './obsidian/open-note';
import { makePersonCommands } from './obsidian/person-commands';
import { makePlanCommands } from './obsidian/plan-palette';
import { makeRepairCommands } from './obsidian/repair-commands';
import { makeReporter } from './obsidian/reporter';
import { makeSettingsStore, type SettingsStore } from './obsidian/settings/settings-store';
import { TaskSettingTab } from './obsidian/settings/settings-tab';
import { fillStatusBar } from './obsidian/status-bar';
import { makeTaskActions } from './obsidian/task-actions';
import { makeTaskServices } from './obsidian/task-services';
import { followTasks, type TasksPlugin } from './obsidian/tasks-plugin';
import { TASK_VIEW, TaskView } from './obsidian/view/task-view';

/** Builds the parts, connects and registers them. Nothing else happens here, and nobody imports this class. */
export default class MeetingTasksPlugin extends Plugin {
  override async onload(): Promise<void> {
    const { app } = this;
    const clock = startClock(this);
    const { id, dir = `${app.vault.configDir}/plugins/${id}` } = this.manifest;
    const store = makeSettingsStore(this, dir, () => clock.stamp().at);
    await store.load();
    const index = new NoteIndex();
    const ownNames = makeOwnNames(index);
    const reporter = makeReporter();
    const history = new ChangeHistory(clock.stamp);
    const journal = keepJournal(app, dir, history, reporter.say);

    const tasks = followTasks(this, app, clock);
    let rules = feedRules(store, tasks, ownNames);
    const readAs = () => JSON.stringify([this.manifest.version, readingKey(store.current), tasks.settings]);
    const kept = makeNoteCache(app, index, id, readAs, ownNames);
    this.register(kept.end);
    const feed = this.addChild(new VaultFeed(app, index, () => rules, history, kept));
    const openNote = followOpenNote(this, app, () => rules.read);
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

    const copySources = () => ({
      duplicateTag: store.current.duplicateTag,
      separations: store.current.notSame,
      remembered: decisionsIn(history.entries(), rules.read.line),
    });
    const hush = makeHush();
    const copies = followCopies(this, index, copySources, hush, feed);
    this.register(store.subscribe(() => copies.refresh()));
    // What is decided shows in the notes at once; the history is asked for what is gone from them.
    this.register(history.subscribe(debounce(() => copies.refresh(), 3000, true)));
    app.workspace.onLayoutReady(() => void journal.ready());

    const parts = {
      app,
      history,
      journal,
      reporter,
      hush,
      verbContext: () => ({ rules: rules.read.line, today: clock.today() }),
    };
    const actions = makeTaskActions({
      ...parts,
      write: makeNoteWriter(app, feed),
      refresh: (path) => feed.refresh(path),
      openHistory: () => services.openHistory(),
    });
    const services: CommandServices = makeTaskServices({
      ...parts,
      index,
      feed,
      clock,
      store,
      actions,
      copies,
      openNote,
      pluginId: id,
      taskTag: () => tasks.settings?.globalFilter ?? '',
      ownNames,
    });

    this.registerView(TASK_VIEW, (leaf) => new TaskView(leaf, services));
    this.addRibbonIcon('list-checks', 'Open triage', () => services.openView('triage'));
    const makers = [makeCommands, makePersonCommands, makePlanCommands, makeRepairCommands];
    for (const make of makers) for (const command of make(services)) this.addCommand(command);
    this.registerEditorExtension(liveButtons(services));
    this.registerMarkdownPostProcessor(readingButtons(services));
    showNoteHeaders(this, services);
    // There is no status bar on phones and tablets.
    if (!Platform.isMobile) fillStatusBar(this, this.addStatusBarItem(), services);
    this.addSettingTab(new TaskSettingTab(app, this, store, tasks));
    this.onUserEnable = () => services.openView('triage');
    this.onExternalSettingsChange = store.reload;
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
