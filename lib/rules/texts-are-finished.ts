import { pathAt } from '../corpus/load/path-at.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { safeUrl } from '../prose/safe-url.ts';
import { KIND_NAMES } from '../schema/kinds.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { nodesOf } from './parts/nodes-of.ts';
import type { Rule } from './parts/rule.ts';
import { textsOf } from './texts/texts-of.ts';

/**
 * No text has anything left of a skeleton, HTML, or a link that does not become one. Code between backticks is not
 * checked.
 */
export const textsAreFinished: Rule = {
  name: 'texts-are-finished',
  codes: ['text/placeholder', 'text/not-linked', 'text/html'],
  check(corpus, report) {
    let tags: ReadonlySet<string> | undefined;
    const isTag = (name: string): boolean => {
      tags ??= tagsOf(corpus);
      return tags.has(name);
    };
    for (const kind of KIND_NAMES) {
      for (const entry of corpus.definitions[kind].values()) {
        for (const { pointer, text, isProse } of textsOf(entry)) {
          // A quick test that most texts pass.
          if (!SUSPECT.test(text)) continue;
          const bare = text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
          const found = [
            ...placeholders(bare),
            ...(isProse ? [...deadLinks(bare), ...html(bare, isTag)] : []),
          ];
          if (found.length === 0) continue;
          const placeOf = placesInText(entry.source, pointer, text);
          const path = pathAt(kind, entry.id, entry.data, pointer);
          for (const { offset, make } of found) report(make(placeOf(offset), path));
        }
      }
    }
  },
};

const SUSPECT = /TODO|TBD|FIXME|known yet|\]\(|[<&]/i;

interface Found {
  readonly offset: number;
  readonly make: (place: Place, path: string) => Finding;
}

// The placeholders of skeletons, and what people write instead.
function* placeholders(text: string): Generator<Found> {
  for (const { 0: word, index } of text.matchAll(/\b(?:TODO|TBD|FIXME|[Nn]ot known yet)\b/g)) {
    yield { offset: index, make: (place, path) => finding('text/placeholder', { word }, place, path) };
  }
}

function* deadLinks(text: string): Generator<Found> {
  for (const { 1: url = '', index } of text.matchAll(/\[[^\][\n]{1,300}\]\(([^()\s]{1,2000})\)/g)) {
    const isAddress =
      /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:javascript|data|mailto|tel|vbscript|file):|\.{0,2}\/|#|www\.)/i;
    if (safeUrl(url) !== undefined || !(isAddress.test(url) || /\.(?:md|html?|ya?ml|json)(?:#|$)/.test(url)))
      continue;
    const args = { url: clip(url) };
    yield { offset: index, make: (place, path) => finding('text/not-linked', args, place, path) };
  }
}

const HTML =
  /<\/?(a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|object|ol|p|pre|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]{0,300})?\/?>|<!--|&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/gi;

// A tag that the spec describes is a node and not HTML.
function* html(text: string, isTag: (name: string) => boolean): Generator<Found> {
  for (const { 0: whole, 1: name, index } of text.matchAll(HTML)) {
    if (name !== undefined && isTag(name)) continue;
    const args = { markup: clip(whole, 60) };
    yield { offset: index, make: (place, path) => finding('text/html', args, place, path) };
  }
}

function tagsOf(corpus: Corpus): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const { data } of corpus.definitions.stanza.values()) tags.add(data.tag);
  for (const { data } of corpus.definitions.node.values()) tags.add(data.tag);
  for (const { node } of nodesOf(corpus)) for (const { tag } of node.children ?? []) tags.add(tag);
  for (const { data } of corpus.definitions.ledger.values()) {
    for (const { name, kind } of data.names) if (kind === 'tag') tags.add(name);
  }
  return tags;
}
