// What each verb makes of a line, as the user then sees it in the note.
import { describe, expect, it } from 'vitest';
import { act } from '../support/act';
import { type VerbName, VERBS } from '../support/verbs';

type Row = readonly [verb: VerbName, before: string, after: string];

const check = (verb: VerbName, before: string, after: string): void => {
  expect(act(before, VERBS[verb].verb)).toBe(after);
};

/** An everyday line with what every verb makes of it. */
const EVERYDAY: readonly Row[] = [
  [
    'accept',
    '- [?] Send it @Bo 📅 2025-11-08 ⏫ #task #proposed',
    '- [ ] Send it @Bo 📅 2025-11-08 ⏫ #task',
  ],
  [
    'reject',
    '- [?] Send it @Bo 📅 2025-11-08 #task #proposed',
    '- [-] Send it @Bo 📅 2025-11-08 ❌ 2025-11-05 #task',
  ],
  // A tab belongs to the tag before it.
  ['accept', '- [?] Send it #proposed\t@Bo', '- [ ] Send it\t@Bo'],
  ['complete', '- [?] Send it @Bo #task #proposed', '- [x] Send it @Bo #task ✅ 2025-11-05'],
  ['start', '- [?] Send it @Bo #proposed', '- [/] Send it @Bo'],
  ['reopen', '- [x] Send it @Bo #task ✅ 2025-11-02', '- [ ] Send it @Bo #task'],
  ['reopen', '- [-] Send it @Bo ❌ 2025-11-02 #task', '- [ ] Send it @Bo #task'],
  ['reopen as proposal', '- [-] Send it #task ❌ 2025-11-02', '- [?] Send it #task #proposed'],
  ['close as copy', '- [?] Send it #task #proposed', '- [-] Send it #task #duplicate ❌ 2025-11-05'],
  ['due 2025-12-01', '- [?] Send it 📅 2025-11-08 #task', '- [?] Send it 📅 2025-12-01 #task'],
  ['due 2025-12-01', '- [?] Send it @Bo ⏫ #task', '- [?] Send it @Bo ⏫ 📅 2025-12-01 #task'],
  ['due none', '- [?] Send it 📅 2025-11-08 #task', '- [?] Send it #task'],
  [
    'snooze 2025-12-01',
    '- [?] Send it 📅 2025-11-08 #task',
    '- [?] Send it 🛫 2025-12-01 📅 2025-11-08 #task',
  ],
  ['snooze none', '- [?] Send it 🛫 2025-12-01 📅 2025-11-08', '- [?] Send it 📅 2025-11-08'],
  ['assign Ana Lee', '- [?] Send it @Bo Ek 📅 2025-11-08', '- [?] Send it @Ana Lee 📅 2025-11-08'],
  ['assign Ana Lee', '- [?] Send it 📅 2025-11-08 #task', '- [?] Send it @Ana Lee 📅 2025-11-08 #task'],
  ['assign none', '- [?] Send it @Bo Ek 📅 2025-11-08', '- [?] Send it 📅 2025-11-08'],
  ['priority high', '- [?] Send it 📅 2025-11-08 #task', '- [?] Send it ⏫ 📅 2025-11-08 #task'],
  ['priority high', '- [?] Send it 🔽 📅 2025-11-08', '- [?] Send it ⏫ 📅 2025-11-08'],
  ['priority none', '- [?] Send it 🔽 📅 2025-11-08', '- [?] Send it 📅 2025-11-08'],
  ['text New words', '- [?] Send it @Bo 📅 2025-11-08 #task', '- [?] New words @Bo 📅 2025-11-08 #task'],
];

/** Where else the same line can stand, and what can stand around it. */
const PLACES: readonly (readonly [place: string, put: (line: string) => string])[] = [
  ['in a list', (line) => line],
  ['nested by spaces', (line) => `    ${line}`],
  ['nested by a tab', (line) => `\t${line}`],
  ['in a callout', (line) => `> ${line}`],
  ['in a callout in a callout', (line) => `>> ${line}`],
  ['with a star', (line) => line.replace('-', '*')],
  ['with a number', (line) => line.replace('-', '12.')],
  ['with spaces behind the marker', (line) => line.replace('-', '-  ')],
  ['with a block link', (line) => `${line} ^note-1`],
  ['with two spaces at the end', (line) => `${line}  `],
  ['with a carriage return', (line) => `${line}\r`],
  ['with all of that', (line) => `> \t${line} ^note-1  \r`],
];

describe.each(PLACES)('a line %s', (_, put) => {
  it.each(EVERYDAY)('%s: %s', (verb, before, after) => {
    check(verb, put(before), put(after));
  });
});

const SPECIAL: Readonly<Record<string, readonly Row[]>> = {
  'a wish that is fulfilled changes nothing': [
    ['accept', '- [ ] a', 'unchanged'],
    ['accept', '- [/] a', 'unchanged'],
    ['reject', '- [-] a ❌ 2025-01-01', 'unchanged'],
    ['reject', '- [-] a', 'unchanged'],
    ['complete', '- [x] a ✅ 2025-01-01', 'unchanged'],
    ['start', '- [/] a', 'unchanged'],
    ['reopen', '- [?] a #proposed', 'unchanged'],
    ['reopen', '- [ ] a', 'unchanged'],
    ['close as copy', '- [-] a #duplicate ❌ 2025-01-01', 'unchanged'],
    ['due 2025-12-01', '- [?] a 📅 2025-12-01', 'unchanged'],
    ['due 2025-12-01', '- [?] a 🗓️2025-12-01', 'unchanged'],
    ['due none', '- [?] a', 'unchanged'],
    ['snooze 2025-12-01', '- [?] a 🛫 2025-12-01', 'unchanged'],
    ['snooze none', '- [?] a 📅 2025-12-01', 'unchanged'],
    ['assign Ana Lee', '- [?] a @Ana Lee', 'unchanged'],
    ['assign Ana Lee', '- [?] a @ANA Lee (lead)', 'unchanged'],
    ['assign Ana Lee', '- [?] a @[[People/Ana Lee]]', 'unchanged'],
    ['assign none', '- [?] a', 'unchanged'],
    ['priority high', '- [?] a ⏫️', 'unchanged'],
    ['priority none', '- [?] a', 'unchanged'],
    ['text New words', '- [?] New words @Bo #task', 'unchanged'],
  ],
  'a decision replaces the one before': [
    ['accept', '- [x] a ✅ 2025-01-01', 'refused: already-decided'],
    ['accept', '- [-] a #proposed', 'refused: already-decided'],
    ['accept', '- [x] ticked elsewhere ✅ 2025-11-01 #proposed', '- [x] ticked elsewhere ✅ 2025-11-01'],
    ['reject', '- [x] a ✅ 2025-01-01', '- [-] a ❌ 2025-11-05'],
    ['complete', '- [-] a ❌ 2025-01-01 #b', '- [x] a ✅ 2025-11-05 #b'],
    ['complete', '- [ ] a ✅ 2025-01-01', '- [x] a ✅ 2025-11-05'],
    ['complete', '- [X] unknown symbols are open', '- [x] unknown symbols are open ✅ 2025-11-05'],
    ['start', '- [x] a ✅ 2025-01-01', '- [/] a'],
    ['start', '- [-] a ❌ 2025-01-01 #proposed', '- [/] a'],
    ['reject', '- [-] a #proposed', '- [-] a'],
    ['close as copy', '- [-] a ❌ 2025-01-01', '- [-] a #duplicate ❌ 2025-01-01'],
    ['reopen as proposal', '- [x] a', '- [?] a #proposed'],
    ['reopen as proposal', '- [x] ✅ 2025-11-02 📅 2025-11-08', '- [?] #proposed 📅 2025-11-08'],
  ],
  'the proposed tag, wherever it stands': [
    ['accept', '- [ ] a #proposed', '- [ ] a'],
    ['accept', '- [!] a #proposed', '- [ ] a'],
    ['accept', '- [?] a', '- [ ] a'],
    ['accept', '- [?] read #proposed text twice', '- [ ] read text twice'],
    ['accept', '- [?] #proposed a', '- [ ] a'],
    ['accept', '- [?] a #Proposed #PROPOSED', '- [ ] a'],
    ['accept', '- [?] #proposed #proposed 📅 2025-11-08', '- [ ] 📅 2025-11-08'],
    ['accept', '- [?] a #proposed/later #xproposed', '- [ ] a #proposed/later #xproposed'],
    ['accept', '- [?] a (#proposed)', '- [ ] a (#proposed)'],
    ['accept', '- [?] a #proposed, then b', '- [ ] a, then b'],
    ['accept', '- [?] a #proposed📅 2025-11-08', '- [ ] a 📅 2025-11-08'],
    ['accept', '- [?] a #b #proposed🆔 c', '- [ ] a #b 🆔 c'],
    ['accept', '- [?]  a  #proposed  #b', '- [ ]  a   #b'],
    ['reject', '- [?] #proposed', '- [-]  ❌ 2025-11-05'],
    ['close as copy', '- [?] #proposed 📅 2025-11-08', '- [-] #duplicate 📅 2025-11-08 ❌ 2025-11-05'],
  ],
  'fields that are doubled: the first is read and changed': [
    ['due 2025-12-01', '- [ ] a 📅 2025-11-08 📅 2025-11-09', '- [ ] a 📅 2025-12-01 📅 2025-11-09'],
    ['due 2025-11-08', '- [ ] a 📅 2025-11-08 📅 2025-11-09', 'unchanged'],
    ['due none', '- [ ] a 📅 2025-11-08 #b 📅 2025-11-09', '- [ ] a #b'],
    ['due none', '- [ ] 📅 2025-11-08 📅 2025-11-09 #b', '- [ ] #b'],
    ['priority high', '- [ ] a ⏬ 📅 2025-11-08 🔺', '- [ ] a ⏫ 📅 2025-11-08 🔺'],
    ['priority none', '- [ ] a ⏬ 🔺', '- [ ] a'],
    ['accept', '- [?] a 📅 2025-11-08 📅 2025-11-09', '- [ ] a 📅 2025-11-08 📅 2025-11-09'],
  ],
  'dates that do not exist stay until they are rescheduled': [
    ['accept', '- [?] a 📅 2025-02-30 #proposed', '- [ ] a 📅 2025-02-30'],
    ['complete', '- [ ] a 📅 2025-02-30', '- [x] a 📅 2025-02-30 ✅ 2025-11-05'],
    ['due 2025-12-01', '- [ ] a 📅 2025-02-30', '- [ ] a 📅 2025-12-01'],
    ['due none', '- [ ] a 📅 2025-02-30', '- [ ] a'],
  ],
  'fields that other text hides': [
    ['accept', '- [?] a 📅 2025-11-08 (if late) #proposed', '- [ ] a 📅 2025-11-08 (if late)'],
    ['due 2025-12-01', '- [?] a 📅 2025-11-08 (if late)', '- [?] a 📅 2025-11-08 (if late) 📅 2025-12-01'],
    ['due none', '- [?] a 📅 2025-11-08 (if late)', 'unchanged'],
    ['due 2025-12-01', '- [ ] a 📅 tomorrow', '- [ ] a 📅 tomorrow 📅 2025-12-01'],
    ['assign Ana Lee', '- [ ] a 📅 2025-11-08 @Bo', '- [ ] a 📅 2025-11-08 @Ana Lee'],
  ],
  'broken emoji stay, but for the token that changes': [
    ['accept', '- [?] a \uf8ffüìÖ 2025-11-08 ‚è´ #proposed', '- [ ] a \uf8ffüìÖ 2025-11-08 ‚è´'],
    ['reject', '- [?] a \uf8ffüìÖ 2025-11-08 #b', '- [-] a \uf8ffüìÖ 2025-11-08 ❌ 2025-11-05 #b'],
    ['due 2025-12-01', '- [?] a \uf8ffüìÖ 2025-11-08 ‚è´ #b', '- [?] a 📅 2025-12-01 ‚è´ #b'],
    ['due none', '- [?] a \uf8ffüìÖ 2025-11-08 ‚è´ #b', '- [?] a ‚è´ #b'],
    ['priority high', '- [?] a îΩ \uf8ffüîΩ #b', '- [?] a îΩ ⏫ #b'],
    ['priority high', '- [?] a ‚è´ #b', 'unchanged'],
    ['assign Ana Lee', '- [?] a ‚Äì b @Bo ðŸ“… 2025-11-08', '- [?] a ‚Äì b @Ana Lee ðŸ“… 2025-11-08'],
    ['complete', '- [ ] a â\u009d\u008c 2025-11-08', '- [x] a ✅ 2025-11-05'],
  ],
  'a new field goes where Tasks would write it': [
    [
      'due 2025-12-01',
      '- [ ] a ➕ 2025-01-01 ✅ 2025-01-02',
      '- [ ] a ➕ 2025-01-01 📅 2025-12-01 ✅ 2025-01-02',
    ],
    ['due 2025-12-01', '- [ ] a ✅ 2025-01-02 #b', '- [ ] a 📅 2025-12-01 ✅ 2025-01-02 #b'],
    ['due 2025-12-01', '- [ ] a #b', '- [ ] a #b 📅 2025-12-01'],
    ['due 2025-12-01', '- [ ] a 🔁 every day #b', '- [ ] a 🔁 every day 📅 2025-12-01 #b'],
    ['due 2025-12-01', '- [ ] a🔁 every day', '- [ ] a🔁 every day 📅 2025-12-01'],
    ['priority high', '- [ ] a🔁 every day', '- [ ] a ⏫ 🔁 every day'],
    ['priority high', '- [ ] a 🆔 x ⛔ y 📅 2025-11-08', '- [ ] a 🆔 x ⛔ y ⏫ 📅 2025-11-08'],
    ['priority high', '- [ ] a 📅 2025-11-08 🆔 x', '- [ ] a 📅 2025-11-08 🆔 x ⏫'],
    [
      'snooze 2025-12-01',
      '- [ ] a 📅 2025-11-08⏳ 2025-11-01',
      '- [ ] a 🛫 2025-12-01 📅 2025-11-08⏳ 2025-11-01',
    ],
    ['due 2025-12-01', '- [ ] a ^note-1', '- [ ] a 📅 2025-12-01 ^note-1'],
    ['due 2025-12-01', '- [ ]', '- [ ] 📅 2025-12-01'],
    ['due 2025-12-01', '- [ ]a', '- [ ]a 📅 2025-12-01'],
  ],
  'symbols stay as the user wrote them': [
    ['due 2025-12-01', '- [ ] a 📆2025-11-08', '- [ ] a 📆2025-12-01'],
    ['due 2025-12-01', '- [ ] a 🗓️   2025-11-08', '- [ ] a 🗓️   2025-12-01'],
    ['accept', '- [?] a ⏫️  📅   2025-11-08', '- [ ] a ⏫️  📅   2025-11-08'],
  ],
  owners: [
    ['assign Ana Lee', '- [?]', '- [?] @Ana Lee'],
    ['assign Ana Lee', '- [?] #task', '- [?] @Ana Lee #task'],
    ['assign Ana Lee', '- [?] Tell @Bo that it is late', '- [?] Tell @Bo that it is late @Ana Lee'],
    ['assign Ana Lee', '- [?] a @Ana Lee @Bo', '- [?] a @Ana Lee'],
    ['assign Ana Lee', '- [?] a @Bo @Cem Kaya 📅 2025-11-08', '- [?] a @Ana Lee 📅 2025-11-08'],
    ['assign Ana Lee', '- [?] a @Bo (lead, email: bo@fjord.example)', '- [?] a @Ana Lee'],
    ['assign Ana Lee', '- [?] a @[[Bo Ek]].', '- [?] a @Ana Lee.'],
    ['assign none', '- [?] @Bo', '- [?] '],
    ['assign none', '- [?] @Bo #task', '- [?] #task'],
    ['assign none', '- [?] a @Bo and @Cem', '- [?] a'],
    ['assign none', '- [?] Call @Bo.', '- [?] Call.'],
    ['assign none', '- [?] Ask bo@fjord.example', 'unchanged'],
  ],
  'words of the user': [
    ['text New words', '- [?]', '- [?] New words'],
    ['text New words', '- [?]📅 2025-11-08', '- [?] New words 📅 2025-11-08'],
    ['text New words', '- [?] a #b c @Bo #d ^x', '- [?] New words @Bo #d ^x'],
    ['text New words', '- [?] @Bo', '- [?] New words @Bo'],
  ],
  'what is no task': [
    ['accept', 'Send it', 'refused: not-a-task'],
    ['due 2025-12-01', '- Send it', 'refused: not-a-task'],
    ['reject', '', 'refused: not-a-task'],
    ['accept', '- [] a', 'refused: not-a-task'],
  ],
  'lines in which something else would be read than is meant': [
    ['accept', '- [?] a ^x #proposed', 'refused: would-change-more'],
    ['accept', '- [?] a 🏁 #proposed keep', 'refused: would-change-more'],
    ['due none', '- [?] a 🔁 📅 2025-11-08', '- [?] a 🔁'],
    ['assign none', '- [?] 🔁 every @Bo', 'refused: would-change-more'],
  ],
};

describe.each(Object.entries(SPECIAL))('%s', (_, rows) => {
  it.each(rows)('%s: %s', check);
});
