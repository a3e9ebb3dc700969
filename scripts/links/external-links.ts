import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { permalink } from '../../lib/corpus/sources/permalink.ts';
import type { Place } from '../../lib/findings/finding.ts';
import { type ProsePart, parseProse } from '../../lib/prose/parse-prose.ts';
import { safeUrl } from '../../lib/prose/safe-url.ts';
import { KIND_NAMES } from '../../lib/schema/kinds.ts';
import type { Pointer } from '../../lib/source/mark.ts';
import { compareText } from '../../lib/text/compare-text.ts';

/** A URL without its fragment, and the first place in the spec that names it. */
export interface ExternalLink {
  readonly url: string;
  readonly place: Place;
  /** The number of places that name it. */
  readonly times: number;
}

/**
 * The external URLs that the pages of a spec link to: sources, references, and links in prose, each once. URLs that
 * `safeUrl` refuses are never rendered as links, so they are skipped.
 */
export function externalLinks(corpus: Corpus): ExternalLink[] {
  const links = new Map<string, ExternalLink>();
  for (const kind of KIND_NAMES) {
    for (const { data, source } of corpus.definitions[kind].values()) {
      for (const { text, pointer } of textsOf(data, [])) {
        for (const found of urlsIn(text, pointer, corpus)) {
          const url = found.replace(/#.*$/, '');
          const known = links.get(url);
          const place = known?.place ?? source.place(pointer);
          links.set(url, { url, place, times: (known?.times ?? 0) + 1 });
        }
      }
    }
  }
  return [...links.values()].sort((a, b) => compareText(a.url, b.url));
}

function* textsOf(value: unknown, pointer: Pointer): Generator<{ text: string; pointer: Pointer }> {
  if (typeof value === 'string') yield { text: value, pointer };
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* textsOf(item, [...pointer, i]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsOf(item, [...pointer, key]);
  }
}

function urlsIn(text: string, pointer: Pointer, corpus: Corpus): readonly string[] {
  const url = pointer.includes('sources') ? permalink(text, corpus) : safeUrl(text);
  if (url !== undefined) return [url];
  return text.includes('](https://') ? parseProse(text).flat().flatMap(urlsOfPart) : [];
}

function urlsOfPart(part: ProsePart): string[] {
  if (part.kind === 'link') return [part.url];
  return 'parts' in part ? part.parts.flatMap(urlsOfPart) : [];
}
