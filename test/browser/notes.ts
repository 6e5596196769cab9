/** Small vaults for the browser tests. Everybody and everything in them is invented. */

/** The day that is today in the tests: a Wednesday. */
export const TODAY = '2025-11-05';

/** A meeting note: frontmatter, a heading and the lines of its list. */
export function meeting(title: string, date: string, lines: readonly string[], extra = ''): string {
  return `---
type: people
title: ${title}
date: ${date}
participants:
  - Ines Calder
  - Oda Brandt
${extra}---

# ${title}

Some words before the list.

## Action items

${lines.join('\n')}

## Notes

- A point that is no task.
`;
}

/** The note on which the verbs are tried, and its lines. */
export const PRESS = 'Meetings/2025-11-03 - Press repair.md';

export const SCREW = '- [?] Order a new screw for the press @Myself ⏫ 📅 2025-11-04 #proposed #task';
export const OAK = '- [?] Ask the mill for **oak** staves @Myself 📅 2025-11-07 #task';
export const KEY = '- [?] Write down who holds the key @Myself';
export const PULP = '- [?] Weigh the pulp of last week @Ines Calder 📅 2025-11-06';
export const PUMP = '- [?] Find a second pump ^pump';
export const SMITH = '- [ ] Pay the smith @Myself 📅 2025-11-05';
export const VAT = '- [x] Clean the vat @Myself ✅ 2025-11-01';
export const LATER = '- [?] Count the empty barrels @Myself 🛫 2025-12-01 📅 2025-12-05';

/** Where the note on the press says it comes from. */
export const TRANSCRIPT = 'Sources/2025-11-03 - Press repair (transcript).md';

export const PRESS_TEXT = meeting(
  'Press repair',
  '2025-11-03',
  [SCREW, OAK, KEY, PULP, PUMP, SMITH, VAT, LATER],
  `source: transcript\nsource_ref: "${TRANSCRIPT}"\n`,
);

/** A second meeting, later than the first. */
export const ROUND = 'Meetings/2025-11-04 - Orchard round.md';

export const LADDER = '- [?] Mend the long ladder @Myself 📅 2025-11-05';
export const NETS = '- [?] Take the nets down @Myself 🔽 📅 2025-11-12';
export const HIVES = '- [ ] Move the hives @Oda Brandt 📅 2025-11-07';

export const ROUND_TEXT = meeting('Orchard round', '2025-11-04', [LADDER, NETS, HIVES]);

/** A note of no type that is looked at. */
export const DIARY = 'Diary.md';
export const DIARY_TEXT = '# Diary\n\n- [?] Sharpen the saws @Myself\n';

/** The vault that most tests use. */
export const ORCHARD: Readonly<Record<string, string>> = {
  [PRESS]: PRESS_TEXT,
  [ROUND]: ROUND_TEXT,
  [TRANSCRIPT]: '# Transcript of the press repair\n\nInes: The screw is bent.\n',
  'People/Ines Calder.md': '---\ntype: people\ntitle: Ines Calder\naliases: [Ines]\n---\n\n# Ines Calder\n',
  [DIARY]: DIARY_TEXT,
};

/** 📅, ⏫ and 🔽 as they look when their UTF-8 bytes were read as Mac Roman; U+F8FF is invisible on most screens. */
const DUE = '\uf8ffüìÖ';
const HIGH = '‚è´';
const LOW = '\uf8ffüîΩ';

/** A generated note with broken emoji: eight proposals, due on one day, three high, two low, three without priority. */
export const BROKEN = 'Meetings/2025-10-30 - One to one with Oda.md';

export const BROKEN_LINES = [
  `- [?] Call the cooper about the cracked vat and ask for a price. @Myself ${DUE} 2025-11-08 ${HIGH} #task #proposed #auto`,
  `- [?] Draw a plan of the new cellar, with room for forty barrels. @Myself ${DUE} 2025-11-08 #task #proposed #auto`,
  `- [?] Walk the north field with Oda Brandt and mark the old trees. @Myself ${DUE} 2025-11-08 #task #proposed #auto`,
  `- [?] Compare the two offers for the bottling line (hand-fed and automatic). @Myself ${DUE} 2025-11-08 ${HIGH} #task #proposed #auto`,
  `- [?] Read the contract with the cold store, above all its notice period. @Myself ${DUE} 2025-11-08 ${HIGH} #task #proposed #auto`,
  `- [?] Check who is on call at the weekends of the harvest. @Myself ${DUE} 2025-11-08 #task #proposed #auto`,
  `- [?] Find out where the county keeps the maps of the drains. @Myself ${DUE} 2025-11-08 ${LOW} #task #proposed #auto`,
  `- [?] Look through the alarm numbers of the pump house. @Myself ${DUE} 2025-11-08 ${LOW} #task #proposed #auto`,
] as const;

export const BROKEN_TEXT = `---
type: "people"
title: "1:1 with Oda Brandt, the new cellar"
date: "2025-10-30"
person: ""
participants: ["Ines Calder", "Oda Brandt"]
source: "transcript"
source_ref: "/Notes/Sources/Transcripts/2025-10-30 - Oda on the new cellar.md"
tags:
  - "type/people"
  - "person/"
  - "generated"

---

# 1:1 with Oda Brandt, the new cellar

**Date**: 2025-10-30
**With**: Ines Calder, Oda Brandt

## Summary

Oda wants more room for barrels.


## Action Items


${BROKEN_LINES.join('\n\n')}






## Key Information


- The cold store is full until March.



---

*Source: [[2025-10-30 - Oda on the new cellar]]*`;

/** Replaces one line of a text by another; the line must be there exactly once. */
export function withLine(text: string, line: string, by: string): string {
  const parts = text.split(line);
  if (parts.length !== 2) throw new Error(`Not there exactly once: ${line}`);
  return parts.join(by);
}

/** The note on the press, and the note on the orchard, with one line changed. */
export const pressWith = (line: string, by: string): string => withLine(PRESS_TEXT, line, by);
export const roundWith = (line: string, by: string): string => withLine(ROUND_TEXT, line, by);
