import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { loadBinaryDecoder } from '../../../lib/capture/decode/load-binary-decoder.ts';
import type { DraftOptions } from '../../../lib/capture/draft/entry/draft-options.ts';
import { parse } from '../../../lib/capture/parse/parse.ts';
import type { ReviewOptions } from '../../../lib/capture/review/review-stanzas.ts';
import { FIXTURE_CORPUS as corpus, FIXTURE_FILES as FILES } from '../../helpers/fixture-spec.ts';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';
import { draftStanzas } from '../../lib/capture/draft-stanzas.ts';

/** Logs as the libraries write them, a file each. */
export const FIXTURES = join(import.meta.dirname, '../../lib/capture/parse/fixtures');

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** The personal data in the logs: it must not be in any URL or capture. */
export const PERSONAL = /10000000000000|00112233445566778899|O'Neil/i;

export const site = siteInBrowser();

/** The workbench, cut off from everything but its own site, with all that went wrong and all that was asked. */
export async function open(
  t: TestContext,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; wrong: string[]; asked: string[] }> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await site.page(t, { viewport: WIDE, reducedMotion: 'reduce', permissions, ...options });
  const wrong: string[] = [];
  const asked: string[] = [];
  await page.context().route('**/*', (route) => {
    const request = route.request();
    const url = new URL(request.url());
    asked.push(url.pathname);
    if (url.origin !== site.origin || url.search !== '' || request.method() !== 'GET') {
      wrong.push(`${request.method()} ${url}`);
      return route.abort();
    }
    return route.continue();
  });
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('websocket', (socket) => wrong.push(socket.url()));
  await page.goto(`${site.origin}/workbench/`);
  return { page, wrong, asked };
}

export const field = (page: Page) => page.getByRole('textbox', { name: /Lines of a log/ });
export const annotated = (page: Page) =>
  page.getByRole('table', { name: 'The stanza with a verdict on each part' });

export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await field(page).focus();
  await page.keyboard.press('ControlOrMeta+V');
}

/** Answers what a capture needs. The form is shown behind the result; its answers may be given before. */
export async function choose(page: Page): Promise<void> {
  const force = { force: true };
  await page.getByLabel('Where does your log come from?').selectOption('websocket-capture', force);
  await page.getByLabel('May it be published?').selectOption('captured', force);
}

/** Opens what is folded behind the result: the form, and the capture. */
export async function unfold(page: Page): Promise<void> {
  const fold = page.locator('details[data-part="submit"]');
  await fold.waitFor();
  await fold.evaluate((one: HTMLDetailsElement) => {
    one.open = true;
  });
}

/** Hands in the stanza that is shown, where the log has a call that would be handed in. */
export async function pickStanza(page: Page): Promise<void> {
  await unfold(page);
  const radio = page.getByRole('radio', { name: 'Only the stanza that is shown above' });
  if ((await radio.count()) > 0) await radio.check();
}

/** The file and the text in the link to GitHub. */
export async function offered(
  page: Page,
): Promise<{ address: string; filename: string | null; value: string | null }> {
  await unfold(page);
  const link = page.getByRole('link', { name: 'Open on GitHub' });
  await link.waitFor();
  const address = (await link.getAttribute('href')) ?? '';
  const { searchParams } = new URL(address);
  return { address, filename: searchParams.get('filename'), value: searchParams.get('value') };
}

export const OPTIONS = { technique: 'websocket-capture', kind: 'captured', tools: [] } as const;

/**
 * The captures that the command makes of the single stanzas of a log, in their order. With their times, those of one call
 * would be one trace, which only the command makes.
 */
export async function commandMakes(
  input: string,
  options: Partial<DraftOptions & ReviewOptions> = {},
): Promise<{ path: string; after: string }[]> {
  const { stanzas } = parse(input, { decodeBinary: await loadBinaryDecoder() });
  const single = stanzas.map((stanza) => ({ ...stanza, time: undefined }));
  const { files, captures } = draftStanzas(single, corpus, FILES, { ...OPTIONS, ...options });
  return captures.flatMap(({ id }) => files.filter(({ path }) => path === `captures/${id}.yaml`));
}

export const NODE = {
  tag: 'call',
  attrs: { from: '100000000000001@lid', id: '1111.2222-3', t: '1700000001' },
  content: [
    {
      tag: 'terminate',
      attrs: {
        'call-id': '00112233445566778899AABBCCDDEEFF',
        'call-creator': '100000000000001:7@lid',
        reason: 'timeout',
      },
    },
  ],
};

export const SHARED = {
  ...NODE,
  attrs: { ...NODE.attrs, newthing: '12', '4915112345678': 'x', 'ana@example.org': '1' },
};

export const names = (page: Page) => page.getByRole('table', { name: 'Names that the spec does not know' });
