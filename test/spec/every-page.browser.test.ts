import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { AXE, axe } from '../browser/axe.ts';
import { askNewLooks } from '../browser/contrast.ts';
import { everyPage, pathOf } from '../browser/every-page.ts';
import { pageFiles, pageKind, pageOfEachKind } from '../helpers/site/page-kinds.ts';
import { THOROUGH } from '../helpers/thorough.ts';
import { liveSite } from './live-spec.ts';

// The site of the live spec: whatever somebody writes there must be readable for everybody.

// `npm test` opens a page of each kind, on a phone, and leaves out what repeats; the thorough run opens every page and
// asks it everything. The windows are low: what is below their edge is laid out all the same, but need not be painted.
const WIDE = { width: 1280, height: 200 };
const NARROW = { width: 390, height: 200 };

/** What the content of a page says. What a form, a button or a tool offers is no statement; without a script it is hidden. */
interface Said {
  readonly text: string;
  readonly tools: string;
}

const said = (page: Page): Promise<Said> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const tools = [
      ...(main?.querySelectorAll<HTMLElement>('form, button, report-form, workbench-app') ?? []),
    ];
    return { text: main?.innerText ?? '', tools: tools.map((tool) => tool.innerText).join('\n') };
  });

/** The lines of a page that are more than the word of a button. */
const lines = (text: string) =>
  text
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line.length > 12);

/** The text of the page without scripts; whether it is visible is checked on one page of each kind. */
const sent = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const html = await (await fetch(location.href)).text();
    return new DOMParser().parseFromString(html, 'text/html').querySelector('main')?.textContent ?? '';
  });

/** A text by its letters alone: a layout breaks lines and separates cells. */
const squeezed = (text: string): string => text.replace(/\s/g, '').toLowerCase();

/** How wide the page is, with its folds closed and then open; they stay open. */
const widths = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const width = () => document.documentElement.scrollWidth;
    const closed = width();
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    return [closed, width()];
  });

/** Leaves five of what a page repeats, such as the rows of a table: axe takes minutes for thousands of them. */
const shorten = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const parent of document.querySelectorAll('main, main *')) {
      const seen = new Map<string, number>();
      for (const child of [...parent.children]) {
        const n = (seen.get(child.localName) ?? 0) + 1;
        seen.set(child.localName, n);
        if (n > 5) child.remove();
      }
    }
  });

/** Notes what can be seen now of the content, or of the whole page. */
const noteVisible = (page: Page, whole: boolean): Promise<void> =>
  page.evaluate(
    (selector) => {
      const visible = [...document.querySelectorAll(selector)].filter((element) =>
        element.checkVisibility({ visibilityProperty: true }),
      );
      Object.assign(globalThis, { noted: visible });
    },
    whole ? 'body *' : 'main *',
  );

/** How much of what was noted cannot be seen any more; it is left to axe. */
const chooseHidden = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { noted } = globalThis as unknown as { noted: readonly Element[] };
    const hidden = noted.filter((element) => !element.checkVisibility({ visibilityProperty: true }));
    Object.assign(globalThis, { axeElements: hidden });
    return hidden.length;
  });

/** A page of each kind; in the thorough run all pages, but of those of old versions every fifth. */
async function pathsOf(folder: string): Promise<string[]> {
  const files = await pageFiles(folder);
  const which = THOROUGH
    ? files.filter((file, i) => !file.startsWith('v/') || i % 5 === 0)
    : await pageOfEachKind(folder, files);
  return which.map(pathOf);
}

/** Notes what a page complains of, what it asks others for, and what it does not get. */
async function listen(context: BrowserContext, origin: string, noise: string[]): Promise<void> {
  await context.addInitScript({ path: AXE });
  context.on('console', (message) => noise.push(`${message.page()?.url()}: ${message.text()}`));
  context.on('weberror', (error) => noise.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('request', (request) => {
    if (!request.url().startsWith(origin))
      noise.push(`${new URL(request.frame().url()).pathname} asks ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) noise.push(`${response.status()} ${response.url()}`);
  });
}

// Each page is opened once and asked everything, because to open it costs as much as any answer.
test('every page: loads without errors, fits a phone, is accessible, and is readable without scripts', async (t) => {
  const folder = await liveSite();
  const site = await everyPage(folder);
  t.after(() => site.close());
  const withScript = new Map<string, Said>();
  const noise: string[] = [];
  const wide: string[] = [];
  const inaccessible: string[] = [];
  const unsaid: string[] = [];
  const kinds = new Set<string>();
  const newLooks = askNewLooks();

  const withoutScript = (path: string, before: Said | undefined, after: string): void => {
    const missing = lines(before?.text ?? '').filter(
      (line) => !squeezed(after).includes(squeezed(line)) && !before?.tools.includes(line),
    );
    if (missing.length > 0) unsaid.push(`${path}: ${missing.slice(0, 3).join(' | ')}`);
  };

  const look = async (page: Page, path: string): Promise<void> => {
    const kind = pageKind(path.slice(1));
    const whole = !kinds.has(kind);
    kinds.add(kind);
    const note = (how: string, wrong: readonly string[]) =>
      inaccessible.push(...wrong.map((one) => `${path} ${how}: ${one}`));
    const inDark = async (width: string): Promise<void> => {
      await page.emulateMedia({ colorScheme: 'dark' });
      note(`${width}, dark`, await newLooks(page));
      if (whole && THOROUGH)
        note(`${width}, dark`, (await axe(page, { rules: ['link-in-text-block'], of: 'page' })).wrong);
      await page.emulateMedia({ colorScheme: 'light' });
    };

    const { text, tools } = await said(page);
    if (whole && THOROUGH) withScript.set(path, { text, tools });
    else withoutScript(path, { text, tools }, await sent(page));
    if (THOROUGH) {
      note('1280 px, light', await newLooks(page));
      await inDark('1280 px');
    }
    if (path === '/') note('1280 px', (await axe(page, { of: 'page' })).wrong);
    await noteVisible(page, whole);
    await page.setViewportSize(NARROW);
    const [closed = 0, open = 0] = await widths(page);
    if (Math.max(closed, open) > NARROW.width) wide.push(`${path}: ${closed} and ${open} px`);
    if (!THOROUGH) await shorten(page);
    // The frame is the same on each page, so the first of each kind is looked at whole.
    note('390 px, folds open', (await axe(page, { of: whole && THOROUGH ? 'page' : 'content' })).wrong);
    note('390 px, folds open, light', await newLooks(page));
    await inDark('390 px, folds open');
    const hidden = await chooseHidden(page);
    await page.setViewportSize(WIDE);
    if (hidden > 0 && THOROUGH) {
      note('1280 px, what a phone does not show', (await axe(page, { of: 'elements' })).wrong);
    }
  };

  await site.visit(await pathsOf(folder), { viewport: WIDE, colorScheme: 'light' }, look, (context) =>
    listen(context, site.origin, noise),
  );

  await t.test('no console message, no failed request, none that leaves the site', () =>
    assert.deepEqual(noise, []),
  );
  await t.test('nothing scrolls sideways at 390 px, folds open or closed', () => assert.deepEqual(wide, []));
  await t.test('axe finds nothing, at 1280 px and at 390 px with folds open, in light and in dark', () =>
    assert.deepEqual(inaccessible, []),
  );
  await t.test('with JavaScript off every statement is there', async () => {
    const compare = async (page: Page, path: string): Promise<void> =>
      withoutScript(path, withScript.get(path), (await said(page)).text);
    const first = [...withScript.keys()];
    await site.visit(first, { viewport: WIDE, javaScriptEnabled: false }, compare);
    assert.deepEqual(unsaid, []);
  });
});
