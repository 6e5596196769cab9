import { SuggestModal } from 'obsidian';
import type { ViewServices } from './services';

/** Asks for one of the known people: those with something open first, then those met last. */
export class PersonModal extends SuggestModal<string> {
  private readonly names: readonly string[];

  constructor(
    services: ViewServices,
    question: string,
    private readonly choose: (name: string) => void,
    except = '',
  ) {
    super(services.app);
    this.setPlaceholder(question);
    const names = [...services.accounts().open.map(({ name }) => name), ...services.people().all()];
    this.names = [...new Set(names)].filter((name) => name !== except);
  }

  getSuggestions(query: string): string[] {
    const wanted = query.trim().toLowerCase();
    return this.names.filter((name) => name.toLowerCase().includes(wanted)).slice(0, 50);
  }

  renderSuggestion(name: string, el: HTMLElement): void {
    el.setText(name);
  }

  onChooseSuggestion(name: string): void {
    this.choose(name);
  }
}
