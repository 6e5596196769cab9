/** How often random tests run, and with which seed. */

/**
 * The settings of a property. A failure names its seed; `SEED=n` in the environment runs all of them with that one
 * again.
 */
export function runs(numRuns: number): { numRuns: number; seed?: number } {
  const seed = Number.parseInt(process.env['SEED'] ?? '', 10);
  return Number.isNaN(seed) ? { numRuns } : { numRuns, seed };
}
