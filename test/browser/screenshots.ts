import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import sharp from 'sharp';
import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { readArguments, type Usage } from '../../scripts/cli/arguments.ts';
import { runCommand } from '../../scripts/cli/run-command.ts';
import { buildOnce } from '../helpers/site/build-once.ts';
import { launchBrowser } from '../helpers/site/chromium.ts';
import { serve } from '../helpers/site/serve.ts';

const USAGE: Usage = {
  call: 'npm run screenshots -- [options]',
  summary: 'Builds the site and takes pictures of six of its pages. It needs Chrome or Chromium.',
  options: { out: { type: 'string', value: 'DIR', help: 'Where to write. Default: docs.' } },
  notes: 'Exit codes: 0 done, 2 misuse or a failure of our own.',
};

interface Shot {
  readonly name: string;
  readonly page: string;
  readonly colours?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

const SHOTS: readonly Shot[] = [
  { name: 'stanza', page: 'stanzas/call-reject/', height: 1240 },
  { name: 'stanza-dark', page: 'stanzas/call-reject/', colours: 'dark', height: 1240 },
  { name: 'catalog', page: 'stanzas/' },
  { name: 'sequence', page: 'flows/outgoing-1to1-audio/' },
  { name: 'coverage', page: 'coverage/' },
  { name: 'phone', page: 'stanzas/call-reject/', width: 390, height: 844 },
];

/** `npm run screenshots`: the pictures of the README, made anew. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { out } = given.values;
  const folder = resolve(io.cwd, typeof out === 'string' ? out : 'docs');
  await mkdir(folder, { recursive: true });
  const site = await buildOnce(join(PROJECT_ROOT, 'spec'));
  const served = await serve(site);
  const browser = await launchBrowser();
  try {
    for (const { name, page: path, colours = 'light', width = 1280, height = 800 } of SHOTS) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: colours });
      await page.goto(`${served.origin}/${path}`);
      const picture = await page.screenshot();
      await page.close();
      // A page has few colors: a palette makes the file a third as large, without visible loss.
      const small = await sharp(picture).png({ palette: true, colours: 128, effort: 10 }).toBuffer();
      await writeFile(join(folder, `${name}.png`), small);
      io.err(`${name}.png: /${path}, ${Math.ceil(small.length / 1024)} KB\n`);
    }
  } finally {
    await browser.close();
    await served.close();
    await rm(dirname(site), { recursive: true, force: true });
  }
  return 0;
}

if (import.meta.main) await runCommand(main);
