// Repairs that are shown before they are made: fields that cannot be read, and broken characters of whole notes.
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/edit/apply-changes';
import { findBrokenLines } from '../../../src/core/edit/repair-text';
import { act } from '../support/act';

const repair = (line: string): string => act(line, { kind: 'repair' });

describe('repairing a line', () => {
  it.each([
    ['- [ ] Call 📅 2025-11-08 the pier', '- [ ] Call the pier 📅 2025-11-08'],
    ['- [ ] Call 📅 2025-11-08 the pier @Bo #task', '- [ ] Call the pier @Bo #task 📅 2025-11-08'],
    [
      '- [ ] Call 📅 2025-11-08 the 🛫 2025-11-01 pier ⏫',
      '- [ ] Call the pier ⏫ 🛫 2025-11-01 📅 2025-11-08',
    ],
    ['- [ ] Call the pier 📅 2025-11-08 ⏫ 📅 2025-11-09', '- [ ] Call the pier 📅 2025-11-08 ⏫'],
    ['- [ ] Call the pier ⏫ 🔼', '- [ ] Call the pier ⏫'],
    ['- [ ] Call the pier (📅 2025-11-08)', '- [ ] Call the pier 📅 2025-11-08'],
    ['- [ ] Call (( 📅 2025-11-08 )) the pier @Bo ^x', '- [ ] Call the pier @Bo 📅 2025-11-08 ^x'],
    ['- [ ] Call(📅 2025-11-08)the pier ()', '- [ ] Call the pier () 📅 2025-11-08'],
    ['- [ ] Call (by 📅 2025-11-08) the pier', '- [ ] Call (by) the pier 📅 2025-11-08'],
    ['- [ ] Call (📅 2025-11-08, late)', '- [ ] Call (, late) 📅 2025-11-08'],
    ['- [ ] (📅 2025-11-08) ^x', '- [ ] 📅 2025-11-08 ^x'],
    ['- [ ] Call (\uf8ffüìÖ 2025-11-08) Ana', '- [ ] Call Ana 📅 2025-11-08'],
    ['- [ ] Call 📅 2025-11-08 Ana ^a ^b', '- [ ] Call Ana ^a 📅 2025-11-08 ^b'],
    ['- [ ] Call the pier ⏳ 2025-11-08.', '- [ ] Call the pier. ⏳ 2025-11-08'],
  ])('%s', (line, repaired) => {
    expect(repair(line)).toBe(repaired);
    expect(repair(repaired)).toBe('unchanged');
  });

  it.each([
    '- [ ] Call the pier 📅 2025-11-08 #task',
    '- [ ] Call `📅 2025-11-08` the pier',
    '- [ ] Call 📅 tomorrow the pier',
    '- [ ] Moved from 📅 2025-11-01 to the day 📅 2025-11-08',
    '- [ ] Call **📅 2025-11-08** the pier',
    '- [ ] Call [[📅 2025-11-08]] the pier',
    '- [ ] Call [the pier](📅 2025-11-08) now',
    '- [ ] Call “📅 2025-11-08” the pier',
    '- [ ] Call the pier ^a ^b',
  ])('leaves %s', (line) => {
    expect(repair(line)).toBe('unchanged');
  });
});

describe('broken characters of a note', () => {
  const NOTE = '# Caf√©\r\n- [?] Call ðŸ“… 2025-11-08\r\nHonest – text “here”\n- [ ] a ‚è´ b ‚Üí c';

  it('are found line by line', () => {
    expect(findBrokenLines(NOTE).map(({ before, after }) => [before, after])).toEqual([
      ['- [?] Call ðŸ“… 2025-11-08', '- [?] Call 📅 2025-11-08'],
      ['- [ ] a ‚è´ b ‚Üí c', '- [ ] a ⏫ b → c'],
    ]);
  });

  it('are put right one line at a time, with nothing else changed', () => {
    const [first, second] = findBrokenLines(NOTE).map(({ change }) => change);
    const wanted = [first, second].flatMap((change) => change ?? []);
    expect(applyChanges(NOTE, wanted.slice(0, 1)).text).toBe(NOTE.replace('ðŸ“…', '📅'));
    const all = applyChanges(NOTE, wanted).text;
    expect(all).toBe(NOTE.replace('ðŸ“…', '📅').replace('‚è´', '⏫').replace('‚Üí', '→'));
    expect(findBrokenLines(all)).toEqual([]);
  });

  it('are none in honest text', () => {
    expect(findBrokenLines('Où – “là” 📅\nð\n')).toEqual([]);
  });
});
