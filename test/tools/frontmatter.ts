/** The frontmatter of a note on disk, as the app would hand it to the plugin. */
import { parseDocument } from 'yaml';
import { type Frontmatter, readLooseFrontmatter } from '../../src/core/note/frontmatter';
import { messageOf } from './arguments';

/** Frontmatter, and what is wrong with it. `line` counts from 1 in the note. */
export interface FrontmatterReading {
  readonly frontmatter: Frontmatter | null;
  readonly problem: { readonly line: number; readonly message: string } | null;
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*\r?$/gm;

/** Reads the frontmatter of a note; what YAML refuses is read key by key, and is a problem. */
export function readFrontmatter(text: string): FrontmatterReading {
  const yaml = frontmatterText(text);
  if (yaml === null) return { frontmatter: null, problem: null };
  try {
    // The core schema leaves dates as the texts that they are.
    const document = parseDocument(yaml, { schema: 'core', logLevel: 'error' });
    const [error] = document.errors;
    if (error) {
      // What is never closed is missed at the very end, behind the last line of the properties.
      const lines = yaml.trimEnd().split('\n').length;
      return broken(text, Math.min(error.linePos?.[0].line ?? 1, lines), error.message);
    }
    const value: unknown = document.toJS();
    return { frontmatter: isMapping(value) ? value : null, problem: null };
  } catch (error) {
    return broken(text, 1, messageOf(error));
  }
}

function frontmatterText(text: string): string | null {
  const opening = OPENING.exec(text);
  if (!opening) return null;
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  return closing && text.slice(opening[0].length, closing.index);
}

/** `yamlLine` counts from 1 behind the opening `---`. */
function broken(text: string, yamlLine: number, message: string): FrontmatterReading {
  // The place that the parser names counts from behind the opening dashes.
  const reason = (message.split('\n')[0] ?? '').replace(/(?: at line \d+, column \d+)?:?$/, '');
  return {
    frontmatter: readLooseFrontmatter(text),
    problem: {
      line: yamlLine + 1,
      message: `The properties are no valid YAML and were read only in part: ${reason}.`,
    },
  };
}

function isMapping(value: unknown): value is Frontmatter {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
