import { Modal, Setting } from 'obsidian';
import { mediumDay } from '../../core/date/labels';
import { understandDay } from '../../core/date/relative';
import type { TaskForm } from '../../core/edit/task-form';
import type { Refusal } from '../../core/edit/verb';
import { refusalText } from '../../core/edit/wording';
import { PRIORITIES, type Priority } from '../../core/line/format';
import { knownMeetings } from '../../core/review/meetings';
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

const RULES = [
  'every day',
  'every weekday',
  'every week',
  'every 2 weeks',
  'every month',
  'every year',
  'every week when done',
];

let forms = 0;

/** All fields of a task in a small form, with the line that is written below it. */
export class TaskFormModal extends Modal {
  private form: TaskForm;
  private destination = '';
  private lineEl: HTMLElement | null = null;
  private placeEl: HTMLSelectElement | null = null;
  private readonly id = `meeting-tasks-form-${++forms}`;
  /** Fields whose text is understood by nobody. */
  private readonly wrong = new Set<string>();

  constructor(
    private readonly services: ViewServices,
    private readonly request: FormRequest,
  ) {
    super(services.app);
    this.form = request.form;
  }

  override onOpen(): void {
    const { form, request, contentEl } = this;
    this.setTitle(request.title);
    this.modalEl.addClass('meeting-tasks-form');
    const area = contentEl.createEl('textarea', {
      cls: 'meeting-tasks-text-area',
      attr: { rows: '2', 'aria-label': 'Text of the task', placeholder: 'What is to be done', dir: 'auto' },
    });
    area.value = form.text;
    area.addEventListener('input', () => this.change({ text: area.value }));
    const people = ['Myself', ...this.services.people().all()];
    this.addText('Owner', form.owner, people, (owner) => this.change({ owner }));
    for (const [name, key] of [
      ['Due', 'due'],
      ['Scheduled', 'scheduled'],
      ['Starts', 'start'],
    ] as const) {
      this.addDay(name, key);
    }
    new Setting(contentEl).setName('Priority').addDropdown((dropdown) => {
      for (const priority of PRIORITIES)
        dropdown.addOption(priority ?? '', PRIORITY_LABELS[priority ?? 'none']);
      dropdown.selectEl.setAttr('aria-label', 'Priority');
      dropdown.setValue(form.priority ?? '');
      dropdown.onChange((value) => this.change({ priority: (value || null) as Priority | null }));
    });
    this.addText('Repeats', form.recurrence, RULES, (recurrence) => this.change({ recurrence }));
    if (request.destinations) {
      new Setting(contentEl).setName('Add to').addDropdown((dropdown) => {
        this.placeEl = dropdown.selectEl;
        dropdown.selectEl.setAttr('aria-label', 'Add to');
        dropdown.onChange((path) => (this.destination = path));
      });
    }
    this.lineEl = contentEl.createDiv({
      cls: 'meeting-tasks-form-line',
      attr: { 'aria-live': 'polite', 'aria-label': 'The line that is written', role: 'status' },
    });
    new Setting(contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()))
      .addButton((button) =>
        button
          .setButtonText('Save')
          .setCta()
          .onClick(() => this.finish()),
      );
    this.modalEl.addEventListener('keydown', (event) => {
      const isField = ['INPUT', 'TEXTAREA'].includes((event.target as HTMLElement).tagName);
      if (event.key !== 'Enter' || !isField || event.isComposing || event.shiftKey) return;
      event.preventDefault();
      this.finish();
    });
    this.change({});
    area.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  /** A field of text with suggestions. */
  private addText(
    name: string,
    value: string,
    offers: readonly string[],
    change: (value: string) => void,
  ): void {
    const list = this.contentEl.createEl('datalist', { attr: { id: `${this.id}-${name}` } });
    for (const offer of offers) list.createEl('option', { attr: { value: offer } });
    new Setting(this.contentEl).setName(name).addText((text) => {
      text.setValue(value).onChange((typed) => change(typed.trim()));
      text.inputEl.setAttrs({ list: list.id, 'aria-label': name, dir: 'auto' });
    });
  }

  /** A field for a day, said as in the date dialog. */
  private addDay(name: string, key: 'due' | 'scheduled' | 'start'): void {
    const { services } = this;
    const today = services.today();
    const meetings = knownMeetings(services.index.notes(), today);
    const setting = new Setting(this.contentEl).setName(name);
    setting.addText((text) => {
      const old = this.form[key] ?? '';
      text.setValue(old).setPlaceholder('Fri, in 2 weeks…');
      text.inputEl.setAttr('aria-label', name);
      text.onChange((typed) => {
        const [said] = understandDay(typed, today, meetings);
        const isEmpty = typed.trim() === '';
        if (isEmpty || said) this.wrong.delete(name);
        else this.wrong.add(name);
        setting.setDesc(
          isEmpty ? '' : said ? mediumDay(said.day, today, services.locale) : 'Not understood yet',
        );
        this.change({ [key]: said?.day ?? null });
      });
    });
  }

  private change(part: Partial<TaskForm>): void {
    this.form = { ...this.form, ...part };
    this.showDestinations();
    const { lineEl } = this;
    const line = this.written();
    lineEl?.toggleClass('is-wrong', 'why' in line);
    lineEl?.setText('why' in line ? line.why : line.text);
  }

  private showDestinations(): void {
    const { placeEl } = this;
    if (!placeEl) return;
    const places = this.request.destinations?.(this.form.owner) ?? [];
    placeEl.empty();
    for (const { path, label } of places) placeEl.createEl('option', { text: label, attr: { value: path } });
    if (places.length === 0) placeEl.createEl('option', { text: 'Open a note first', attr: { value: '' } });
    const chosen = places.find(({ path }) => path === this.destination) ?? places[0];
    placeEl.value = chosen?.path ?? '';
  }

  /** The line as it would be written, or why it cannot be. */
  private written(): { readonly text: string } | { readonly why: string } {
    if (this.form.text.trim() === '') return { why: 'Say what is to be done.' };
    if (this.wrong.size > 0) return { why: `Not understood: ${[...this.wrong].join(', ')}.` };
    const line = this.request.line(this.form);
    return 'text' in line ? line : { why: `This cannot be written: ${refusalText(line.refused)}.` };
  }

  private finish(): void {
    const line = this.written();
    const path = this.placeEl?.value;
    if ('why' in line || path === '') return;
    this.close();
    this.request.save(line.text, path ?? '');
  }
}
