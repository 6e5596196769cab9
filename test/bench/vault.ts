/** Vaults of any size for the benchmark: the same seed makes the same notes, shaped like the demo vault. */
import { addDays, type Day } from '../../src/core/date/day';
import type { Frontmatter } from '../../src/core/note/frontmatter';

/** A note of a made vault, with what Obsidian's metadata would say of it. */
export interface MadeNote {
  readonly path: string;
  readonly text: string;
  readonly frontmatter: Frontmatter | null;
  /** Lines of task items, from 0. */
  readonly taskLines: readonly number[];
}

/** The day from which the notes of a made vault look back. */
export const BENCH_TODAY = '2025-11-05' as Day;

const FIRST =
  'Ada,Bo,Cléa,Dag,Edda,Femke,Goran,Hanneke,Ilse,Joris,Kwame,Lotte,Mina,Nadir,Oskar,Priya,Quim,Rosa,Sven,Tamar,Ugo,Vera,Wout,Xenia,Yara,Zoë'.split(
    ',',
  );
const LAST =
  'Abel,Bakker,Carrasco,Dubois,Eriksen,Fàbregas,Grün,Haddad,Ibsen,Jansen,Kaya,Lund,Mäkinen,Nowak,Okoro,Petit,Quist,Rossi,Sato,Thrane,Ueda,Visser,Wolf,Yıldız,Zwart'.split(
    ',',
  );
const VERBS =
  'Draft,Check,Send,Ask about,Order,Repair,Measure,Compare,Collect,Describe,Translate,Replace,Test,Plan,Book,Review'.split(
    ',',
  );
const NOUNS =
  'the ticket machine,the pontoon,the gasket of the door,the printer,the timetable,the certificate,the offer,the cable,the sticker,the van kit,the screen,the pilot,the coin slot,the report,the fare table,the payment flow,the speaker,the landing,the roof edge,the heater'.split(
    ',',
  );
const REST =
  'before the next round,with photographs,for the harbour master,and put it into the one-pager,as agreed with the board,so that nobody waits,until the new part arrives,in three languages,without the network,on a wet day,for all five landings,and write down what is missing'.split(
    ',',
  );
const PROSE =
  'the passengers wait longer than we thought and the machine is quiet about it while rain gets into the hinge side and the gulls sit on the roof edge where the solar panel should be so that the battery is low in the morning when the first ferry leaves and nobody can buy a ticket from the old machine'.split(
    ' ',
  );

/** Random numbers from a seed (mulberry32), from 0 to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a vault is made of. */
export interface VaultShape {
  readonly notes: number;
  readonly seed?: number;
  /** Share of meeting notes; of the others most have no task at all. */
  readonly meetings?: number;
  /** Action items of a meeting note, on average. */
  readonly items?: number;
  /** Paragraphs of a meeting note besides what note-takers write, on average. */
  readonly paragraphs?: number;
}

/** Makes a vault. */
export function makeVault(shape: VaultShape): MadeNote[] {
  const { notes, seed = 1, meetings = 0.2, items = 4.4, paragraphs = 0 } = shape;
  const random = randomFrom(seed);
  const made: MadeNote[] = [];
  for (let number = 0; number < notes; number++) {
    const kind = random();
    if (kind < meetings) made.push(meetingNote(random, number, items, paragraphs));
    else if (kind < meetings + 0.02) made.push(profileNote(random, number));
    else if (kind < meetings + 0.06) made.push(longNote(random, number));
    else made.push(plainNote(random, number));
  }
  return made;
}

type Random = () => number;

const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

function nameOf(random: Random): string {
  return `${pick(random, FIRST)} ${pick(random, LAST)}`;
}

function dayBefore(random: Random, most: number): Day {
  return addDays(BENCH_TODAY, -Math.floor(random() * most));
}

function prose(random: Random, words: number): string {
  const from = Math.floor(random() * PROSE.length);
  const said = Array.from({ length: words }, (_, at) => PROSE[(from + at * 7) % PROSE.length]).join(' ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** A task line as the note-takers write it. */
export function taskLine(random: Random, symbol: string): string {
  const proposed = symbol === '?';
  const text = `${pick(random, VERBS)} ${pick(random, NOUNS)} ${pick(random, REST)}${random() < 0.4 ? `, ${pick(random, REST)}` : ''} ${Math.floor(random() * 1000)}.`;
  const turn = random();
  const owner = turn < 0.35 ? ' @Myself' : turn < 0.85 ? ` @${nameOf(random)}` : '';
  const due = random() < 0.65 ? ` 📅 ${addDays(BENCH_TODAY, Math.floor(random() * 90) - 45)}` : '';
  const priority = random() < 0.4 ? ` ${pick(random, ['🔺', '⏫', '🔼', '🔽'])}` : '';
  const snoozed = proposed && random() < 0.05 ? ` 🛫 2025-12-01` : '';
  const done = symbol === 'x' ? ' ✅ 2025-10-30' : symbol === '-' ? ' ❌ 2025-10-30' : '';
  return `- [${symbol}] ${text}${owner}${priority}${snoozed}${due}${done} #task${proposed ? ' #proposed #auto' : ''}`;
}

function meetingNote(random: Random, number: number, items: number, paragraphs: number): MadeNote {
  const date = dayBefore(random, 900);
  const title = `${pick(random, VERBS)} ${pick(random, NOUNS)} ${number}`;
  const people = Array.from({ length: 2 + Math.floor(random() * 5) }, () => nameOf(random));
  const lines = ['---', 'type: people', `title: "${title}"`, `date: "${date}"`];
  lines.push(
    `participants: [${people.map((name) => `"${name}"`).join(', ')}]`,
    'source: transcript',
    '---',
    '',
  );
  lines.push(`# ${title}`, '', `**Date**: ${date}`, `**With**: ${people.join(', ')}`, '', '## Summary', '');
  lines.push(prose(random, 60), '', '## Action Items', '');
  const count = Math.max(1, Math.round(items * (0.4 + 1.2 * random())));
  for (let i = 0; i < count; i++) {
    const turn = random();
    lines.push(taskLine(random, turn < 0.6 ? '?' : turn < 0.8 ? ' ' : turn < 0.93 ? 'x' : '-'), '');
  }
  lines.push('## Key Information', '');
  for (let i = 5 + Math.floor(random() * 8); i > 0; i--) lines.push(`- ${prose(random, 14)}`, '');
  for (let i = Math.round(2 * paragraphs * (paragraphs && random())); i > 0; i--)
    lines.push(prose(random, 30), '');
  const frontmatter = { type: 'people', title, date, participants: people, source: 'transcript' };
  return note(`Meetings/${date.slice(0, 7)}/${date} - ${title}.md`, lines, frontmatter);
}

function profileNote(random: Random, number: number): MadeNote {
  const name = nameOf(random);
  const lines = [
    '---',
    'type: people',
    `title: "${name}"`,
    '---',
    '',
    `# ${name}`,
    '',
    prose(random, 40),
    '',
  ];
  if (random() < 0.5) lines.push('## For the next talk', '', taskLine(random, '?'), '');
  return note(`People/${name} ${number}.md`, lines, { type: 'people', title: name });
}

/** A transcript: long, in nobody's scope, without tasks but with brackets here and there. */
function longNote(random: Random, number: number): MadeNote {
  const lines = [`# Transcript ${number}`, ''];
  for (let i = 150 + Math.floor(random() * 200); i > 0; i--) {
    lines.push(`**${pick(random, FIRST)}:** ${prose(random, 12 + Math.floor(random() * 30))}`, '');
    if (random() < 0.05) lines.push(`See [the list](https://example.com/${i}) and [[Transcript ${i}]].`, '');
  }
  return note(`Sources/Transcripts/Transcript ${number}.md`, lines, null);
}

function plainNote(random: Random, number: number): MadeNote {
  const lines = [`# Note ${number}`, ''];
  for (let i = Math.floor(2 + 12 * random() ** 2); i > 0; i--) {
    lines.push(random() < 0.3 ? `- ${prose(random, 10)}` : prose(random, 30), '');
  }
  return note(
    `${pick(random, ['Projects', 'Daily', 'Ideas'])}/${number % 100}/Note ${number}.md`,
    lines,
    null,
  );
}

function note(path: string, lines: readonly string[], frontmatter: Frontmatter | null): MadeNote {
  const taskLines = lines.flatMap((line, at) => (/^- \[.\] /.test(line) ? [at] : []));
  // Joined here, so that the text is one string, as it comes from a file.
  return { path, text: lines.join('\n'), frontmatter, taskLines };
}
