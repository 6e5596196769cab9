/** The accounts of people as groups of a list. */
import { type Day, daysBetween } from '../date/day';
import { countOf } from '../edit/wording';
import { type Group, plainGroup, withTasks } from '../group/group';
import { memo } from '../shared/memo';
import type { Account } from './accounts';

/** How days are shown. */
export interface PersonGroupContext {
  readonly today: Day;
  readonly dayLabel: (day: Day) => string;
}

const groupFor = memo((context: PersonGroupContext) =>
  memo((account: Account): Group => {
    const { name, owesMe, iOwe, proposed } = account;
    const rest = { tone: 'person', person: name, startsFolded: true } as const;
    const detail = accountSummary(account, context);
    return plainGroup(`person ${name}`, name, [...owesMe, ...iOwe, ...proposed], { detail, ...rest });
  }),
);

/** A group for each account, folded at first, what they owe first. The groups of an account are made once. */
export function personGroups(accounts: readonly Account[], context: PersonGroupContext): Group[] {
  return accounts.map(groupFor(context));
}

/** The groups of one person: what they owe, what the user owes them, what is proposed. Empty ones are left out. */
export function accountGroups({ owesMe, iOwe, proposed }: Account): Group[] {
  return withTasks([
    plainGroup('owes', 'Owes me', owesMe),
    plainGroup('owed', 'I owe', iOwe),
    plainGroup('proposed', 'Proposed', proposed, { tone: 'proposed' }),
  ]);
}

/** An account in one line: "Owes me 3, oldest 26 days · I owe 1 · 4 proposed · met 29 Oct". */
export function accountSummary(
  { owesMe, iOwe, proposed, waitingSince, lastMet }: Account,
  { today, dayLabel }: PersonGroupContext,
): string {
  const days = waitingSince ? daysBetween(today, waitingSince) : 0;
  const oldest = days > 0 ? `, oldest ${countOf(days, 'day')}` : '';
  const said = [
    owesMe.length > 0 && `Owes me ${owesMe.length}${oldest}`,
    iOwe.length > 0 && `I owe ${iOwe.length}`,
    proposed.length > 0 && `${proposed.length} proposed`,
    lastMet && `met ${dayLabel(lastMet)}`,
  ];
  // A part is not broken at the end of a line.
  return said.flatMap((part) => (part ? [part.replace(/ /g, '\u00a0')] : [])).join(' · ');
}
