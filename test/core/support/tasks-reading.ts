/**
 * How the Tasks plugin reads a line, written down a second time in the plainest way: the expressions of its
 * format, each tried at the end of the text, pass after pass. Slow, but easy to compare with the description.
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
const BLOCK_LINK = / \^[A-Za-z0-9-]+$/;
const TAGS = /(?:^|\s)#[^ !@#$%^&*(),.?":{}|<>]+/g;
const LAST_TAG = /(?:^|\s)(#[^ !@#$%^&*(),.?":{}|<>]+)$/;

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
  const match = LINE.exec(line);
  if (!match) return null;
  const [, indentation = '', marker = '', symbol = '', rest = ''] = match;
  let body = rest.trim();
  const blockLink = BLOCK_LINK.exec(body)?.[0] ?? null;
  if (blockLink !== null) body = body.slice(0, -blockLink.length).trim();

  const values: Record<string, string> = {};
  const trailing: string[] = [];
  let matched = true;
  for (let pass = 0; matched && pass < 21; pass++) {
    matched = false;
    for (const [kind, pattern] of KINDS) {
      const found = pattern.exec(body);
      if (!found) continue;
      matched = true;
      body = body.slice(0, found.index).trim();
      if (kind === 'tag') trailing.unshift(found[1] ?? '');
      // What is matched later stands further left, and wins.
      else values[kind] = found[1] ?? '';
    }
  }
  const description = [body, ...trailing].filter((part) => part !== '').join(' ');
  const tags = (description.match(TAGS) ?? []).map((tag) => tag.trim());
  return { indentation, marker, symbol, description, tags, blockLink, values };
}
