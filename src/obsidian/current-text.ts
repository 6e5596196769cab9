import { type App, MarkdownView, type TFile } from 'obsidian';

/** The text as an open editor has it, else as it is on disk; empty where the note cannot be read. */
export async function currentText(app: App, file: TFile): Promise<string> {
  for (const { view } of app.workspace.getLeavesOfType('markdown')) {
    if (view instanceof MarkdownView && view.file === file && view.getMode() === 'source')
      return view.editor.getValue();
  }
  return app.vault.cachedRead(file).catch(() => '');
}
