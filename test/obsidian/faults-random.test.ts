// Thousands of operations on a vault whose disk fails, while others write too. `SEED=n` runs one seed again.
import { describe, expect, it, vi } from 'vitest';
import { FaultRun } from './faults/run';

vi.mock('obsidian', async () => ({
  Component: (await import('../host/core/events')).Component,
  TFile: (await import('../host/core/files')).TFile,
  MarkdownView: (await import('./open-note')).OpenNote,
}));
vi.stubGlobal('window', globalThis);

const OPERATIONS = 4000;
const seed = Number.parseInt(process.env['SEED'] ?? '', 10);
const seeds = Number.isNaN(seed) ? [1, 2, 3, 4, 5, 777011] : [seed];

describe('random operations with faults and with others at work', () => {
  it.each(seeds)('lose nothing (SEED=%i)', { timeout: 300_000 }, async (one) => {
    const figures = await new FaultRun(one).run(OPERATIONS);
    expect(figures.operations).toBe(OPERATIONS);
    // A run in which nothing went wrong would show nothing.
    expect(figures.faults).toBeGreaterThan(OPERATIONS / 100);
    expect(figures.others).toBeGreaterThan(OPERATIONS / 20);
  });
});
