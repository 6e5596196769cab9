import type { Verb } from '../../../src/core/edit/verb';
import { day } from '../../core/support/act';
import type { Random } from './random';

const TEXTS = ['Call the mill', 'Mend the rake', 'Oil the press', 'Count the jars', 'Paint the gate'];
const OWNERS = ['', ' @Me', ' @Ines Calder', ' @[[Bo Larsen]]', ' @TBD'];
const FIELDS = [
  '',
  ' 📅 2025-11-08',
  ' ⏫',
  ' 🔁 every week 📅 2025-11-04',
  ' 📅 2025-02-30',
  ' ⏫ 🛫 2025-12-01',
];
const TAGS = ['', ' #task #proposed', ' #proposed', ' ^block', '  '];

/** A task line; few texts, so that many lines say the same. */
export function anyTask(random: Random): string {
  const symbol = random.pick(['?', '?', '?', ' ', 'x', '/', '-']);
  const words = random.pick(TEXTS) + random.pick(OWNERS) + random.pick(FIELDS) + random.pick(TAGS);
  return `- [${symbol}] ${words}`;
}

/** Some lines of a note, which may hide tasks. */
function anyBlock(random: Random): string[] {
  const tasks = (): string[] => Array.from({ length: 1 + random.below(4) }, () => anyTask(random));
  switch (random.below(8)) {
    case 0:
      return [`## ${random.pick(['Calls', 'Letters', 'Calls'])}`, '', ...tasks(), ''];
    case 1:
      return ['```', anyTask(random), '```', ''];
    case 2:
      return ['> [!todo] Box', ...tasks().map((line) => `> ${line}`), ''];
    case 3:
      return [anyTask(random), `    ${anyTask(random)}`, `\t${anyTask(random)}`, ''];
    case 4:
      return ['%%', anyTask(random), '%%', ''];
    case 5:
      return ['Some words about nothing, “quoted” 🍎.', ''];
    default:
      return [...tasks(), ''];
  }
}

/** A note; some have other line endings, none at the end, or are out of scope. */
export function anyNote(random: Random): string {
  const head = random.percent(95)
    ? ['---', 'type: people', 'date: 2025-11-03', '---', '']
    : ['# No type', ''];
  const blocks = Array.from({ length: 1 + random.below(5) }, () => anyBlock(random)).flat();
  const text = [...head, ...blocks].join('\n');
  if (random.percent(15)) return text.replaceAll('\n', '\r\n');
  if (random.percent(5)) return text.replaceAll('\n\n', '\r\n\n');
  return text;
}

/** The text after somebody else has worked on it. */
export function editedByOthers(text: string, random: Random): string {
  if (random.percent(10)) {
    return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
  }
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(ending);
  const head = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  const at = head + random.below(Math.max(1, lines.length - head));
  const line = lines[at] ?? '';
  switch (random.below(5)) {
    case 0:
      lines.splice(at, 0, ...anyBlock(random));
      break;
    case 1:
      lines.splice(at, 1);
      break;
    case 2:
      lines[at] = `${line} and more`;
      break;
    case 3:
      lines.splice(at, 0, line);
      break;
    default:
      lines.push(anyTask(random));
  }
  return lines.join(ending);
}

/** Any verb. */
export function anyVerb(random: Random): Verb {
  const when = random.pick([null, day('2025-11-06'), day('2025-12-24')]);
  return random.pick<() => Verb>([
    () => ({ kind: 'accept' }),
    () => ({ kind: 'reject' }),
    () => ({ kind: 'complete' }),
    () => ({ kind: 'start' }),
    () => ({ kind: 'reopen', asProposal: false, withTag: false }),
    () => ({ kind: 'reschedule', day: when }),
    () => ({ kind: 'snooze', day: when }),
    () => ({ kind: 'assign', name: random.pick([null, 'Ines Calder', '[[Bo Larsen]]']) }),
    () => ({ kind: 'prioritize', priority: random.pick([null, 'high', 'low']) }),
    () => ({ kind: 'edit-text', text: random.pick(TEXTS) }),
    () => ({ kind: 'close-as-copy' }),
    () => ({ kind: 'repair' }),
  ])();
}
