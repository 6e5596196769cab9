/**
 * Invented proposals of which it is known which say the same, for measuring how well copies are found. The parts of
 * the generated ones share no name, object or occasion: thresholds are chosen on `choose`, the others only measured.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The part that numbers are chosen on, and those that are kept aside, in the order in which they came. */
export type Part = 'choose' | 'aside' | 'fresh' | 'kept';

/** A pair of texts that was written and labelled by hand. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly kind: string;
  readonly lang: string;
  readonly part: Part;
}

/** A generated text; texts of one matter say the same. */
export interface LabelledText {
  readonly text: string;
  readonly matter: number;
}

/** The seeds of the generated texts. */
export const SEEDS: Readonly<Record<Part, readonly number[]>> = {
  choose: [11, 12, 13],
  aside: [271, 272, 273, 274],
  fresh: [901, 902],
  kept: [1501, 1502],
};

/** The pairs that were written by hand. */
export function handWritten(part: Part): LabelledPair[] {
  const file = fileURLToPath(new URL('../../fixtures/copies/pairs.jsonl', import.meta.url));
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as LabelledPair).filter((pair) => pair.part === part);
}

// Each entry is a verb with others that mean the same here; many of these are unknown to the plugin.
const VERBS: readonly (readonly string[])[] = [
  ['Send', 'Share', 'Email', 'Hand over'],
  ['Draft', 'Write', 'Put together', 'Prepare'],
  ['Review', 'Go through', 'Check', 'Look over'],
  ['Update', 'Revise', 'Bring up to date', 'Refresh'],
  ['Order', 'Buy', 'Purchase'],
  ['Cancel', 'Call off'],
  ['Approve', 'Sign off', 'Give the go-ahead for'],
  ['Translate', 'Get a translation of'],
  ['Archive', 'File away'],
  ['Present', 'Show'],
  ['Test', 'Try out'],
  ['Compare', 'Line up'],
  ['Publish', 'Release'],
  ['Digitise', 'Scan'],
  ['Explain', 'Walk people through'],
];

const THINGS: readonly string[] = (
  'price travel seating maintenance pension floor recruiting packaging donor crash supplier tasting evacuation ' +
  'churn cleaning loyalty fleet survey warranty parking intranet energy delivery staff customs photo rehearsal ' +
  'irrigation tender licence complaint noise scaffolding gift server radio vaccination harvest laboratory lighting'
).split(' ');

const FORMS: readonly string[] = (
  'list policy log forecast budget letter scorecard menu map analysis rota brochure protocol insurance statistics ' +
  'terms findings concept banner catalogue certificate schedule handbook form drawing timetable sketch summary ' +
  'overview guide permit inventory'
).split(' ');

const PARTIES: readonly string[] = [
  'Okonkwo',
  'the Lyon branch',
  'Ferrante',
  'the night shift',
  'Wexley Foods',
  'the auditors',
  'Ilse',
  'the union',
  'Brightwater',
  'the city council',
  'Marchetti',
  'the interns',
  'Dahl',
  'the Gdansk plant',
  'Pemberton',
  'the donors',
  'Soraya',
  'the reading club',
  'Kestrel Air',
  'the franchisees',
  'Tanaka',
  'the museum',
  'Vikram',
  'the Malmo office',
];

const OCCASIONS: readonly string[] = [
  'the trade fair',
  'the audit',
  'the product launch',
  'the summer school',
  'the merger talks',
  'the fire drill',
  'the board retreat',
  'the relocation',
  'the price round',
  'the open day',
  'the charity run',
  'the peer review',
  'the harvest season',
  'the software switch',
  'the anniversary',
  'the tram works',
  'the inventory',
  'the pilot phase',
];

const QUALITIES: readonly string[] = [
  'older',
  'shortened',
  'bilingual',
  'signed',
  'illustrated',
  'internal',
  'regional',
  'final',
  'colour',
  'weekly',
];

const TAILS: readonly string[] = [
  ', and keep a copy in the shared folder',
  ' once the numbers are in',
  ', if possible with pictures',
  ' so that nobody has to ask twice',
  ', as agreed in the last meeting',
  ' as soon as the holidays are over',
  ', with a short cover note',
  ' and report back',
  ', which was promised long ago',
];

/** Only for choosing: other ways of saying why and how. */
const MORE_TAILS: readonly string[] = [
  ' because nobody else has the time',
  ', which has not happened yet',
  ' if Ops does not object',
  ' and send us the link',
  ' so that we can close the ticket',
  ' when you are back',
  ', ideally without extra costs',
  ' (see the minutes)',
];

const LEADS: readonly string[] = [
  'Please ',
  'We need to ',
  'Action: ',
  'Remember to ',
  'To do: ',
  'Make sure to ',
];

interface Matter {
  readonly verb: readonly string[];
  readonly object: string;
  readonly quality: string;
  readonly party: string;
  readonly occasion: string;
  readonly number: string;
  readonly negated: boolean;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Matters with their copies (the same in other words, longer, shorter, in another order) and their near misses (other
 * object, number, name, occasion or verb, or negated), which are matters of their own.
 */
export function generated(part: Part, seed: number, matters: number): LabelledText[] {
  const random = randomOf(seed);
  const half = <T>(list: readonly T[]): T[] => list.filter((_, at) => (at % 2 === 0) === (part === 'choose'));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number): boolean => random() < share;
  const [things, forms, parties] = [half(THINGS), half(FORMS), half(PARTIES)];
  const [occasions, qualities, tails] = [
    half(OCCASIONS),
    half(QUALITIES),
    [...half(TAILS), ...(part === 'choose' ? MORE_TAILS : [])],
  ];
  const number = (): string =>
    pick(['Q', 'v2.', 'lot ', 'phase ', 'no. ']) + String(1 + Math.floor(random() * 9));

  const object = (): string => `${pick(things)} ${pick(forms)}`;
  const used = new Set<string>();

  // No two matters are about the same object by chance: one could be the other, cut short.
  const unused = (): string => {
    let found = object();
    while (used.has(found)) found = object();
    used.add(found);
    return found;
  };

  const fresh = (): Matter => ({
    verb: pick(VERBS),
    object: unused(),
    quality: chance(0.5) ? pick(qualities) : '',
    party: chance(0.8) ? pick(parties) : '',
    occasion: chance(0.7) ? pick(occasions) : '',
    number: chance(0.35) ? number() : '',
    negated: chance(0.06),
  });

  const other = <T>(list: readonly T[], than: T): T => {
    for (;;) {
      const found = pick(list);
      if (found !== than) return found;
    }
  };

  const nearMiss = (matter: Matter): Matter => {
    const [thing = '', form = ''] = matter.object.split(' ');
    const ways: Matter[] = [
      { ...matter, object: `${other(things, thing)} ${form}` },
      { ...matter, object: `${thing} ${other(forms, form)}` },
      { ...matter, verb: other(VERBS, matter.verb) },
      { ...matter, negated: !matter.negated },
    ];
    if (matter.party) ways.push({ ...matter, party: other(parties, matter.party) });
    if (matter.occasion) ways.push({ ...matter, occasion: other(occasions, matter.occasion) });
    if (matter.number)
      ways.push({ ...matter, number: other([number(), number(), `${number()}0`], matter.number) });
    return pick(ways);
  };

  const say = (matter: Matter, isPlain: boolean): string => {
    const { object, quality, party, occasion, negated } = matter;
    const verb = isPlain || chance(0.6) ? (matter.verb[0] as string) : pick(matter.verb);
    const lower = verb.charAt(0).toLowerCase() + verb.slice(1);
    const what = [quality, object, matter.number].filter((word) => word !== '').join(' ');
    const whom = party === '' ? '' : ` ${isPlain ? 'with' : pick(['with', 'for', 'together with'])} ${party}`;
    const when =
      occasion === '' ? '' : `${isPlain ? 'for' : pick(['for', 'before', 'in time for'])} ${occasion}`;
    const act = negated ? pick(['do not ', "don't "]) + lower : lower;
    let text = `${act} the ${what}${whom}${when && ` ${when}`}`;
    if (!isPlain) {
      if (when !== '' && chance(0.25)) text = `${when}, ${act} the ${what}${whom}`;
      else if (quality !== '' && chance(0.2))
        text = `${act} the ${object} ${matter.number}${whom} ${when} (${quality})`;
      if (chance(0.3)) text += pick(tails);
      if (chance(0.15)) return pick(LEADS) + text.replace(/ +/g, ' ');
    }
    text = text.replace(/ +/g, ' ').trim();
    return text.charAt(0).toUpperCase() + text.slice(1) + (chance(0.5) ? '.' : '');
  };

  const texts: LabelledText[] = [];
  const known = new Map<string, number>();
  // Two matters that came out the same by chance are one.
  const numberOf = (matter: Matter): number => {
    const key = JSON.stringify(matter);
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    return found;
  };
  while (known.size < matters) {
    const matter = fresh();
    const copies = 1 + Math.floor(random() * 3);
    for (let i = 0; i < copies; i++) texts.push({ text: say(matter, i === 0), matter: numberOf(matter) });
    if (chance(0.6)) {
      const miss = nearMiss(matter);
      texts.push({ text: say(miss, chance(0.5)), matter: numberOf(miss) });
    }
  }
  return texts;
}
