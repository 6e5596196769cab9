import { add, STATUS } from './dom';
import type { ViewServices } from './services';

/** So many notes are named; of others it is said how many there are. */
const NAMED = 3;

/** Makes the line under the list that says what is still being read, and what could not be, when it is called. */
export function makeStatusLine(
  parent: HTMLElement,
  services: Pick<ViewServices, 'feedStatus' | 'readFailures'>,
): () => void {
  const el = add(parent, 'div.status', '', STATUS);
  el.hide();
  return () => {
    const status = services.feedStatus();
    const failures = services.readFailures();
    const said: string[] = [];
    if (status.kind === 'loading') said.push(`Reading notes: ${status.done} of ${status.total}`);
    for (const failure of failures.slice(0, NAMED)) {
      const { kind, path } = failure;
      if (kind === 'note') said.push(`${path} could not be read: ${failure.message}`);
      else said.push(`Frontmatter cannot be read as YAML: ${path}`);
    }
    if (failures.length > NAMED) said.push(`${failures.length - NAMED} more notes could not be read.`);
    el.empty();
    for (const text of said) add(el, 'div', text, { title: text });
    el.toggle(said.length > 0);
  };
}
