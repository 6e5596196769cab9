/** The accounts of people as groups of a list. */
import { type Day, daysBetween } from '../date/day';
import { countOf } from '../edit/wording';
import { type Group, plainGroup, withTasks } from '../group/group';
import type { TaskItem } from '../note/task-item';
import type { Account } from './accounts';

/** How days are shown. */
export interface PersonGroupContext {
  readonly today: Day;
  readonly dayLabel: (day: Day) => string;
}

type IsShown = (item: TaskItem) => boolean;

/** A group for each account, folded at first; accounts without a task that is shown are left out. */
export function personGroups(
  accounts: readonly Account[],
  context: PersonGroupContext,
  isShown: IsShown = () => true,
): Group[] {
  return accounts.flatMap((account): Group[] => {
    const items = tasksOf(account).filter(isShown);
    if (items.length === 0) return [];
    const { name } = account;
    const detail = accountSummary(account, context);
    return [
      plainGroup(`person ${name}`, name, items, { detail, tone: 'person', person: name, startsFolded: true }),
    ];
  });
}

/** The groups of one person: what they owe, what the user owes them, what is proposed. Empty ones are left out. */
export function accountGroups(account: Account, isShown: IsShown): Group[] {
  return withTasks([
    plainGroup('owes', 'Owes me', account.owesMe.filter(isShown)),
    plainGroup('owed', 'I owe', account.iOwe.filter(isShown)),
    plainGroup('proposed', 'Proposed', account.proposed.filter(isShown), { tone: 'proposed' }),
  ]);
}

/** All tasks of an account, what they owe first. */
export function tasksOf({ owesMe, iOwe, proposed }: Account): TaskItem[] {
  return [...owesMe, ...iOwe, ...proposed];
}

/** An account in one line: "Owes me 3, oldest 26 days · I owe 1 · 4 proposed · met 29 Oct". */
export function accountSummary(
  { owesMe, iOwe, proposed, waitingSince, lastMet }: Account,
  { today, dayLabel }: PersonGroupContext,
): string {
  const said: string[] = [];
  if (owesMe.length > 0) {
    const days = waitingSince ? daysBetween(today, waitingSince) : 0;
    said.push(`Owes me ${owesMe.length}${days > 0 ? `, oldest ${dayCount(days)}` : ''}`);
  }
  if (iOwe.length > 0) said.push(`I owe ${iOwe.length}`);
  if (proposed.length > 0) said.push(`${proposed.length} proposed`);
  if (lastMet) said.push(`met ${dayLabel(lastMet)}`);
  // A part is not broken at the end of a line.
  return said.map((part) => part.replace(/ /g, '\u00a0')).join(' · ');
}

/** "1 day", "26 days". */
export function dayCount(days: number): string {
  return countOf(days, 'day');
}
