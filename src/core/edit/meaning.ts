/** Compares what two versions of a line mean, so that no edit changes more than it names. */
import { findTags, sameTag } from '../line/tags';
import { readFields, type TaskLine } from '../line/task-line';
import type { LineRules } from '../line/rules';
import { applyEdits, replaceSpan, type TextEdit } from '../text/text-edit';

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
  const touched: ReadonlySet<string> = new Set(touches);
  const old = meaningOf(before, touched, rules);
  const now = meaningOf(after, touched, rules);
  return Object.keys(old).some((name) => {
    const isNamed = name !== 'tags' && name !== 'description' && touched.has(name);
    return !isNamed && String(now[name]) !== String(old[name]);
  });
}

/** What a line says, by `FieldName`. Own tags are left out where they are named, and with the words all tags. */
function meaningOf(
  line: TaskLine,
  touched: ReadonlySet<string>,
  rules: LineRules,
): Readonly<Record<string, unknown>> {
  const { indentation, listMarker, dates, tags, description, ...others } = readFields(line);
  const meaning = { marker: indentation + listMarker, ...dates, ...others };
  if (touched.has('description')) return meaning;
  const own = touched.has('tags') ? [rules.proposedTag, rules.duplicateTag] : [];
  const foreign = tags.filter((tag) => !own.some((other) => sameTag(other, tag)));
  const words = own.length > 0 ? wordsOf(description) : description;
  return { ...meaning, tags: foreign.join(' '), description: words };
}

/** The description without tags and without the spaces that they leave. */
function wordsOf(description: string): string {
  const withoutTags = findTags(description).map((tag) => replaceSpan(tag, ''));
  return applyEdits(description, withoutTags).replace(/\s+/g, '');
}
