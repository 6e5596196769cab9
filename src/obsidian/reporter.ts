import { Notice } from 'obsidian';

/** Something that the user can do about a message. */
export interface ReportAction {
  readonly label: string;
  readonly run: () => void;
}

/** Tells the user what happened. */
export interface Reporter {
  readonly say: (message: string, action?: ReportAction) => void;
  /** Says that something goes on until it is done. */
  readonly working: (message: string) => { done(): void };
}

/** How long a message with an action stays: long enough to read it, see the list, and change one's mind. */
const ACTION_MS = 8_000;

/** Messages as Obsidian's notices. A new one with an action replaces the one before, so that they do not pile up. */
export function makeReporter(): Reporter {
  let last: Notice | null = null;
  return {
    say(message, action) {
      if (!action) return void new Notice(message);
      last?.hide();
      const content = createFragment((fragment) => {
        fragment.createSpan({ text: message, cls: 'meeting-tasks-notice-text' });
        const button = fragment.createEl('button', {
          text: action.label,
          cls: 'meeting-tasks-notice-action',
        });
        button.addEventListener('click', action.run);
      });
      last = new Notice(content, ACTION_MS);
    },

    working(message) {
      const notice = new Notice(message, 0);
      return { done: () => notice.hide() };
    },
  };
}
