import type { App } from './app';
import { MarkdownView } from './markdown-view';
import { Platform } from './platform';
import { CommandPalette, QuickSwitcher } from './prompts';

/** The few commands of the app itself that one misses at once. */
export function addCoreCommands(app: App): void {
  const { commands } = app;
  const add = (id: string, name: string, callback: () => unknown, key?: string): void => {
    commands.addCommand({
      id,
      name,
      callback,
      ...(key ? { hotkeys: [{ modifiers: ['Mod'], key }] } : {}),
    });
  };
  add(
    'command-palette:open',
    'Command palette: Open command palette',
    () => new CommandPalette(app).open(),
    'p',
  );
  add('switcher:open', 'Quick switcher: Open quick switcher', () => new QuickSwitcher(app).open(), 'o');
  add('app:open-settings', 'Open settings', () => app.setting.open(), ',');
  add('app:toggle-left-sidebar', 'Toggle left sidebar', () => app.workspace.leftSplit.toggle());
  add('app:toggle-right-sidebar', 'Toggle right sidebar', () => app.workspace.rightSplit.toggle());
  add('theme:toggle', 'Toggle light/dark mode', () => app.setTheme(app.isDarkMode() ? 'light' : 'dark'));
  add('host:toggle-phone', 'Preview: Toggle phone', () => app.options.setPhone(!Platform.isPhone));
  add('workspace:new-tab', 'New tab', () => app.workspace.setActiveLeaf(app.workspace.getLeaf('tab')), 't');
  add('workspace:close', 'Close current tab', () => app.workspace.activeLeaf?.detach());
  add('file-explorer:new-file', 'Create new note', () => createNote(app));
  add('editor:save-file', 'Save current file', () => saveFile(app), 's');
  commands.addCommand({
    id: 'markdown:toggle-preview',
    name: 'Toggle reading view',
    hotkeys: [{ modifiers: ['Mod'], key: 'e' }],
    checkCallback: (checking) => {
      const view = app.workspace.getActiveViewOfType(MarkdownView);
      if (!view) return false;
      if (!checking) void view.setMode(view.getMode() === 'source' ? 'preview' : 'source');
      return true;
    },
  });
}

function saveFile(app: App): void {
  void app.workspace.getActiveViewOfType(MarkdownView)?.save();
}

async function createNote(app: App): Promise<void> {
  let path = 'Untitled.md';
  for (let n = 1; app.vault.getFileByPath(path); n++) path = `Untitled ${n}.md`;
  const file = await app.vault.create(path, '');
  await app.workspace.getLeaf('tab').openFile(file, { eState: { focus: true } });
}
