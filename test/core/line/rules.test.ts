import { describe, expect, it } from 'vitest';
import { defaultRules, stateOf } from '../../../src/core/line/rules';
import { isOpen, StatusRegistry, TASKS_DEFAULTS } from '../../../src/core/line/status';
import { parseTaskLine, readFields } from '../../../src/core/line/task-line';

const rules = defaultRules(
  new StatusRegistry([
    ...TASKS_DEFAULTS,
    { symbol: 'h', name: 'Waiting', next: 'x', type: 'ON_HOLD' },
    { symbol: 'i', name: 'Info', next: ' ', type: 'NON_TASK' },
    { symbol: 'D', name: 'Done too', next: ' ', type: 'DONE' },
    { symbol: 'x', name: 'A second x', next: ' ', type: 'TODO' },
  ]),
);

const stateOfLine = (source: string): string => {
  const line = parseTaskLine(source);
  return line ? stateOf(readFields(line), rules) : 'no task';
};

describe('the state of a line', () => {
  it.each([
    ['- [?] a', 'proposal'],
    ['- [?] a #proposed', 'proposal'],
    ['- [ ] a #proposed', 'proposal'],
    ['- [ ] a #Proposed 📅 2025-11-08', 'proposal'],
    ['- [ ] a #proposed in the middle', 'proposal'],
    ['- [/] a #proposed', 'proposal'],
    ['- [h] a #proposed', 'proposal'],
    ['- [!] a #proposed', 'proposal'],
    ['- [ ] a', 'open'],
    ['- [ ] a #proposed/later', 'open'],
    ['- [ ] a #x#proposed', 'open'],
    ['- [h] a', 'open'],
    ['- [!] unknown symbols are open', 'open'],
    ['- [X] so is this one, to Tasks', 'open'],
    ['- [/] a', 'started'],
    ['- [x] a', 'done'],
    ['- [x] a #proposed', 'ticked'],
    ['- [D] a #proposed', 'ticked'],
    ['- [-] a #proposed', 'rejected'],
    ['- [i] a', 'none'],
    ['- a', 'no task'],
  ])('%s', (line, state) => {
    expect(stateOfLine(line)).toBe(state);
  });
});

describe('statuses', () => {
  it('are Unknown and open where nobody registered the symbol', () => {
    expect(new StatusRegistry().get('?')).toEqual({ symbol: '?', name: 'Unknown', next: 'x', type: 'TODO' });
    expect(new StatusRegistry().typeOf('?')).toBe('TODO');
  });

  it('keep the first definition of a symbol', () => {
    expect(rules.statuses.get('x').name).toBe('Done');
  });

  it.each([
    ['TODO', true],
    ['IN_PROGRESS', true],
    ['ON_HOLD', true],
    ['DONE', false],
    ['CANCELLED', false],
    ['NON_TASK', false],
  ] as const)('%s asks for work: %s', (type, open) => {
    expect(isOpen(type)).toBe(open);
  });
});
