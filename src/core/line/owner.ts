/** Who shall do a task: me, nobody, or people by name. */
import { Pool } from '../shared/pool';
import { findMentionRun, type MentionRun } from './mentions';
import type { TaskLine } from './task-line';

/** The three kinds of owner that triage tells apart. */
export type OwnerKind = 'me' | 'nobody' | 'named';

/** The owners of a task line. */
export interface Owners {
  readonly kind: OwnerKind;
  /** The names as written, without those that mean me or nobody. */
  readonly names: readonly string[];
  /** Whether one of the owners is me, also when there are others. */
  readonly mine: boolean;
}

const NOBODY: Owners = { kind: 'nobody', names: [], mine: false };

const MEANS_ME = new Set(['me', 'myself']);
const MEANS_NOBODY = new Set(['tbd', 'tba', 'unknown', 'unassigned', 'nobody']);

/** Kept, because a vault holds few names, and each of them many times. */
const keys = new Pool<string>();

/** The form in which two spellings of a name are compared: composed, lower case, single spaces. */
export function nameKey(name: string): string {
  return keys.of(name, makeKey);
}

function makeKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim();
}

/** The mentions that own a line: the last run at the end of its text, before trailing tags and fields. */
export function ownerRun(line: TaskLine): MentionRun | null {
  return findMentionRun(line.text, line.scan.textFrom, line.scan.textTo);
}

/** The owners of a line. `ownNames` holds the `nameKey`s of the user's own names; `run` may be known already. */
export function readOwners(
  line: TaskLine,
  ownNames: ReadonlySet<string>,
  run: MentionRun | null = ownerRun(line),
): Owners {
  if (!run) return NOBODY;
  const names: string[] = [];
  let mine = false;
  for (const mention of run.mentions) {
    const key = nameKey(mention.name);
    if (MEANS_ME.has(key) || ownNames.has(key)) mine = true;
    else if (!MEANS_NOBODY.has(key)) names.push(mention.name);
  }
  if (mine) return { kind: 'me', names, mine };
  return names.length > 0 ? { kind: 'named', names, mine } : NOBODY;
}
