import type { Verb } from '../../core/edit/verb';
import type { TaskItem } from '../../core/note/task-item';
import type { Disagreements } from '../../core/triage/copy-members';
import { addFooter, openDialog } from './dialog';
import { add, AUTO } from './dom';
import type { ViewServices } from './services';

/** An answer, and what makes the kept line so; `null` where it is so already. */
type Choice = readonly [label: string, verb: Verb | null];

/** Asks whose a task is and when it is due, where its copies say different things. */
export function askToAgree(
  item: TaskItem,
  { owners, dues }: Disagreements,
  services: ViewServices,
  confirm: (verbs: readonly Verb[]) => void,
): void {
  const modal = openDialog(services.app, 'The copies differ');
  const { contentEl } = modal;
  const chosen = new Map<string, Verb | null>();
  const addQuestion = (name: string, choices: readonly Choice[]): void => {
    if (choices.length === 0) return;
    const field = add(contentEl, 'fieldset.choices');
    add(field, 'legend', name);
    const current = choices.find(([, verb]) => verb === null) ?? choices[0];
    for (const choice of choices) {
      const label = add(field, 'label');
      const radio = add(label, 'input', '', { type: 'radio', name: `meeting-tasks-${name}` });
      add(label, 'span', choice[0], AUTO);
      radio.checked = choice === current;
      radio.addEventListener('change', () => chosen.set(name, choice[1]));
    }
    chosen.set(name, current?.[1] ?? null);
  };
  add(contentEl, 'p', item.text, AUTO);
  addQuestion(
    'Owner',
    owners.map(({ mine, names }): Choice => {
      const same = mine === item.owners.mine && names.join() === item.owners.names.join();
      const name = mine ? 'Myself' : (names[0] ?? '');
      return [[...(mine ? ['Me'] : []), ...names].join(', '), same ? null : { kind: 'assign', name }];
    }),
  );
  addQuestion(
    'Due',
    dues.map((day): Choice => [
      services.dayLabel(day),
      day === item.due ? null : { kind: 'reschedule', day },
    ]),
  );
  addFooter(modal, 'Go on', () => {
    modal.close();
    confirm([...chosen.values()].filter((verb) => verb !== null));
  }).buttonEl.focus();
}
