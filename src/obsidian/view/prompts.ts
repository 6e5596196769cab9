import { type App, SuggestModal } from 'obsidian';
import { addFooter, onEnter, openDialog } from './dialog';
import { add } from './dom';

/** How many answers are offered at once. */
const MOST_OFFERED = 50;

/** What is asked for, what fits a query, and how it is shown. */
interface Question<T> {
  readonly text: string;
  readonly find: (query: string) => T[];
  readonly label: (one: T) => string;
}

/** Asks for one of many that are found by typing. */
export function askFor<T>(app: App, { text, find, label }: Question<T>, choose: (one: T) => void): void {
  const modal = new (class extends SuggestModal<T> {
    getSuggestions = (query: string): T[] => find(query).slice(0, MOST_OFFERED);
    renderSuggestion = (one: T, el: HTMLElement): void => {
      el.setText(label(one));
      el.dir = 'auto';
    };
    onChooseSuggestion = choose;
  })(app);
  modal.setPlaceholder(text);
  modal.open();
}

/** What is offered besides people, and the names that it stands for behind the `@`. */
export const ME = ['Me', 'Myself'] as const;
export const NOBODY = ['Nobody', null] as const;

/** Asks for an owner, or another person, among the known people, with room for a new name. */
export function askForOwner(
  app: App,
  people: readonly string[],
  choose: (name: string | null) => void,
  text: string,
  ...others: readonly (typeof ME | typeof NOBODY)[]
): void {
  const all = [...others, ...people.map((name) => [name, name] as const)];
  const find = (query: string): (readonly [label: string, name: string | null])[] => {
    const typed = query.trim();
    const wanted = typed.toLowerCase();
    const found = all.filter(([label]) => label.toLowerCase().includes(wanted));
    const isKnown = found.some(([label]) => label.toLowerCase() === wanted);
    return isKnown || wanted === '' ? found : [...found, [`“${typed}”`, typed.replace(/^@/, '')]];
  };
  askFor(app, { text, find, label: ([label]) => label }, ([, name]) => choose(name));
}

/** A field for the text of a task. */
export function addTextArea(parent: HTMLElement, text: string, rows: number, hint = ''): HTMLTextAreaElement {
  const attr = { rows, 'aria-label': 'Text of the task', placeholder: hint, dir: 'auto' };
  const area = add(parent, 'textarea.text-area', '', attr);
  area.value = text;
  return area;
}

/** Asks for the text of a task. Enter saves: a task is one line. */
export function askForText(app: App, text: string, save: (text: string) => void): void {
  const modal = openDialog(app, 'Edit text');
  const area = addTextArea(modal.contentEl, text, 4);
  const finish = (): void => {
    modal.close();
    save(area.value);
  };
  onEnter(area, finish);
  addFooter(modal, 'Save', finish);
  area.focus();
  area.setSelectionRange(text.length, text.length);
}
