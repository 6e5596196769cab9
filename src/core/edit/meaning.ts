/** Compares what two versions of a line mean, so that no edit changes more than it names. */
import { findTags, sameTag } from '../line/tags';
import { readFields, type TaskLine } from '../line/task-line';
import type { LineRules } from '../line/rules';
import type { TextEdit } from '../text/text-edit';

/** A part of a line's meaning that a verb can name. */
export type FieldName =
  | 'symbol'
  | 'description'
  | 'tags'
  | 'priority'
  | 'created'
  | 'start'
  | 'scheduled'
  | 'due'
  | 'cancelled'
  | 'done'
  | 'recurrence'
  | 'onCompletion'
  | 'id'
  | 'dependsOn'
  | 'blockLink'
  | 'marker';

/** Edits of the mended line, and the fields that may read differently after them. */
export interface MeantEdits {
  readonly edits: readonly TextEdit[];
  readonly touches: readonly FieldName[];
  /** Whether the new line says what was asked for, where the fields alone cannot tell. */
  readonly meant?: (after: TaskLine) => boolean;
}

/**
 * Whether `after` differs from `before` in anything but the named parts. `tags` names the plugin's own tags
 * only: all others must stay.
 */
export function changedMoreThan(
  before: TaskLine,
  after: TaskLine,
  touches: readonly FieldName[],
  rules: LineRules,
): boolean {
  const touched = new Set(touches);
  const old = meaningOf(before, touched, rules);
  const now = meaningOf(after, touched, rules);
  for (const [name, value] of old) {
    if (now.get(name) !== value && (name === 'tags' || name === 'description' || !touched.has(name)))
      return true;
  }
  return false;
}

function meaningOf(
  line: TaskLine,
  touched: ReadonlySet<FieldName>,
  rules: LineRules,
): Map<FieldName, string> {
  const fields = readFields(line);
  const meaning = new Map<FieldName, string>([
    ['marker', fields.indentation + fields.listMarker],
    ['symbol', fields.symbol],
    ['priority', String(fields.priority)],
    ['created', String(fields.dates.created)],
    ['start', String(fields.dates.start)],
    ['scheduled', String(fields.dates.scheduled)],
    ['due', String(fields.dates.due)],
    ['cancelled', String(fields.dates.cancelled)],
    ['done', String(fields.dates.done)],
    ['recurrence', String(fields.recurrence)],
    ['onCompletion', String(fields.onCompletion)],
    ['id', String(fields.id)],
    ['dependsOn', fields.dependsOn.join()],
    ['blockLink', String(fields.blockLink)],
  ]);
  if (touched.has('description')) return meaning;
  const own = touched.has('tags') ? [rules.proposedTag, rules.duplicateTag] : [];
  const isOwn = (tag: string): boolean => own.some((other) => sameTag(other, tag));
  meaning.set('tags', fields.tags.filter((tag) => !isOwn(tag)).join(' '));
  meaning.set('description', own.length > 0 ? wordsOf(fields.description) : fields.description);
  return meaning;
}

/** The description without tags and without the spaces that they leave. */
function wordsOf(description: string): string {
  let words = '';
  let at = 0;
  for (const tag of findTags(description)) {
    words += description.slice(at, tag.from);
    at = tag.to;
  }
  words += description.slice(at);
  return words.replace(/\s+/g, '');
}
