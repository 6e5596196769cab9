import type { TaskState } from '../../../core/line/rules';
import type { TaskCommand } from '../../../core/list/command-info';
import type { HeadMaker } from './head';

/** What the tasks of a note are counted as. */
const COUNTED: readonly (readonly [word: string, states: readonly TaskState[]])[] = [
  ['proposed', ['proposal', 'ticked']],
  ['open', ['open', 'started']],
  ['done', ['done']],
  ['rejected', ['rejected', 'none']],
];

/** Which note is open, how much is in it, and what can be done to all of its proposals. */
export const makeNoteHead: HeadMaker = (el, services, actions) => {
  el.addClass('meeting-tasks-bar');
  const title = el.createSpan({ cls: 'meeting-tasks-person-name', attr: { dir: 'auto' } });
  const counts = el.createSpan({ cls: 'meeting-tasks-faint', attr: { role: 'status' } });
  const addBulk = (command: TaskCommand, text: string): HTMLElement => {
    const button = el.createEl('button', { cls: 'meeting-tasks-split', text, attr: { type: 'button' } });
    button.addEventListener('click', () => actions.runOn(command, proposals()));
    return button;
  };
  const proposals = () => (services.openNote()?.tasks ?? []).filter(({ state }) => state === 'proposal');
  const bulk = [
    addBulk('accept', 'Accept all'),
    addBulk('reject', 'Reject all'),
    addBulk('reschedule', 'Date for all'),
  ];
  return {
    update: () => {
      const note = services.openNote();
      el.toggle(note !== null);
      title.setText(note?.facts.title ?? '');
      const said = COUNTED.flatMap(([word, states]) => {
        const count = note?.tasks.filter(({ state }) => states.includes(state)).length ?? 0;
        return count > 0 ? [`${count} ${word}`] : [];
      });
      // Said anew only when it is something new.
      if (counts.textContent !== said.join(' · ')) counts.setText(said.join(' · '));
      for (const button of bulk) button.toggle(proposals().length > 0);
    },
  };
};
