import { add, AUTO, STATUS } from '../dom';
import { textButton } from '../icon-button';
import type { HeadMaker } from './head';

/** Which note is open, how much is in it, and what can be done to all of its proposals. */
export const makeNoteHead: HeadMaker = (el, services, actions) => {
  el.addClass('meeting-tasks-bar');
  const title = add(el, 'span.person-name', '', AUTO);
  const counts = add(el, 'span.faint', '', STATUS);
  const tasksThat = (...states: readonly string[]) =>
    (services.openNote()?.tasks ?? []).filter(({ state }) => states.includes(state));
  const bulk = (['accept', 'reject', 'reschedule'] as const).map((command, at) =>
    textButton(el, ['Accept all', 'Reject all', 'Date for all'][at] ?? '', () =>
      actions.runOn(command, tasksThat('proposal')),
    ),
  );
  return {
    update: () => {
      title.setText(services.openNote()?.facts.title ?? '');
      const said = [
        [tasksThat('proposal', 'ticked').length, 'proposed'],
        [tasksThat('open', 'started').length, 'open'],
        [tasksThat('done').length, 'done'],
        [tasksThat('rejected', 'none').length, 'rejected'],
      ];
      const text = said.flatMap(([count, word]) => (count ? [`${count} ${word}`] : [])).join(' · ');
      // Said anew only when it is something new.
      if (counts.textContent !== text) counts.setText(text);
      for (const button of bulk) button.toggle(tasksThat('proposal').length > 0);
    },
  };
};
