import { describe, expect, it } from 'vitest';
import { makePeople } from '../../../src/core/index/people';
import { makeAccounts } from '../../../src/core/people/accounts';
import { type AgendaContext, agendaText, nudgeText } from '../../../src/core/people/agenda';
import { TODAY } from '../support/act';
import { entry, indexOf } from '../support/items';

const NOTE = entry(
  'Calls/2025-10-20 - Nets.md',
  `---
title: Nets
participants: [Ana Lee, Bo Ek]
---
- [ ] dry the nets @Ana 📅 2025-11-01 ⏫ #task
- [ ] [x] tick the box @Ana
- [ ] [[Boats]] to paint @Ana
- [ ] bring cake @Me
- [?] sell the old boat @Ana #proposed
`,
);

const accounts = makeAccounts([NOTE], {
  today: TODAY,
  people: makePeople(indexOf(NOTE)),
  ownNames: new Set(),
});

const context: AgendaContext = {
  today: TODAY,
  factsOf: (path) => (path === NOTE.path ? NOTE.facts : undefined),
  dayLabel: (day) => day.slice(5),
  linkTo: (path, title) => `[[${path.slice(0, -3)}|${title}]]`,
};

const LINK = '[[Calls/2025-10-20 - Nets|Nets]]';

describe('an agenda', () => {
  it('says what is open in both directions, and where it comes from', () => {
    expect(agendaText([accounts.of('Ana Lee')], context)).toBe(
      `### Ana Lee

Waiting on Ana Lee:

- dry the nets (due 11-01, ${LINK})
- \\[x] tick the box (${LINK})
- [[Boats]] to paint (${LINK})

From me:

- bring cake (${LINK})

Not decided yet:

- sell the old boat (${LINK})`,
    );
  });

  it('holds no task: what is put into a note makes no second ones', () => {
    const text = agendaText([accounts.of('Ana Lee'), accounts.of('Bo Ek')], context);
    expect(entry('Agenda.md', text).tasks).toEqual([]);
    expect(text.match(/^### .*$/gm)).toEqual(['### Ana Lee', '### Bo Ek']);
  });

  it('says so when nothing is open', () => {
    expect(agendaText([accounts.of('Zoë')], context)).toBe('### Zoë\n\nNothing is open.');
  });
});

describe('a nudge', () => {
  it('asks after one task, or after several, with their ages', () => {
    const { owesMe } = accounts.of('Ana Lee');
    expect(nudgeText('Ana Lee', owesMe.slice(0, 1), context)).toBe(
      'Hi Ana, how is this going?\n- dry the nets (from “Nets”, 16 days ago, due 11-01)',
    );
    expect(nudgeText('Ana Lee', owesMe.slice(0, 2), context)).toMatch(
      /^Hi Ana, how are these going\?\n- dry.*\n- \[x\]/,
    );
  });
});
