import { describe, expect, it } from 'vitest';
import { commandInfo, commandsFor, isTaskCommand } from '../../../src/core/list/command-info';
import { KEY_BINDINGS } from '../../../src/core/list/keys';
import type { TaskState } from '../../../src/core/line/rules';

const STATES: readonly TaskState[] = ['proposal', 'ticked', 'open', 'started', 'done', 'rejected', 'none'];

describe('the commands that are offered', () => {
  it('begin with the likeliest', () => {
    expect(STATES.map((state) => commandsFor(state)[0])).toEqual([
      ...['accept', 'accept', 'complete', 'complete', 'reopen', 'reopen', 'reopen'],
    ]);
  });

  it('do not decide again what is decided', () => {
    expect(commandsFor('done')).toEqual(['reopen']);
    expect(commandsFor('rejected')).toEqual(['reopen']);
    expect(commandsFor('open')).not.toContain('accept');
    expect(commandsFor('started')).not.toContain('start');
  });

  it('have a label and an icon each, none twice in one state', () => {
    for (const state of STATES) {
      const labels = commandsFor(state).map((command) => commandInfo(command, state).label);
      expect(new Set(labels).size).toBe(labels.length);
      for (const command of commandsFor(state)) expect(commandInfo(command, state).icon).not.toBe('');
    }
  });

  it('say what they mean for a proposal that was ticked elsewhere', () => {
    expect(commandInfo('accept', 'ticked').label).toBe('Keep as done');
    expect(commandInfo('reopen', 'ticked').label).toBe('Back to proposed');
    expect(commandInfo('reject', 'ticked').label).toBe('Reject');
    expect(commandInfo('accept').label).toBe('Accept');
  });
});

describe('a command of the list', () => {
  it('changes tasks, or only the view', () => {
    const changing = KEY_BINDINGS.map(([command]) => command).filter(isTaskCommand);
    expect(changing).toContain('accept');
    expect(changing).toContain('repair');
    for (const command of ['down', 'undo', 'filter', 'skip', 'accept-group']) {
      expect(changing).not.toContain(command);
    }
  });
});
