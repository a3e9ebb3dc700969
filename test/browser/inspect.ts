import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What pages are made of, and the addresses in them that must not be there. */
export interface Inspected {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  readonly addresses: readonly string[];
}

/** What pages hold; of the page that is open, or of others that are fetched and parsed without running anything. */
export async function inspect(page: Page, paths?: readonly string[]): Promise<Inspected> {
  return page.evaluate(async (wanted) => {
    const tags = new Set<string>();
    const attributes = new Set<string>();
    const addresses = new Set<string>();
    const holdsAddress = new Map<string, boolean>();
    const fine = new Set<string>();
    const look = (root: Document, where: string): void => {
      for (const element of root.querySelectorAll('*')) {
        tags.add(element.localName);
        for (const { name, value } of element.attributes) {
          let mayLead = holdsAddress.get(name);
          if (mayLead === undefined) {
            mayLead =
              /^(?:.*:)?(?:href|src|srcset|action|formaction|data|poster|ping|background|cite|manifest)$/.test(
                name,
              );
            holdsAddress.set(name, mayLead);
            attributes.add(name);
          }
          if (!mayLead || fine.has(value)) continue;
          const url = URL.parse(value, location.origin);
          const isFine =
            url !== null &&
            url.username + url.password === '' &&
            (url.protocol === 'https:' || url.origin === location.origin);
          if (isFine) fine.add(value);
          else addresses.add(`${where} ${element.localName} ${name}=${value}`);
        }
      }
    };
    if (wanted === undefined) look(document, location.pathname);
    const parser = new DOMParser();
    // Several are fetched while others are read.
    const waiting = [...(wanted ?? [])];
    const lookOn = async (): Promise<void> => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const response = await fetch(encodeURI(path));
        const texts: string[] = path.endsWith('.json') ? await response.json() : [await response.text()];
        for (const text of texts) look(parser.parseFromString(text, 'text/html'), path);
      }
    };
    await Promise.all([1, 2, 3, 4].map(lookOn));
    return { tags: [...tags], attributes: [...attributes], addresses: [...addresses] };
  }, paths);
}

/** What scripts of ours add. */
const SCRIPTED = /^(?:aria-[a-z]+|data-[a-z-]+|enterkeyhint|autocapitalize|open|checked|disabled|max|value)$/;
/** What prose may be marked up with, and the name of a refuted fact, though our own spec has none of it. */
const MARKUP = ['em', 'strong', 'br', 's'];
/** What drawings of state machines and layouts have, of which our own spec has none. */
const DRAWN = { tags: ['text'], attributes: ['rx', 'text-anchor'] };

/** Tags and attributes that pages may have. */
export interface Ours {
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

/** What pages of our own spec are made of, and what prose and drawings of another spec may add. */
export const oursOf = ({ tags, attributes }: Inspected): Ours => ({
  tags: new Set([...tags, ...MARKUP, ...DRAWN.tags]),
  // A list of answered questions starts where that of the open ones ends.
  attributes: new Set([...attributes, ...DRAWN.attributes, 'start']),
});

/** Asserts that the open page, or those at some paths, hold nothing but that, what scripts add, and good addresses. */
export async function assertMadeOf(page: Page, ours: Ours, paths?: readonly string[]): Promise<void> {
  const { tags, attributes, addresses } = await inspect(page, paths);
  assert.deepEqual(
    tags.filter((tag) => !ours.tags.has(tag)),
    [],
  );
  assert.deepEqual(
    attributes.filter((name) => !ours.attributes.has(name) && !SCRIPTED.test(name)),
    [],
  );
  assert.deepEqual(addresses, []);
}
