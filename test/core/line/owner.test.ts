import { describe, expect, it } from 'vitest';
import { nameKey, ownerRun, readOwners } from '../../../src/core/line/owner';
import { parseTaskLine } from '../../../src/core/line/task-line';
import { editableText } from '../../../src/core/line/words';

const read = (text: string): { names: string[]; words: string } => {
  const line = parseTaskLine(`- [?] ${text}`);
  if (!line) throw new Error(text);
  return { names: ownerRun(line)?.mentions.map(({ name }) => name) ?? [], words: editableText(line) };
};

const owners = (text: string, ownNames: readonly string[] = []): ReturnType<typeof readOwners> => {
  const line = parseTaskLine(`- [?] ${text}`);
  if (!line) throw new Error(text);
  return readOwners(line, new Set(ownNames.map(nameKey)));
};

describe('one owner at the end of the words', () => {
  it.each([
    ['Send it @Myself', 'Myself'],
    ['Send it @Me.', 'Me'],
    ['Send it @TBD', 'TBD'],
    ['Send it @bo', 'bo'],
    ['Send it @Bo', 'Bo'],
    ['Send it @Ana Lee', 'Ana Lee'],
    ['Send it @Ana Lee 📅 2025-11-08 #task', 'Ana Lee'],
    ['Send it @Ana Lee #task 📅 2025-11-08 ⏫ ^note-1', 'Ana Lee'],
    ['Send it @Ana Lee: ', 'Ana Lee'],
    ['Send it @Ana Lee!', 'Ana Lee'],
    ['@Ana Lee', 'Ana Lee'],
    ['Send it @[[Ana Lee]]', 'Ana Lee'],
    ['Send it @[[People/Ana Lee]]', 'Ana Lee'],
    ['Send it @[[People/Ana Lee|Ana]]', 'Ana'],
    ['Send it @[[Ana Lee#Calls]]', 'Ana Lee'],
    ['Send it @[[@Ana Lee]]', 'Ana Lee'],
    ['Send it @Ana (lead, email: ana@fjord.example)', 'Ana'],
    ['Send it @Ana Lee (lead (acting), email: ana@fjord.example).', 'Ana Lee'],
    ['Send it @Ana(lead)', 'Ana'],
    ["Send it @Siobhán O'Rourke", "Siobhán O'Rourke"],
    ['Send it @Siobhán O’Rourke', 'Siobhán O’Rourke'],
    ['Send it @Jean-Luc Étienne', 'Jean-Luc Étienne'],
    ['Send it @J. R. Halvorsen', 'J. R. Halvorsen'],
    ['Send it @Dr. Ana Lee', 'Dr. Ana Lee'],
    ['Send it @Ana Lee Jr.', 'Ana Lee Jr.'],
    ['Send it @Jan-Willem de Boer', 'Jan-Willem de Boer'],
    ['Send it @Ludwig van der Meer', 'Ludwig van der Meer'],
    ['Send it @van der Meer', 'van der Meer'],
    ['Send it @María de la Cruz Vega', 'María de la Cruz Vega'],
    ['Send it @Noor bint Haddad', 'Noor bint Haddad'],
    ['Send it @Øystein Ås', 'Øystein Ås'],
    ['Send it @Zeynep Yıldırım', 'Zeynep Yıldırım'],
    ['Send it @İpek Şahin', 'İpek Şahin'],
    ['Send it @Đặng Thị Hằng', 'Đặng Thị Hằng'],
    ['Send it @Đặng Thị Hằng'.normalize('NFD'), 'Đặng Thị Hằng'.normalize('NFD')],
    ['Send it @Ιωάννα Παππά', 'Ιωάννα Παππά'],
    ['Send it @Оксана Мельник', 'Оксана Мельник'],
    ['確認時刻表 @林美玲', '林美玲'],
    ['確認時刻表 @山田 太郎', '山田 太郎'],
    ['확인 @김민준', '김민준'],
    ['أرسل العرض @ليلى حداد', 'ليلى حداد'],
    ['שלח הצעה @נועה לוי', 'נועה לוי'],
    ['भेजें @अनीता शर्मा', 'अनीता शर्मा'],
    ['Send it @Núria Gal·la', 'Núria Gal·la'],
    ['Send it @ana_lee', 'ana_lee'],
    ['Send it @ana.lee', 'ana.lee'],
    ['Send it @R2 Team', 'R2 Team'],
  ])('%s', (text, name) => {
    expect(read(text).names).toEqual([name]);
  });
});

describe('several owners', () => {
  it.each<[text: string, names: string[]]>([
    ['Send it @Ana @Bo', ['Ana', 'Bo']],
    ['Send it @Ana Lee @Bo Ek', ['Ana Lee', 'Bo Ek']],
    ['Send it @Ana, @Bo', ['Ana', 'Bo']],
    ['Send it @Ana/@Bo', ['Ana', 'Bo']],
    ['Send it @Ana & @Bo', ['Ana', 'Bo']],
    ['Send it @Ana and @Bo', ['Ana', 'Bo']],
    ['Envoyer @Ana et @Bo', ['Ana', 'Bo']],
    ['Senden @Ana und @Bo', ['Ana', 'Bo']],
    ['Send it @Ana, @Bo and @Cem Kaya #task', ['Ana', 'Bo', 'Cem Kaya']],
    ['Send it @[[Ana Lee]] @Bo (ops)', ['Ana Lee', 'Bo']],
    ['Send it @Myself @Ana Lee', ['Myself', 'Ana Lee']],
    ['Ask @Ana about it @Bo', ['Bo']],
    ['Tell @Cem Kaya. @Bo', ['Bo']],
  ])('%s', (text, names) => {
    expect(read(text).names).toEqual(names);
  });
});

describe('no owner', () => {
  it.each([
    'Send it',
    'Send it to ana@fjord.example',
    'Tell @Bo that the pier is open',
    'Tell (@Bo)',
    'Write `ping @Bo`',
    'See https://fjord.example/@bo',
    'See [the page](https://fjord.example/@bo)',
    'See [[Notes @Bo]]',
    'Send it @',
    'Send it @ Bo',
    'Send it @#task',
    'Send it @[[]]',
    'Send it @[[Ana Lee',
    'Send it @📅',
    'Send it @@Bo',
    'Meet at 5 @ the pier',
    '@Bo call the harbour',
    'Send it @Me Please',
    'Send it @TBD Ask Ana',
    '',
  ])('%j', (text) => {
    expect(read(text).names).toEqual([]);
  });
});

describe('the words beside the owner', () => {
  it.each([
    ['Send it @Ana Lee 📅 2025-11-08', 'Send it'],
    ['Ask @Ana about it @Bo', 'Ask @Ana about it'],
    ['Send it @Myself Please', 'Send it @Myself Please'],
    ['Send it by 5. @Ana', 'Send it by 5.'],
    ['@Ana', ''],
    ['Send it #task', 'Send it'],
    ['Read #a first', 'Read #a first'],
  ])('%s', (text, words) => {
    expect(read(text).words).toBe(words);
  });
});

describe('whose a line is', () => {
  it.each([
    ['Send it @Myself', 'me', []],
    ['Send it @me', 'me', []],
    ['Send it @MYSELF', 'me', []],
    ['Send it @Robin Ek', 'me', []],
    ['Send it @robin ek', 'nobody', []],
    ['Send it @[[Robin Ek]]', 'me', []],
    ['Send it @Ana Lee @Myself', 'me', ['Ana Lee']],
    ['Send it @Ana Lee', 'named', ['Ana Lee']],
    ['Send it @Ana Lee @TBD', 'named', ['Ana Lee']],
    ['Send it @TBD', 'nobody', []],
    ['Send it @Unknown', 'nobody', []],
    ['Send it @tba', 'nobody', []],
    ['Send it @Nobody.', 'nobody', []],
    ['Send it', 'nobody', []],
  ] as const)('%s', (text, kind, names) => {
    expect(owners(text, ['Robin Ek'])).toEqual({ kind, names, mine: kind === 'me' });
  });

  it.each([
    ['ZEYNEP', 'Zeynep'],
    ['O’Rourke', "O'Rourke"],
    ['Ana  Lee ', 'ana lee'],
    ['Đặng'.normalize('NFD'), 'Đặng'],
  ])('%s and %s are one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });
});
