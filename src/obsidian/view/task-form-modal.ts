import { Setting } from 'obsidian';
import { mediumDay } from '../../core/date/labels';
import type { newTask, TaskForm } from '../../core/edit/task-form';
import { refusalText } from '../../core/edit/wording';
import type { Priority } from '../../core/line/format';
import { dayReader } from './date-modal';
import { addFooter, addInput, onEnter, openDialog } from './dialog';
import { add, AUTO, STATUS } from './dom';
import { addTextArea } from './prompts';
import type { ViewServices } from './services';
import { PRIORITY_LABELS } from './task-prompt';

/** A note to which a task can be added. */
export interface Destination {
  readonly path: string;
  readonly label: string;
}

/** What the form is for. */
export interface FormRequest {
  readonly title: string;
  readonly form: TaskForm;
  /** Where the task can go, the likeliest first; it may depend on the owner. `null` where it is there already. */
  readonly destinations: ((owner: string) => readonly Destination[]) | null;
  /** The line as it would be written, or why it cannot be. */
  line(form: TaskForm): ReturnType<typeof newTask>;
  save(line: string, path: string): void;
}

const RULES = ['day', 'weekday', 'week', '2 weeks', 'month', 'year', 'week when done'].map(
  (step) => `every ${step}`,
);

let forms = 0;

/** Where there is no note to which a task could be added. */
export const NO_NOTE = 'Open a note, or choose one in the settings.';

/** Opens a small form with all fields of a task, and the line that is written below it. */
export function openTaskForm(services: ViewServices, request: FormRequest): void {
  const modal = openDialog(services.app, request.title, 'form');
  const { contentEl } = modal;
  const today = services.today();
  const id = `meeting-tasks-form-${++forms}`;
  let { form } = request;
  /** The line that is written; `null` as long as it cannot be. */
  let ready: string | null = null;
  /** Fields whose text is understood by nobody. */
  const wrong = new Set<string>();

  /** What is wrong with the form, or the line that is written. */
  const understand = (): string => {
    const line = request.line(form);
    ready = null;
    if (form.text.trim() === '') return 'Say what is to be done.';
    if (wrong.size > 0) return `Not understood: ${[...wrong].join(', ')}.`;
    if (line.kind === 'refused') return `This cannot be written: ${refusalText(line.reason)}.`;
    if (placeEl?.value === '') return NO_NOTE;
    return (ready = line.text);
  };
  const change = (part: Partial<TaskForm>): void => {
    form = { ...form, ...part };
    showDestinations();
    lineEl.setText(understand());
    lineEl.toggleClass('is-wrong', ready === null);
  };
  const finish = (): void => {
    if (ready === null) return;
    modal.close();
    request.save(ready, placeEl?.value ?? '');
  };
  const addText = (name: string, key: 'owner' | 'recurrence', offers: readonly string[]) => {
    const list = add(contentEl, 'datalist', '', { id: `${id}-${key}` });
    for (const value of offers) add(list, 'option', '', { value });
    const attr = { value: form[key], list: list.id, ...AUTO };
    addInput(new Setting(contentEl).setName(name), name, (typed) => change({ [key]: typed }), attr);
  };
  const readDays = dayReader(services);
  /** A field for a day, said as in the date dialog. */
  const addDay = (name: string, key: 'due' | 'scheduled' | 'start'): void => {
    const setting = new Setting(contentEl).setName(name);
    const read = (typed: string): void => {
      const [said] = readDays(typed);
      const isWrong = typed !== '' && !said;
      if (isWrong) wrong.add(name);
      else wrong.delete(name);
      const answer = said ? mediumDay(said.day, today, services.locale) : '';
      setting.setDesc(isWrong ? 'Not understood yet' : answer);
      change({ [key]: said?.day ?? null });
    };
    addInput(setting, name, read, { value: form[key], placeholder: 'Fri, in 2 weeks…' });
  };
  let placeEl: HTMLSelectElement | null = null;
  const showDestinations = (): void => {
    if (!placeEl) return;
    const chosen = placeEl.value;
    const places = request.destinations?.(form.owner) ?? [];
    placeEl.empty();
    for (const { path, label } of places) add(placeEl, 'option', label, { value: path });
    placeEl.toggle(places.length > 0);
    if (places.some(({ path }) => path === chosen)) placeEl.value = chosen;
  };

  const area = addTextArea(contentEl, form.text, 2, 'What is to be done');
  area.addEventListener('input', () => change({ text: area.value }));
  addText('Owner', 'owner', ['Myself', ...services.people().all()]);
  addDay('Due', 'due');
  addDay('Scheduled', 'scheduled');
  addDay('Starts', 'start');
  new Setting(contentEl).setName('Priority').addDropdown((dropdown) => {
    dropdown.addOptions(PRIORITY_LABELS).setValue(form.priority ?? 'none');
    dropdown.selectEl.setAttr('aria-label', 'Priority');
    dropdown.onChange((value) => change({ priority: value === 'none' ? null : (value as Priority) }));
  });
  addText('Repeats', 'recurrence', RULES);
  if (request.destinations) {
    new Setting(contentEl).setName('Add to').addDropdown(({ selectEl }) => {
      placeEl = selectEl;
      selectEl.setAttr('aria-label', 'Add to');
    });
  }
  const lineEl = add(contentEl, 'div.form-line', '', { 'aria-label': 'The line that is written', ...STATUS });
  addFooter(modal, 'Save', finish);
  for (const field of contentEl.findAll('input, textarea')) onEnter(field, finish);
  change({});
  area.focus();
}
