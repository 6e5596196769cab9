import { type App, SuggestModal } from 'obsidian';
import { addFooter, onEnter, openDialog } from './dialog';
import { add } from './dom';

/** Whom a task can be assigned to: the text for the list, and the name behind the `@`. */
interface OwnerChoice {
  readonly label: string;
  readonly name: string | null;
}

/** What can be chosen besides people. */
const FIXED: readonly OwnerChoice[] = [
  { label: 'Me', name: 'Myself' },
  { label: 'Nobody', name: null },
];

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

/** Asks for an owner, or another person, among the known people, with room for a new name. */
export function askForOwner(
  app: App,
  people: readonly string[],
  choose: (name: string | null) => void,
  text = 'Assign to…',
  fixed: readonly string[] = ['Me', 'Nobody'],
): void {
  const find = (query: string): OwnerChoice[] => {
    const typed = query.trim();
    const wanted = typed.toLowerCase();
    const offered = FIXED.filter(({ label }) => fixed.includes(label));
    const known = people.map((name) => ({ label: name, name }));
    const found = [...offered, ...known].filter(({ label }) => label.toLowerCase().includes(wanted));
    const exact = found.some(({ label }) => label.toLowerCase() === wanted);
    if (wanted !== '' && !exact) found.push({ label: `“${typed}”`, name: typed.replace(/^@/, '') });
    return found;
  };
  askFor<OwnerChoice>(app, { text, find, label: ({ label }) => label }, ({ name }) => choose(name));
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
