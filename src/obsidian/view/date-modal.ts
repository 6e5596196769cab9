import { type App, Modal } from 'obsidian';
import type { Day } from '../../core/date/day';
import { longDay, mediumDay } from '../../core/date/labels';
import { DATE_PRESETS, type DatePreset, presetDay } from '../../core/date/presets';
import { type KnownEvent, type SaidDay, understandDay } from '../../core/date/relative';
import { addMonthGrid, type MonthRequest } from './month-grid';

/** Key and label of each preset. */
const PRESETS: Readonly<Record<DatePreset, readonly [key: string, label: string]>> = {
  today: ['t', 'Today'],
  tomorrow: ['y', 'Tomorrow'],
  'next-friday': ['f', 'Friday'],
  'next-week': ['w', 'Next week'],
  'next-month': ['m', 'Next month'],
  none: ['r', 'No date'],
};

/** What the dialog is for. */
export interface DateRequest extends Omit<MonthRequest, 'isAllowed'> {
  readonly title: string;
  /** Meetings by which a day can be said, the likeliest first. */
  readonly meetings: readonly KnownEvent[];
  /** Whether days before today make no sense here. */
  readonly futureOnly: boolean;
}

/** How many days are offered where a text can mean several. */
const MOST_ANSWERS = 4;

/** Asks for a day: by one key, by typing it in words, or from a calendar. Answers at most once. */
export class DateModal extends Modal {
  private input: HTMLInputElement | null = null;
  private answerEl: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly request: DateRequest,
    private readonly choose: (day: Day | null) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(this.request.title);
    this.modalEl.addClass('meeting-tasks-date-modal');
    this.addPresets();
    this.addTyping();
    this.addCalendar();
    this.contentEl.querySelector<HTMLElement>('button')?.focus();
    // A letter that picks nothing begins a phrase.
    this.modalEl.addEventListener('keydown', (event) => {
      if (event.target === this.input || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLInputElement || !/^[\p{L}\p{N}+/]$/u.test(event.key)) return;
      const preset = event.repeat ? undefined : this.presetOf(event.key);
      if (preset) this.answer(presetDay(preset, this.request.today));
      else this.startTyping(event.key === '/' ? '' : event.key);
      event.preventDefault();
    });
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private presets(): readonly DatePreset[] {
    return DATE_PRESETS.filter((preset) => preset !== 'today' || !this.request.futureOnly);
  }

  private presetOf(key: string): DatePreset | undefined {
    return this.presets().find((preset) => PRESETS[preset][0] === key);
  }

  private addPresets(): void {
    const grid = this.contentEl.createDiv({ cls: 'meeting-tasks-presets' });
    for (const preset of this.presets()) {
      const [key, label] = PRESETS[preset];
      const day = presetDay(preset, this.request.today);
      const button = grid.createEl('button', { attr: { type: 'button' } });
      button.createSpan({ cls: 'meeting-tasks-preset-label', text: label });
      if (day) button.createSpan({ cls: 'meeting-tasks-preset-day', text: this.shortText(day) });
      button.createEl('kbd', { text: key, attr: { 'aria-hidden': 'true' } });
      button.addEventListener('click', () => this.answer(day));
    }
  }

  private addTyping(): void {
    const form = this.contentEl.createEl('form', { cls: 'meeting-tasks-date-typing' });
    this.input = form.createEl('input', {
      attr: {
        type: 'text',
        placeholder: 'Fri, in 2 weeks, two days before a meeting…',
        'aria-label': 'Type a day',
        autocomplete: 'off',
        spellcheck: 'false',
      },
    });
    this.answerEl = this.contentEl.createDiv({
      cls: 'meeting-tasks-date-answer',
      attr: { 'aria-live': 'polite' },
    });
    this.input.addEventListener('input', () => this.showAnswer());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const [said] = this.typedDays();
      if (said) this.answer(said.day);
      else this.showAnswer();
    });
  }

  private addCalendar(): void {
    addMonthGrid(this.contentEl, { ...this.request, isAllowed: (day) => this.isAllowed(day) }, (day) =>
      this.answer(day),
    );
  }

  private startTyping(text: string): void {
    if (!this.input) return;
    this.input.value += text;
    this.input.focus();
    this.showAnswer();
  }

  private isAllowed(day: Day): boolean {
    return !this.request.futureOnly || day > this.request.today;
  }

  private typedDays(): SaidDay[] {
    const { today, meetings } = this.request;
    return understandDay(this.input?.value ?? '', today, meetings).filter(({ day }) => this.isAllowed(day));
  }

  /** Says which day is understood; Enter takes the first, and all of them can be clicked. */
  private showAnswer(): void {
    const { answerEl } = this;
    if (!answerEl) return;
    answerEl.empty();
    const said = this.input?.value.trim() ?? '';
    const days = this.typedDays();
    answerEl.toggleClass('is-understood', days.length > 0);
    if (said !== '' && days.length === 0) answerEl.setText('Not understood yet');
    const [first] = days;
    if (first && !first.event) answerEl.setText(`${this.dayText(first.day)} · Enter`);
    if (!first?.event) return;
    for (const { day, event } of days.slice(0, MOST_ANSWERS)) {
      const button = answerEl.createEl('button', { attr: { type: 'button' } });
      button.createSpan({ text: this.dayText(day) });
      const held = event ? `${event.title} · ${this.shortText(event.day)}` : '';
      button.createSpan({ cls: 'meeting-tasks-preset-day', text: held, attr: { dir: 'auto' } });
      if (day === first.day && event === first.event) button.createEl('kbd', { text: 'Enter' });
      button.addEventListener('click', () => this.answer(day));
    }
  }

  private dayText(day: Day): string {
    return longDay(day, this.request.today, this.request.locale);
  }

  private shortText(day: Day): string {
    return mediumDay(day, this.request.today, this.request.locale);
  }

  private answer(day: Day | null): void {
    this.close();
    this.choose(day);
  }
}
