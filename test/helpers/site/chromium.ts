import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const HOW =
  'The browser tests need Chrome or Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium; ' +
  'macOS: brew install --cask chromium; Windows: winget install Google.Chrome), or name it with CHROME_PATH.';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of an installed Chrome or Chromium; CHROME_PATH goes first. */
function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...(process.env['CHROME_PATH'] ? [process.env['CHROME_PATH']] : []),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...PLACES,
  ];
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs Chromium in the way that the system has, where that can be done without asking. */
function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot) return;
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
  } catch {
    // Said by the caller, who looks whether it is there now.
  }
}

/**
 * An installed browser, headless. Where there is none it is installed if the system lets us; otherwise this
 * throws a sentence that says how. Tests never skip for want of a browser.
 * @param more further arguments for it
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  if (installed() === undefined) install();
  const executablePath = installed();
  if (executablePath === undefined) throw new Error(HOW);
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
}
