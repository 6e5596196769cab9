import { afterAll } from 'vitest';
import { closeVaults } from './harness';

// Runs for every file of browser tests; the harness itself is loaded once for all of them.
afterAll(closeVaults);
