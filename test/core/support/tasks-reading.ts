/**
 * How the Tasks plugin reads a line, written down a second time the way Tasks does it: the expressions of its
 * format, each tried at the end of the text, pass after pass, what matches replaced by nothing and the rest trimmed
 * (`Task.fromLine` and `DefaultTaskSerializer.deserialize` of obsidian-tasks 8.3.0). Slow, but easy to compare with
 * the description. Left out is what Tasks makes of the texts: moments, rules, statuses, an object of its class.
 */

/** What is read; absent values are missing. */
export interface Reading {
  readonly indentation: string;
  readonly marker: string;
  readonly symbol: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly blockLink: string | null;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

const LINE = /^([\s>]*)([-*+]|[0-9]+[.)]) +\[(.)\] *(.*)/u;
const BLOCK_LINK = / \^[A-Za-z0-9-]+$/u;
const TAGS = /(^|\s)#[^ !@#$%^&*(),.?":{}|<>]+/g;
const LAST_TAG = /((?:^|\s)#[^ !@#$%^&*(),.?":{}|<>]+)$/;

const field = (symbols: string, value: string): RegExp => new RegExp(`(?:${symbols})\\uFE0F? *(${value})$`);
const DATE = '\\d{4}-\\d{2}-\\d{2}';
const ID = '[A-Za-z0-9_-]+';

/** In the order in which each pass tries them. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['priority', /(🔺|⏫|🔼|🔽|⏬)\uFE0F?$/],
  ['done', field('✅', DATE)],
  ['cancelled', field('❌', DATE)],
  ['due', field('📅|📆|🗓', DATE)],
  ['scheduled', field('⏳|⌛', DATE)],
  ['start', field('🛫', DATE)],
  ['created', field('➕', DATE)],
  ['recurrence', field('🔁', '[A-Za-z0-9, !]+')],
  ['onCompletion', field('🏁', '[A-Za-z]+')],
  ['tag', LAST_TAG],
  ['id', field('🆔', ID)],
  ['dependsOn', field('⛔', `${ID}(?: *, *${ID})*`)],
];

/** Reads a line; `null` when it is no task. */
export function readAsTasks(line: string): Reading | null {
  // Tasks takes a line apart twice: to look for its global filter, and to read it.
  if (!takeApart(line)?.body.includes('')) return null;
  const parts = takeApart(line);
  if (!parts) return null;
  const { indentation, marker, symbol, blockLink } = parts;
  let body = parts.body;
  const values: Record<string, string> = {};
  let trailing = '';
  let matched: boolean;
  let passes = 0;
  do {
    matched = false;
    for (const [kind, pattern] of KINDS) {
      const found = body.match(pattern);
      if (!found) continue;
      matched = true;
      body = body.replace(pattern, '').trim();
      const value = found[1]?.trim() ?? '';
      if (kind === 'tag') trailing = trailing === '' ? value : [value, trailing].join(' ');
      // What is matched later stands further left, and wins.
      else values[kind] = value;
    }
    passes++;
  } while (matched && passes <= 20);
  const description = trailing === '' ? body : body + (body === '' ? '' : ' ') + trailing;
  const tags = (description.match(TAGS) ?? []).map((tag) => tag.trim());
  return { indentation, marker, symbol, description, tags, blockLink, values };
}

function takeApart(line: string) {
  const match = line.match(LINE);
  if (!match) return null;
  const [, indentation = '', marker = '', symbol = '', rest = ''] = match;
  let body = rest.trim();
  const blockLink = body.match(BLOCK_LINK)?.[0] ?? null;
  if (blockLink !== null) body = body.replace(BLOCK_LINK, '').trim();
  return { indentation, marker, symbol, body, blockLink };
}
