import { Notice, Setting } from 'obsidian';
import { mediumDay } from '../../core/date/labels';
import type { TaskForm } from '../../core/edit/task-form';
import type { Refusal } from '../../core/edit/verb';
import { refusalText } from '../../core/edit/wording';
import { PRIORITIES, type Priority } from '../../core/line/format';
import { dayReader } from './date-modal';
import { addFooter, openDialog } from './dialog';
import { add, STATUS } from './dom';
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
  /** The line as it would be written. */
  line(form: TaskForm): { readonly text: string } | { readonly refused: Refusal };
  save(line: string, path: string): void;
}

const RULES = ['day', 'weekday', 'week', '2 weeks', 'month', 'year', 'week when done'].map(
  (step) => `every ${step}`,
);

let forms = 0;

/** Opens a small form with all fields of a task, and the line that is written below it. */
export function openTaskForm(services: ViewServices, request: FormRequest): void {
  const modal = openDialog(services.app, request.title, 'form');
  const { contentEl, modalEl } = modal;
  const today = services.today();
  const id = `meeting-tasks-form-${++forms}`;
  let { form } = request;
  /** Fields whose text is understood by nobody. */
  const wrong = new Set<string>();

  /** The line as it would be written, or why it cannot be. */
  const written = (): { readonly text: string } | { readonly why: string } => {
    if (form.text.trim() === '') return { why: 'Say what is to be done.' };
    if (wrong.size > 0) return { why: `Not understood: ${[...wrong].join(', ')}.` };
    const line = request.line(form);
    return 'text' in line ? line : { why: `This cannot be written: ${refusalText(line.refused)}.` };
  };
  const change = (part: Partial<TaskForm>): void => {
    form = { ...form, ...part };
    showDestinations();
    const line = written();
    lineEl.toggleClass('is-wrong', 'why' in line);
    lineEl.setText('why' in line ? line.why : line.text);
  };
  const finish = (): void => {
    const line = written();
    const path = placeEl?.value ?? '';
    if ('why' in line) return;
    if (placeEl && path === '') return void new Notice('Open a note, or choose one in the settings.');
    modal.close();
    request.save(line.text, path);
  };
  const addText = (name: string, value: string, offers: readonly string[], key: 'owner' | 'recurrence') => {
    const list = add(contentEl, 'datalist', '', { id: `${id}-${key}` });
    for (const value of offers) add(list, 'option', '', { value });
    new Setting(contentEl).setName(name).addText((text) => {
      text.setValue(value).onChange((typed) => change({ [key]: typed.trim() }));
      text.inputEl.setAttrs({ list: list.id, 'aria-label': name, dir: 'auto' });
    });
  };
  const understand = dayReader(services);
  /** A field for a day, said as in the date dialog. */
  const addDay = (name: string, key: 'due' | 'scheduled' | 'start'): void => {
    const setting = new Setting(contentEl).setName(name);
    setting.addText((text) => {
      text.setValue(form[key] ?? '').setPlaceholder('Fri, in 2 weeks…');
      text.inputEl.setAttr('aria-label', name);
      text.onChange((typed) => {
        const [said] = understand(typed);
        const isWrong = typed.trim() !== '' && !said;
        if (isWrong) wrong.add(name);
        else wrong.delete(name);
        const answer = said ? mediumDay(said.day, today, services.locale) : '';
        setting.setDesc(isWrong ? 'Not understood yet' : answer);
        change({ [key]: said?.day ?? null });
      });
    });
  };
  let placeEl: HTMLSelectElement | null = null;
  const showDestinations = (): void => {
    if (!placeEl) return;
    const chosen = placeEl.value;
    const places = request.destinations?.(form.owner) ?? [];
    placeEl.empty();
    for (const { path, label } of places) add(placeEl, 'option', label, { value: path });
    if (places.length === 0) add(placeEl, 'option', 'Open a note first', { value: '' });
    if (places.some(({ path }) => path === chosen)) placeEl.value = chosen;
  };

  const area = addTextArea(contentEl, form.text, 2, 'What is to be done');
  area.addEventListener('input', () => change({ text: area.value }));
  addText('Owner', form.owner, ['Myself', ...services.people().all()], 'owner');
  addDay('Due', 'due');
  addDay('Scheduled', 'scheduled');
  addDay('Starts', 'start');
  new Setting(contentEl).setName('Priority').addDropdown((dropdown) => {
    for (const priority of PRIORITIES)
      dropdown.addOption(priority ?? '', PRIORITY_LABELS[priority ?? 'none']);
    dropdown.selectEl.setAttr('aria-label', 'Priority');
    dropdown.setValue(form.priority ?? '');
    dropdown.onChange((value) => change({ priority: (value || null) as Priority | null }));
  });
  addText('Repeats', form.recurrence, RULES, 'recurrence');
  if (request.destinations) {
    new Setting(contentEl).setName('Add to').addDropdown(({ selectEl }) => {
      placeEl = selectEl;
      selectEl.setAttr('aria-label', 'Add to');
    });
  }
  const lineEl = add(contentEl, 'div.form-line', '', { 'aria-label': 'The line that is written', ...STATUS });
  addFooter(modal, 'Save', finish);
  modalEl.addEventListener('keydown', (event) => {
    const isField = ['INPUT', 'TEXTAREA'].includes((event.target as HTMLElement).tagName);
    if (event.key !== 'Enter' || !isField || event.isComposing || event.shiftKey) return;
    event.preventDefault();
    finish();
  });
  change({});
  area.focus();
}
