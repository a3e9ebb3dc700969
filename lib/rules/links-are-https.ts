import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { safeUrl } from '../prose/safe-url.ts';
import { KIND_NAMES, type Kind } from '../schema/kinds.ts';
import type { References } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';
import { clip } from '../text/clip.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** URLs are https and have no user name. A relative one is shown as text. */
export const linksAreHttps: Rule = {
  name: 'links-are-https',
  codes: ['link/not-https', 'link/relative'],
  check(corpus, report) {
    for (const { entry, pointer, url } of linksOf(corpus)) {
      if (safeUrl(url) !== undefined) continue;
      const code = isRelative(url) ? 'link/relative' : 'link/not-https';
      report(findingAt(entry, pointer, code, { url: clip(url) }));
    }
  },
};

// Anything that a URL parser might read as a scheme, or strip before it looks for one, does not count as relative.
const isRelative = (url: string): boolean =>
  !/^\s*[A-Za-z][A-Za-z0-9+.-]*:/.test(url) && !/[\p{Cc}\\]/u.test(url);

interface Link {
  readonly entry: Entry<Kind>;
  readonly pointer: Pointer;
  readonly url: string;
}

/** The keys of any kind that hold a URL, or a list of references. */
const URL_KEYS = ['guide', 'url', 'repository', 'site'];
const REFERENCE_KEYS = ['references', 'links', 'credits'];

function* linksOf(corpus: Corpus): Generator<Link> {
  for (const kind of KIND_NAMES) {
    for (const entry of corpus.definitions[kind].values()) {
      const data = entry.data as unknown as Partial<Record<string, unknown>>;
      for (const key of URL_KEYS) {
        const url = data[key];
        if (typeof url === 'string') yield { entry, pointer: [key], url };
      }
      if (kind === 'capture') {
        const { url } = (entry as Entry<'capture'>).data.source;
        if (url !== undefined) yield { entry, pointer: ['source', 'url'], url };
      }
      for (const key of REFERENCE_KEYS) {
        const references = (data[key] ?? []) as References;
        for (const [i, reference] of references.entries()) {
          if (typeof reference === 'string') yield { entry, pointer: [key, i], url: reference };
          // Without an address a reference is only its title.
          else if (reference.url !== '') yield { entry, pointer: [key, i, 'url'], url: reference.url };
        }
      }
    }
  }
}
