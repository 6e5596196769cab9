/** Reads the words of a task's text so that different spellings of one thing become the same word. */
import { fold, isUpper, splitWords, stem } from './copy-split';
import {
  ACTIONS,
  COMPOUND,
  DAYS,
  FORGET,
  MONTHS,
  NEGATIONS,
  NUMBERS,
  PARTICLES,
  REASONS,
  STOP_WORDS,
} from './copy-vocabulary';

/**
 * What a word does in a task: nothing, name a thing, name an action, or tell tasks apart (`HARD`: numbers, dates,
 * tickets, single capitals). Negations turn a task around; "forget" takes that back; reasons negate nothing.
 */
const STOP = 0;
const PLAIN = 1;
export const ACTION = 2;
export const HARD = 3;
const NEGATION = 4;
const FORGETTING = 5;
const REASON = 6;
/** An action that ends, undoes or refuses something. */
export const ADVERSE = 7;

/** Flags beside the id of a word: a name, as far as a capital in the middle of a sentence tells; counts half. */
export const NAME = 1;
export const LIGHT = 2;

/** The words of one text that count, each once. */
export interface TextWords {
  /** The text's `normalText`. */
  readonly key: string;
  /** `id * 4`, plus `NAME` and `LIGHT`. Whoever weighs them puts the rarest first. */
  readonly words: number[];
  readonly negated: boolean;
  /** The id of the first known action, else of the word in front if that may be a verb, else -1. */
  readonly action: number;
  /** The groups of verbs that the action belongs to. */
  readonly meanings: readonly number[];
  /** What finds the words that its initials may stand for, with the ids of the initials. */
  readonly acronyms: readonly (readonly [RegExp, number])[];
  /** Whether it has those, or a verb of several groups. */
  readonly isVague: boolean;
}

export const NONE: readonly never[] = [];

export interface Reader {
  /** The same text explains the same words, whatever was read before, up to their numbers. */
  readonly read: (text: string) => TextWords;
  /** The kind of each id. */
  readonly kinds: readonly number[];
}

/** Whether words of a kind say what to do. */
export function isAction(kind: number | undefined): boolean {
  return kind === ACTION || kind === ADVERSE;
}

/** Words behind a verb that say which verb it is. */
const FOLLOWERS = RegExp(
  `^(?:${Array.from(ACTIONS.matchAll(/_(\w+)/g), ([, word]) => word).join('|')})$`,
  'i',
);
const BEFORE_VERB = /^(?:to|be|will|should)$/;
const FRONT = /^(?:in|for|before|after|by|at|on|until|once|when|if|pour|para|vor|nach|bis)$/i;

/** Of longer texts, so many words count. */
const MOST_WORDS = 60;

const MONTH = MONTHS.replace(/[ ,]/g, '|');
/** Spellings of dates, times, numbers and compounds, and what they become; one after the other. */
const SPELLINGS: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  // Check-list, which may also be one word, or two; e-mail, log-in, on-boarding; OPS-118, Q4/2025.
  [/\b([a-z]{4,})-([a-z]{3,})/gi, '$1 $2 $1$2'],
  [/\b([a-z]{1,3})-(?=[a-z])/gi, '$1'],
  [/([a-z])-(?=\d)|\b(q\d)\/(?=\d{4})/gi, '$1$2 '],
  [/\b(\d\d?)\.(\d\d?)\.\d{2,4}\b/g, '$1/$2'],
  [
    /\b(\d\d?)(?:\/(\d\d?)|\.(\d\d))(?:\/\d{2,4})?\b/g,
    (all, one = '', two, three) => {
      const other = two ?? three ?? '';
      return +other < 13 ? date(other, one) : +one < 13 ? date(one, other) : all;
    },
  ],
  [
    RegExp(`\\b(\\d\\d?)(?:st|nd|rd|th|er|\\.)? (?:of |de )?(${MONTH})\\b(?:\\.?,? \\d{4}\\b)?`, 'gi'),
    (_, day = '', month = '') => date(monthOf(month), day),
  ],
  [
    RegExp(`\\b(${MONTH})\\.? (\\d\\d?)(?:st|nd|rd|th)?\\b(?:,? \\d{4}\\b)?`, 'gi'),
    (_, month = '', day = '') => date(monthOf(month), day),
  ],
  [/\b\d{4}-(\d\d?)-(\d\d?)\b/g, (_, month = '', day = '') => date(month, day)],
  [
    /\b(\d\d?)(?::(\d\d))? ?([ap])\.?m\b\.?/gi,
    (_, hour = '', minutes = '00', half = '') => `${(+hour % 12) + (/p/i.test(half) ? 12 : 0)}:${minutes}`,
  ],
  [/(\d)[.,](?=\d{3}(?!\d))/g, '$1'],
  [/\b(\d+)k\b|\bv(?=\d)|\b0(?=\d:)/g, (_, thousands) => (thousands ? `${thousands}000` : '')],
];

/** Where one of these may be; most numbers are none. */
const SPELT = /-|\d(?:[.,/]\d|:|[a-z.]{0,2} ?[a-z])|[a-z]\.? \d\d?(?!\d)|v\d/i;

function spell(text: string): string {
  return SPELT.test(text)
    ? SPELLINGS.reduce((rest, [what, by]) => rest.replace(what, by as string), text)
    : text;
}

/** A month and a day, in a form that no other spelling takes for its own. */
function date(month: string | number, day: string): string {
  return `${+month}:${+day}:0`;
}

/** The number of a month by its folded name; 0 if it is none. */
function monthOf(word: string): number {
  const name = word.toLowerCase();
  return MONTHS.split(',').findIndex((names) => names.split(' ').includes(name)) + 1;
}

/** Finds the words that initials stand for: SOW, `statement of work`. */
function initialsOf(letters: string): RegExp {
  return RegExp(`\\b${[...letters].join('\\S* ')}\\S*`);
}

/** Makes a reader. */
export function createReader(): Reader {
  /** Kind and id of a word as it is written, and of its stem: `id * 8 + kind`. */
  const codes = new Map<string, number>();
  const kinds: number[] = [];
  const groups: number[][] = [];
  const patterns: RegExp[] = [];
  /** The two words of each compound; the compound has the code -1 - its place. */
  const compounds: string[][] = [];

  const remember = (word: string, code: number): number => {
    // Not a slice, which would keep the note's whole text in memory.
    codes.set(` ${word}`.slice(1), code);
    return code;
  };
  const codeFor = (word: string, kind: number): number =>
    codes.get(word) ?? remember(word, (kinds.push(kind) - 1) * 8 + kind);

  const classify = (word: string): number => {
    // A single capital tells things apart (plan A, plan B), where it is no article or pronoun.
    if (/^(?:[B-HJ-Z]|A\.)$/.test(word)) return codeFor(word, HARD);
    // L'offre, d'abord, qu'il; Anna's.
    let plain = fold(word.toLowerCase());
    if (plain.endsWith("n't")) return NEGATION;
    if (plain.includes("'")) plain = plain.replace(/^[a-z]{1,2}'/, '').replace(/'s?$/, '');
    // Unless it is an abbreviation.
    if (/^[a-z]{0,2}$/.test(plain) && !codes.has(plain) && !isUpper(word.charCodeAt(1))) return STOP;
    const isHard = /\d/.test(plain);
    const known = codes.get(plain) ?? (isHard ? undefined : codes.get(stem(plain)));
    if (known !== undefined) return known;
    const parts = COMPOUND.exec(plain);
    return parts && codes.get(parts[1] ?? '') !== STOP
      ? -compounds.push(parts.slice(1))
      : codeFor(isHard ? plain : stem(plain), isHard ? HARD : PLAIN);
  };

  const codeOf = (word: string): number => codes.get(word) ?? remember(word, classify(word));

  const read = (text: string): TextWords => {
    const normal = text.normalize('NFC');
    let split = splitWords(normal);
    const key = split.words.join(' ').toLowerCase();
    const spelt = /[-\d]/.test(normal) ? spell(fold(normal)) : normal;
    if (spelt !== normal) split = splitWords(spelt);
    const words: number[] = [];
    /** Their ids before a verb of several groups became one of the last of these. */
    const origins: number[] = [];
    /** The places of words that a sentence, or a part of one, begins with. */
    const heads: number[] = [];
    let negated = false;
    let explains = false;
    let begins = true;
    let last = -1;
    /** The place of the first verb in `New shelves to be ordered`, `Ana will call`. */
    let told: number | null = null;
    let names = 0;
    let acronyms: TextWords['acronyms'] = NONE;
    for (let at = 0; at < split.words.length; at++) {
      const word = split.words[at] as string;
      const start = split.starts[at] as number;
      const next = split.words[at + 1];
      begins ||= start > 0;
      let code = codeOf(word === 'A' && start < 2 ? 'A.' : word);
      if (code < 0) {
        split.words.splice(at, 1, ...(compounds[-code - 1] as string[]));
        split.starts.splice(at-- + 1, 0, 0);
        continue;
      }
      // Call off, sign off, hand over: what a verb means may depend on the word behind it.
      if (begins && next !== undefined) {
        const phrase = FOLLOWERS.test(next) ? codes.get(`${word} ${next}`.toLowerCase()) : undefined;
        if (phrase !== undefined) code = phrase;
        else if (PARTICLES.test(next)) code = codeFor(`${stem(word.toLowerCase())} ${next}`, PLAIN);
      }
      const kind = code & 7;
      if (start > 0) explains = false;
      if (kind === REASON) explains = true;
      // Not in "no. 4".
      if (kind === NEGATION && !explains && !(word === 'no' && /^\d/.test(next ?? ''))) negated = true;
      if (kind === FORGETTING) negated = false;
      const isVerb = isAction(kind);
      if (!isVerb && kind !== PLAIN && kind !== HARD) continue;
      if (begins) heads.push(words.length);
      begins = false;
      // Of a verb of several groups it is open only where it says what to do which of them it means.
      const origin = code >> 3;
      const id = (groups[origin]?.[0] ?? code) >> 3;
      if (words.length >= MOST_WORDS || words.some((other) => other >> 2 === id)) continue;
      last = isVerb ? words.length : -1;
      if (isVerb && at > 0 && BEFORE_VERB.test(split.words[at - 1] ?? '')) told ??= words.length;
      const first = word.charCodeAt(0);
      const isName = kind === PLAIN && start < 2 && (isUpper(first) || (first > 0xbf && first < 0xdf));
      if (isName) names++;
      // SOW, MoU, KPIs.
      if (isName && !groups[id] && /^[^.]{1,2}[A-Z]\w{0,3}$/.test(word))
        acronyms = [...acronyms, [(patterns[id] ??= initialsOf(stem(word.toLowerCase()).slice(0, -1))), id]];
      words.push(id * 4 + (isName ? NAME : 0));
      origins.push(origin);
    }
    // German, and headlines: where most words have a capital, a capital makes no name.
    const isHeadline = names * 2 > words.length;
    if (isHeadline) words.forEach((word, at) => (words[at] = word & ~NAME));
    const kindAt = (at: number): number | undefined => kinds[(words[at] ?? -1) >> 2];
    // "For the fair, book a room" does not begin with what to do.
    if (heads.length > 1 && FRONT.test(split.words[0] ?? '')) heads.shift();
    // English says first what to do, German last; elsewhere it is a noun.
    let verb = heads.find((at) => isAction(kindAt(at))) ?? told ?? last;
    if (verb < 0) {
      // A verb that is not known.
      const isLast = names > 0 && /^[a-z]+[elr]n$/.test(split.words[split.words.length - 1] ?? '');
      verb = isLast ? words.length - 1 : isHeadline || words.length < 3 ? -1 : (heads[0] ?? -1);
      if (verb >= 0 && kindAt(verb) !== PLAIN) verb = -1;
    }
    const action = verb < 0 ? -1 : (words[verb] as number) >> 2;
    // What to do says less than with what, as rare as it may be.
    if (verb >= 0) words[verb] = (words[verb] as number) | LIGHT;
    const meanings = (verb >= 0 && groups[origins[verb] as number]) || NONE;
    const isVague = acronyms.length > 0 || meanings.length > 1;
    return { key, words, negated, action, meanings, acronyms, isVague };
  };

  for (const [words, kind] of [
    [STOP_WORDS, STOP],
    [NEGATIONS, NEGATION],
    [FORGET, FORGETTING],
    [REASONS, REASON],
  ] as const) {
    for (const word of words.split(' ')) codes.set(word, kind);
  }
  for (const group of ACTIONS.split(',')) {
    const kind = group.startsWith('!') ? ADVERSE : group.startsWith('?') ? PLAIN : ACTION;
    const make = (): number => (kinds.push(kind) - 1) * 8 + kind;
    const code = make();
    groups[code >> 3] = [code];
    for (const word of group.replace(/[!?]/, '').split(' ')) {
      // `call_off` is a verb with its particle.
      const key = word.includes('_') ? word.replace('_', ' ') : stem(word);
      // A verb of two groups means the same as those of both.
      const before = groups[(codes.get(key) ?? -8) >> 3];
      const own = before ? make() : code;
      if (before) groups[own >> 3] = [code, ...before];
      codes.set(key, own).set(stem(word.replace('_', '')), own);
    }
  }
  for (const [list, name] of [
    [MONTHS, 'month '],
    [DAYS, 'day '],
    [NUMBERS, ''],
  ] as const) {
    list.split(',').forEach((names, at) => {
      for (const word of names.split(' ')) {
        if (word.length > 3 || name !== 'month ') codes.set(word, codeFor(`${name}${at + 1}`, HARD));
      }
    });
  }
  return { read, kinds };
}
