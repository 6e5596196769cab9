/** Texts about what is open between the user and others, to be copied or put into a note. */
import type { Day } from '../date/day';
import { countOf } from '../edit/wording';
import type { NoteFacts } from '../note/meeting';
import type { TaskItem } from '../note/task-item';
import { type Account, daysWaiting } from './accounts';

/** What the texts need to know besides the tasks. */
export interface AgendaContext {
  readonly today: Day;
  readonly factsOf: (path: string) => NoteFacts | undefined;
  readonly dayLabel: (day: Day) => string;
  /** A link to a note, as it is written where the text goes. */
  readonly linkTo: (path: string, title: string) => string;
}

/**
 * What is open with people, as Markdown: a heading for each, below it plain bullets. There are no checkboxes:
 * the tasks stay where they are, and an agenda in a note makes no second ones.
 */
export function agendaText(accounts: readonly Account[], context: AgendaContext): string {
  return accounts.map((account) => personAgenda(account, context)).join('\n\n');
}

function personAgenda({ name, owesMe, iOwe, proposed }: Account, context: AgendaContext): string {
  const bullet = (item: TaskItem): string => {
    const facts = context.factsOf(item.path);
    const due = item.due ? `due ${context.dayLabel(item.due)}, ` : '';
    return `- ${harmless(item.text)} (${due}${context.linkTo(item.path, facts?.title ?? item.path)})`;
  };
  const part = (title: string, items: readonly TaskItem[]): string[] =>
    items.length === 0 ? [] : ['', `${title}:`, '', ...items.map(bullet)];
  const parts = [
    ...part(`Waiting on ${name}`, owesMe),
    ...part('From me', iOwe),
    ...part('Not decided yet', proposed),
  ];
  return [`### ${name}`, ...(parts.length > 0 ? parts : ['', 'Nothing is open.'])].join('\n');
}

/** A friendly question after tasks that somebody owes, as plain text for a message. */
export function nudgeText(
  name: string,
  items: readonly TaskItem[],
  context: Omit<AgendaContext, 'linkTo'>,
): string {
  const first = name.split(' ')[0] ?? name;
  const lines = items.map((item) => {
    const facts = context.factsOf(item.path);
    const waiting = daysWaiting(facts, context.today);
    const said = [
      facts?.kind === 'meeting' && `from “${facts.title}”`,
      waiting && `${countOf(waiting, 'day')} ago`,
      item.due && `due ${context.dayLabel(item.due)}`,
    ].filter(Boolean);
    return `- ${item.text}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
  });
  const question = items.length === 1 ? 'how is this going?' : 'how are these going?';
  return `Hi ${first}, ${question}\n${lines.join('\n')}`;
}

/** A text behind a bullet that begins like a checkbox would make a task of it. */
function harmless(text: string): string {
  return text.replace(/^\[(?=.{1,2}\](?:\s|$))/, '\\[');
}
