import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISREADINGS, misread } from '../../../src/core/line/encodings';
import { fieldSymbols } from '../../../src/core/line/format';
import { mendLine } from '../../../src/core/line/mend';
import { parseTaskLine, readFields } from '../../../src/core/line/task-line';
import { PATIENT } from '../support/act';
import { anyLine } from '../support/random-lines';
import { runs } from '../support/runs';

const ENCODINGS = ['Mac Roman', 'Windows-1252', 'Latin-1'] as const;

const SYMBOLS = fieldSymbols().map((codePoint) => String.fromCodePoint(codePoint));

const readerOf = (encoding: (typeof ENCODINGS)[number]): ((text: string) => string) => {
  const reader = MISREADINGS[ENCODINGS.indexOf(encoding)];
  if (!reader) throw new RangeError(encoding);
  return (text) => misread(text, reader);
};

const mended = (line: string): string => mendLine(line)?.text ?? line;

describe.each(ENCODINGS)('emoji whose bytes were read as %s', (encoding) => {
  const once = readerOf(encoding);

  it.each(SYMBOLS)('%s is put right, whether it was misread once or twice', (symbol) => {
    expect(mended(`- [ ] a ${once(symbol)} b`)).toBe(`- [ ] a ${symbol} b`);
    expect(mended(`- [ ] a ${once(once(symbol))} b`)).toBe(`- [ ] a ${symbol} b`);
  });

  it('keeps the variation selector with its emoji', () => {
    expect(mended(`- [ ] a ${once('🗓️')} 2025-11-08`)).toBe('- [ ] a 🗓️ 2025-11-08');
  });

  it('reads a whole line as the one that it was', () => {
    const line = '- [?] Send the offer → Ana @Myself 🔁 every week 📅 2025-11-08 ⏫ #task';
    const [broken, whole] = [parseTaskLine(once(line)), parseTaskLine(line)];
    expect(broken && readFields(broken)).toEqual(whole && readFields(whole));
  });
});

describe('what tools have written', () => {
  it.each([
    ['\uf8ffüìÖ', '📅'],
    ['‚è´', '⏫'],
    ['\uf8ffüîΩ', '🔽'],
    ['‚úÖ', '✅'],
    ['ðŸ“…', '📅'],
    ['â\u008f«', '⏫'],
    ['ðŸ”\u0081', '🔁'],
    ['Ã°Â\u009fÂ\u0093Â\u0085', '📅'],
    ['‚Äì', '–'],
    ['â€”', '—'],
    ['â€™', '’'],
    ['‚Üí', '→'],
  ])('%s is %s', (broken, character) => {
    expect(mended(`- [ ] ${broken} x`)).toBe(`- [ ] ${character} x`);
  });
});

describe('honest text', () => {
  it.each([
    ['French', '- [ ] Où est l’été à Orléans ? Çà et là, « naïf » – déjà vu, œuvre, Noël'],
    ['Vietnamese', '- [ ] Nguyễn Thị Hằng gửi báo giá cho ông Đặng về việc sửa chữa thuyền'],
    ['Vietnamese, decomposed', '- [ ] Nguyễn gửi báo giá'.normalize('NFD')],
    ['Greek', '- [ ] Ο Γιώργος θα στείλει την προσφορά στη Μαρία – «αύριο»'],
    ['Icelandic', '- [ ] Þórður og Æsa mæta í Reykjavík, ðŸ er ekki merki'],
    ['Portuguese', '- [ ] Não há ações à mão; às três, põe o pão no balcão'],
    ['Polish', '- [ ] Zażółć gęślą jaźń, ćma łóżko'],
    ['German', '- [ ] Größe prüfen: 5 °C ± 2 %, 3 µm, §4, „schön“ – für 10 €'],
    ['Turkish', '- [ ] Şişli’de İğne satışı ıslak'],
    ['Arabic', '- [ ] أرسل العرض إلى الميناء قبل يوم الخميس 📅 2025-11-08'],
    ['Chinese', '- [ ] 給林美玲打電話，確認渡輪時刻表 📅 2025-11-08'],
    ['figures', '- [ ] ¬∞ Â· Ã— â€ ‚Ä ð â è üì √ ∫ ≈ Ω'],
    ['true emoji', '- [ ] 📅 ⏫ 🔁 ✅ 👍🏽 ❤️ 🗓️'],
  ])('%s is left alone', (_, line) => {
    expect(mendLine(line)).toBeNull();
  });

  it('is left alone in every letter of the Latin, Greek and Cyrillic alphabets', () => {
    for (let unit = 0xa0; unit < 0x530; unit++) {
      const letter = String.fromCharCode(unit);
      const line = `- [ ] a${letter}b ${letter}${letter} ${letter}`;
      expect(mended(line)).toBe(line);
    }
  });
});

describe('offsets of a mended line', () => {
  it('lead back to the characters that stand there', () => {
    const line = '- [ ] a \uf8ffüìÖ 2025-11-08 ‚è´ z';
    const result = mendLine(line);
    const sourceAt = (piece: string): string => {
      const from = result?.text.indexOf(piece) ?? -1;
      return line.slice(result?.toSource(from), result?.toSource(from + piece.length));
    };
    expect(['a', '📅', '📅 2025-11-08', ' ', '⏫', 'z'].map(sourceAt)).toEqual([
      'a',
      '\uf8ffüìÖ',
      '\uf8ffüìÖ 2025-11-08',
      ' ',
      '‚è´',
      'z',
    ]);
  });

  it('never go backwards and end at the end, on any line', PATIENT, () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const result = mendLine(line);
        if (!result) return;
        let last = 0;
        for (let at = 0; at <= result.text.length; at++) {
          const source = result.toSource(at);
          expect(source).toBeGreaterThanOrEqual(last);
          last = source;
        }
        expect(last).toBe(line.length);
        expect(mendLine(result.text)?.text ?? result.text).toBe(mendLine(line)?.text);
      }),
      runs(5000),
    );
  });
});
