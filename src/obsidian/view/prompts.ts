import { type App, Modal, Setting, SuggestModal } from 'obsidian';

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

/** Asks for an owner, or another person, among the known people, with room for a new name. */
export class OwnerModal extends SuggestModal<OwnerChoice> {
  constructor(
    app: App,
    private readonly people: readonly string[],
    private readonly choose: (name: string | null) => void,
    question = 'Assign to…',
    private readonly fixed: readonly string[] = ['Me', 'Nobody'],
  ) {
    super(app);
    this.setPlaceholder(question);
  }

  getSuggestions(query: string): OwnerChoice[] {
    const wanted = query.trim().toLowerCase();
    const fixed = FIXED.filter(({ label }) => this.fixed.includes(label));
    const known = this.people.map((name) => ({ label: name, name }));
    const found = [...fixed, ...known].filter(({ label }) => label.toLowerCase().includes(wanted));
    const exact = found.some(({ label }) => label.toLowerCase() === wanted);
    if (wanted !== '' && !exact)
      found.push({ label: `“${query.trim()}”`, name: query.trim().replace(/^@/, '') });
    return found.slice(0, 50);
  }

  renderSuggestion({ label }: OwnerChoice, el: HTMLElement): void {
    el.setText(label);
  }

  onChooseSuggestion({ name }: OwnerChoice): void {
    this.choose(name);
  }
}

/** Asks for the text of a task. Enter saves: a task is one line. */
export class TextModal extends Modal {
  constructor(
    app: App,
    private text: string,
    private readonly save: (text: string) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Edit text');
    const area = this.contentEl.createEl('textarea', {
      cls: 'meeting-tasks-text-area',
      attr: { rows: '4', 'aria-label': 'Text of the task', dir: 'auto' },
    });
    area.value = this.text;
    area.addEventListener('input', () => (this.text = area.value));
    area.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.finish();
    });
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => this.close()))
      .addButton((button) =>
        button
          .setButtonText('Save')
          .setCta()
          .onClick(() => this.finish()),
      );
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private finish(): void {
    this.close();
    this.save(this.text);
  }
}
