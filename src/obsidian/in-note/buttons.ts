import { commandInfo, type TaskCommand } from '../../core/list/command-info';
import { consume } from '../view/dom';
import { iconButton } from '../view/icon-button';
import { askAndRun, type PromptTarget } from '../view/task-prompt';
import type { ViewServices } from '../view/services';

const COMMANDS: readonly TaskCommand[] = ['accept', 'reject', 'reschedule'];

/** Small buttons for a proposal in a note. They hold no text, so that none can be copied with the line. */
export function makeButtons(
  services: ViewServices,
  targetOf: (el: HTMLElement) => PromptTarget | null,
): HTMLElement {
  const el = createSpan({ cls: 'meeting-tasks-in-note', attr: { contenteditable: 'false' } });
  for (const command of COMMANDS) {
    const { label, icon } = commandInfo(command);
    const button = iconButton(el, icon, label, (event) => {
      consume(event);
      const target = targetOf(el);
      if (!target) return;
      askAndRun(command, [target], services, button, (verb) => void services.run(verb, [target]));
    });
    button.dataset['command'] = command;
    // In an editor a press would put the cursor into the line.
    button.addEventListener('mousedown', (event) => event.preventDefault());
  }
  return el;
}
