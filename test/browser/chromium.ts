import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'msedge'];

function usualPlaces(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const apps = ['/Applications', path.join(env['HOME'] ?? '', 'Applications')];
    const inside = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];
    return apps.flatMap((folder) => inside.map((app) => path.join(folder, app)));
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) =>
      root === undefined
        ? []
        : [
            path.join(root, 'Google/Chrome/Application/chrome.exe'),
            path.join(root, 'Chromium/Application/chrome.exe'),
            path.join(root, 'Microsoft/Edge/Application/msedge.exe'),
          ],
    );
  }
  const onPath = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => onPath.map((folder) => path.join(folder, name)));
}

/** A browser to test with: the one named by CHROMIUM, else an installed one, else the one among the packages. */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names a file that does not exist: ${named}`);
    return named;
  }
  const installed = usualPlaces().find((place) => existsSync(place));
  if (installed !== undefined) return installed;
  // It brings the libraries that it needs, but unpacks them only where it believes to be on Lambda.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/**
 * Features that are off. The last such switch counts, so the first ones are what Playwright would switch off and a
 * page here could meet. The others draw parts of a window that nobody sees: they took half the time of a new one.
 */
const OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
];

/** Starts the browser of the tests, without a window. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      `--disable-features=${OFF.join(',')}`,
    ],
  });
}
