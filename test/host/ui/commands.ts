import type { App } from './app';
import type { Editor } from './editor';
import type { Hotkey } from './hotkeys';
import { MarkdownView } from './markdown-view';

/** A command as a plugin describes it. */
export interface Command {
  id: string;
  name: string;
  icon?: string;
  mobileOnly?: boolean;
  repeatable?: boolean;
  callback?: () => unknown;
  checkCallback?: (checking: boolean) => boolean | void;
  editorCallback?: (editor: Editor, context: MarkdownView) => unknown;
  editorCheckCallback?: (checking: boolean, editor: Editor, context: MarkdownView) => boolean | void;
  hotkeys?: Hotkey[];
}

/** All commands of the app and its plugins. */
export class Commands {
  commands: Record<string, Command> = {};

  constructor(private readonly app: App) {}

  addCommand(command: Command): void {
    this.commands[command.id] = command;
    if (command.hotkeys) this.app.hotkeyManager.addDefaultHotkeys(command.id, command.hotkeys);
  }

  removeCommand(id: string): void {
    delete this.commands[id];
    this.app.hotkeyManager.removeDefaultHotkeys(id);
  }

  findCommand(id: string): Command | undefined {
    return this.commands[id];
  }

  /** The commands that can be run right now. */
  listCommands(): Command[] {
    return Object.values(this.commands).filter((command) => this.run(command, true));
  }

  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    return command ? this.executeCommand(command) : false;
  }

  executeCommand(command: Command): boolean {
    return this.run(command, false);
  }

  private run(command: Command, checking: boolean): boolean {
    const { callback, checkCallback, editorCallback, editorCheckCallback } = command;
    if (editorCheckCallback || editorCallback) {
      const view = this.app.workspace.activeEditor;
      // Editor commands exist only while an editor is active and shown.
      if (!(view instanceof MarkdownView) || view.getMode() === 'preview') return false;
      if (editorCheckCallback) {
        if (!editorCheckCallback(true, view.editor, view)) return false;
        if (!checking) editorCheckCallback(false, view.editor, view);
      } else if (!checking) void editorCallback?.(view.editor, view);
      return true;
    }
    if (checkCallback) {
      if (!checkCallback(true)) return false;
      if (!checking) checkCallback(false);
      return true;
    }
    if (!callback) return false;
    if (!checking) void callback();
    return true;
  }
}
