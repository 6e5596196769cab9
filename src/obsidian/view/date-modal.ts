import type { Day } from '../../core/date/day';
import { longDay, mediumDay } from '../../core/date/labels';
import { DATE_PRESETS, type DatePreset, presetDay } from '../../core/date/presets';
import { type SaidDay, understandDay } from '../../core/date/relative';
import { spokenNames } from '../../core/date/spoken-names';
import { knownMeetings } from '../../core/review/meetings';
import { openDialog } from './dialog';
import { add, addKey, AUTO } from './dom';
import { button } from './icon-button';
import { addMonthGrid } from './month-grid';
import type { ViewServices } from './services';

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
  /** The day that is set. */
  readonly current: Day | null;
  /** Whether days before today make no sense here. */
  readonly futureOnly: boolean;
}

/** How many days are offered where a text can mean several. */
const MOST_ANSWERS = 4;

/** Makes what understands a day that is said in words, or by a meeting; the likeliest answer comes first. */
export function dayReader(services: ViewServices): (text: string) => SaidDay[] {
  const today = services.today();
  const meetings = knownMeetings(services.index.notes(), today);
  return (text) => understandDay(text, today, meetings, spokenNames(services.locale));
}

/** Asks for a day: by one key, by typing it in words, or from a calendar. Answers at most once. */
export function askForDay(
  services: ViewServices,
  { title, current, futureOnly }: DateRequest,
  choose: (day: Day | null) => void,
): void {
  const { locale } = services;
  const today = services.today();
  const modal = openDialog(services.app, title, 'date-modal');
  const { contentEl, modalEl } = modal;
  const understand = dayReader(services);
  const isAllowed = (day: Day): boolean => !futureOnly || day > today;
  const answer = (day: Day | null): void => {
    modal.close();
    choose(day);
  };
  const dayText = (day: Day): string => longDay(day, today, locale);
  const shortText = (day: Day): string => mediumDay(day, today, locale);

  const presets = DATE_PRESETS.filter((preset) => preset !== 'today' || !futureOnly);
  const grid = add(contentEl, 'div.presets');
  for (const preset of presets) {
    const [key, label] = PRESETS[preset];
    const day = presetDay(preset, today);
    const made = button(grid, '', '', () => answer(day));
    add(made, 'span', label);
    if (day) add(made, 'span.preset-day', shortText(day));
    addKey(made, key);
  }

  const form = add(contentEl, 'form.date-typing');
  const input = add(form, 'input', '', {
    type: 'text',
    placeholder: 'Fri, in 2 weeks, two days before a meeting…',
    'aria-label': 'Type a day',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const answerEl = add(contentEl, 'div.date-answer', '', { 'aria-live': 'polite' });
  const typedDays = (): SaidDay[] => understand(input.value).filter(({ day }) => isAllowed(day));
  /** Says which day is understood; Enter takes the first, and all of them can be pressed. */
  const showAnswer = (): void => {
    answerEl.empty();
    const days = typedDays();
    const [first] = days;
    answerEl.toggleClass('is-understood', first !== undefined);
    if (!first) return answerEl.setText(input.value.trim() && 'Not understood yet');
    for (const said of days.slice(0, MOST_ANSWERS)) {
      const { day, event } = said;
      const made = button(answerEl, '', '', () => answer(day));
      add(made, 'span', dayText(day));
      if (event) add(made, 'span.preset-day', `${event.title} · ${shortText(event.day)}`, AUTO);
      if (said === first) add(made, 'kbd', 'Enter');
    }
  };
  input.addEventListener('input', showAnswer);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [said] = typedDays();
    if (said) answer(said.day);
    else showAnswer();
  });

  addMonthGrid(contentEl, services, current, isAllowed, answer);

  // A letter that picks nothing begins a phrase.
  modalEl.addEventListener('keydown', (event) => {
    if (event.target === input || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!/^[\p{L}\p{N}+/]$/u.test(event.key)) return;
    event.preventDefault();
    const preset = event.repeat ? undefined : presets.find((other) => PRESETS[other][0] === event.key);
    if (preset) return answer(presetDay(preset, today));
    if (event.key !== '/') input.value += event.key;
    input.focus();
    showAnswer();
  });
  contentEl.querySelector<HTMLElement>('button')?.focus();
}
