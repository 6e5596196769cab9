/** The cards of triage: the proposals of a split that a filter leaves, copies as one. */
import type { NoteProposals } from '../index/open-tasks';
import type { TaskItem, TaskLists } from '../note/task-item';
import { sumOf } from '../shared/collect';
import { memo, memoMap } from '../shared/memo';
import { type Collapse, type GroupOf, makeCollapse } from '../triage/card';
import { type Split, type SplitContext, makeSplits } from '../triage/splits';
import { type FilterContext, makeFilter, makeTyped } from './filter';

/** What finding cards depends on besides the proposals. */
export interface CardContext extends SplitContext, FilterContext {
  readonly groupOf: GroupOf;
}

/** The cards in a context. What was made of a note is kept until the note changes. */
export const cardsFor = memo((context: CardContext) => {
  const splits = makeSplits(context);
  const collapse = makeCollapse(context.groupOf);
  const finder = makeTyped<Collapse>(
    (lists) => lists,
    (query, wider) => {
      const narrow = memoMap(makeFilter(query, context));
      return (lists) => narrow(wider(lists));
    },
  );
  return {
    /** Takes over the proposals as they are now, and counts them by split. */
    update: (notes: readonly NoteProposals[]): Readonly<Record<Split, number>> => splits.update(notes),

    /** Looks at what is new, note by note, so that the next list need not; hands on the proposals of a split. */
    *prepare(notes: readonly NoteProposals[], split: Split): Generator<readonly TaskItem[] | undefined> {
      for (const note of splits.partsOf.others(notes)) {
        const items = splits.partsOf.one(note)[split];
        if (items) collapse.prepare(items);
        yield items;
      }
    },

    /** The cards of a split, and how many of its proposals a query leaves out. */
    find(split: Split, query: string): { readonly lists: TaskLists; readonly filteredOut: () => number } {
      const all = splits.lists(split);
      const found = query === '' ? all : finder(query)(all);
      return { lists: collapse(found), filteredOut: () => countOf(all) - countOf(found) };
    },
  };
});

function countOf(lists: TaskLists): number {
  return sumOf(lists, ({ length }) => length);
}
