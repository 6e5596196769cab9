import { findChromium } from './browser/chromium';
import { buildPlugin } from './host/server/build-plugin';

/** What has to be there once, before test files that need it run side by side: main.js and a browser. */
export default async function setup(): Promise<void> {
  // Always, and not only when it is old: `npm run dev` leaves a build here that is never released.
  await buildPlugin();
  // Unpacking takes seconds, and the files run in processes of their own that inherit the environment.
  process.env['CHROMIUM'] = await findChromium();
}
