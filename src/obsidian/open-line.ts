import { type App, MarkdownView, Notice } from 'obsidian';

/** Opens a note with the cursor at the start of a line (from 0), in the current tab or a new one. */
export async function openLine(app: App, path: string, line: number, newTab: boolean): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (!file) return void new Notice(`${path} does not exist any more.`);
  const leaf = app.workspace.getLeaf(newTab ? 'tab' : false);
  await leaf.openFile(file, { active: true, eState: { line } });
  const { view } = leaf;
  if (view instanceof MarkdownView && view.getMode() === 'source' && line > 0) {
    const position = { line, ch: 0 };
    view.editor.setCursor(position);
    view.editor.scrollIntoView({ from: position, to: position }, true);
  }
}
