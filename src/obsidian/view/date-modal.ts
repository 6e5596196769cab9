import { type App, Modal, Setting } from 'obsidian';
import { type Day, parseDay } from '../../core/date/day';
import { longDay } from '../../core/date/labels';
import { DATE_PRESETS, type DatePreset, presetDay } from '../../core/date/presets';
import { parseSpokenDay } from '../../core/date/spoken';
import { spokenNames } from '../../core/date/spoken-names';

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
export interface DateRequest {
  readonly title: string;
  readonly today: Day;
  readonly locale: string;
  /** The day that the tasks have now, if they agree. */
  readonly current: Day | null;
  /** Whether days before today make no sense here. */
  readonly futureOnly: boolean;
}

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
      if (day) button.createSpan({ cls: 'meeting-tasks-preset-day', text: this.dayText(day) });
      button.createEl('kbd', { text: key, attr: { 'aria-hidden': 'true' } });
      button.addEventListener('click', () => this.answer(day));
    }
  }

  private addTyping(): void {
    const form = this.contentEl.createEl('form', { cls: 'meeting-tasks-date-typing' });
    this.input = form.createEl('input', {
      attr: {
        type: 'text',
        placeholder: 'Type a day: fri, in 2 weeks, 3 dec, +5d',
        'aria-label': 'Type a day',
        autocomplete: 'off',
        spellcheck: 'false',
      },
    });
    this.answerEl = form.createDiv({ cls: 'meeting-tasks-date-answer', attr: { 'aria-live': 'polite' } });
    this.input.addEventListener('input', () => this.showAnswer());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const day = this.typedDay();
      if (day) this.answer(day);
      else this.showAnswer();
    });
  }

  private addCalendar(): void {
    new Setting(this.contentEl).setName('Pick a day').then((setting) => {
      const picker = setting.controlEl.createEl('input', {
        attr: { type: 'date', 'aria-label': 'Pick a day' },
      });
      if (this.request.current) picker.value = this.request.current;
      if (this.request.futureOnly) picker.min = this.request.today;
      const ok = setting.controlEl.createEl('button', {
        text: 'Set',
        cls: 'mod-cta',
        attr: { type: 'button' },
      });
      const pick = (): void => {
        const day = parseDay(picker.value);
        if (day) this.answer(day);
      };
      ok.addEventListener('click', pick);
      picker.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') pick();
      });
    });
  }

  private startTyping(text: string): void {
    if (!this.input) return;
    this.input.value += text;
    this.input.focus();
    this.showAnswer();
  }

  private typedDay(): Day | null {
    const day = parseSpokenDay(this.input?.value ?? '', this.request.today, spokenNames(this.request.locale));
    return day && this.request.futureOnly && day <= this.request.today ? null : day;
  }

  private showAnswer(): void {
    const said = this.input?.value.trim() ?? '';
    const day = this.typedDay();
    this.answerEl?.setText(said === '' ? '' : day ? `${this.dayText(day)} · Enter` : 'Not understood yet');
    this.answerEl?.toggleClass('is-understood', day !== null);
  }

  private dayText(day: Day): string {
    return longDay(day, this.request.today, this.request.locale);
  }

  private answer(day: Day | null): void {
    this.close();
    this.choose(day);
  }
}
