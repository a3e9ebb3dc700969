import { refutedFacts } from '../corpus/disputes/refuted-facts.ts';
import { placesOf } from '../corpus/facts/fact-at.ts';
import { rowsOf } from '../corpus/facts/rows-of.ts';
import { stanzasOfNode, usesOfNode } from '../corpus/facts/uses-of-node.ts';
import { summaryOf, titleOf } from '../corpus/lookup/title-of.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { Fact, FactKind } from '../corpus/model/fact.ts';
import { payloadTags } from '../corpus/model/payload-tags.ts';
import type { Question } from '../corpus/model/question.ts';
import { partTexts, statementAnchor } from '../corpus/parts/part-texts.ts';
import { timeWords } from '../corpus/steps/time-words.ts';
import { wayOfStep } from '../corpus/steps/way-of-step.ts';
import { fragment } from '../pages/fragment.ts';
import { plainProse } from '../prose/parse-prose.ts';
import { statementsIn, wordsOfLine } from '../prose/read-markdown.ts';
import type { PageKindEntry } from '../schema/kind-entry.ts';
import { kindNoun } from '../schema/kind-noun.ts';
import { KIND_NAMES, KINDS, type Kind, PAGE_KINDS, type PageKind } from '../schema/kinds.ts';
import type { Confidence, Guide } from '../schema/types.generated.ts';
import { clip } from '../text/clip.ts';
import { pluralized } from '../text/counted.ts';
import { searchWords } from './words/search-words.ts';

/** The kinds of results. */
export type SearchKind = Kind | FactKind | 'page' | 'term' | 'question' | 'statement';

/** Of equally good results, the kind with the lower rank comes first. Facts share one rank, but for steps: many have the name of what they send. */
export const SEARCH_RANKS: Readonly<Record<SearchKind, number>> = ranksOf([
  ['page'],
  ...KIND_NAMES.map((kind) => [kind]),
  ['child', 'attribute', 'content', 'choice', 'value'],
  ['requirement', 'field', 'procedure'],
  ['step'],
  ['term'],
  ['question'],
  ['statement'],
]);

function ranksOf(kinds: readonly (readonly SearchKind[])[]): Readonly<Record<SearchKind, number>> {
  const ranks = kinds.flatMap((some, rank) => some.map((kind) => [kind, rank] as const));
  return Object.fromEntries(ranks) as Record<SearchKind, number>;
}

/** What a result is called, where that is another word than its kind. */
const NOUNS: Readonly<Partial<Record<SearchKind, string>>> = {
  ...Object.fromEntries(KIND_NAMES.map((kind) => [kind, kindNoun(kind, 1)])),
  ledger: 'name only',
  procedure: 'step of a procedure',
  statement: 'statement without evidence',
};

/** What readers call a result of a kind. */
export const resultNoun = (kind: SearchKind): string => NOUNS[kind] ?? kind;

/** Something that search can find. */
export interface SearchEntry {
  readonly kind: SearchKind;
  readonly name: string;
  /** Further names: the id of a definition whose title is different, the words by which a page is looked for. */
  readonly aliases: readonly string[];
  /** The words by which readers look for a definition and which its name lacks. */
  readonly keywords?: readonly string[];
  /** Words that find it and are not shown: those of a long text. */
  readonly more?: string;
  /** The payload tags of a stanza; the tag of a shared node where its id is another. */
  readonly tags: readonly string[];
  /** The path of a fact, the id of a definition (of a shared node after `node/`), '' for pages and terms. */
  readonly path: string;
  /** Its address on the site. */
  readonly href: string;
  /** The confidence of a fact; '' for everything else. */
  readonly confidence: Confidence | '';
  /** One line of description. */
  readonly text: string;
  /** Whether an open dispute denies it, so that everything else comes first. */
  readonly isRefuted: boolean;
}

/** The addresses of a corpus; undefined for what has no page. */
export interface SearchAddresses {
  definition(kind: Kind, id: string): string | undefined;
  fact(fact: Fact): string;
  question(question: Question): string | undefined;
}

/** A page, a glossary term or a name of the ledger, whose addresses only the site knows. */
export interface SearchPage {
  readonly kind: 'page' | 'term' | 'ledger';
  readonly name: string;
  readonly href: string;
  readonly text: string;
  /** Words by which it is looked for, besides its name. */
  readonly aliases?: readonly string[];
  /** Words that find it and are not shown. */
  readonly more?: string;
}

/** More places of what is shared are only counted. */
const MAX_PLACES = 12;

/** Longer texts are cut; nearly all are shorter. */
const MAX_TEXT = 300;

/** Everything that search can find: the facts, definitions and questions that have an address, and the pages. */
export function searchEntries(
  corpus: Corpus,
  addresses: SearchAddresses,
  pages: readonly SearchPage[],
): SearchEntry[] {
  const refuted = refutedFacts(corpus);
  const entries: SearchEntry[] = pages.map(({ kind, name, href, text, aliases = [], more }) => ({
    ...{ kind, name, aliases, tags: [], path: '', href, confidence: '', isRefuted: false },
    text: lineOf(text),
    ...(more === undefined ? {} : { more }),
  }));
  const payloads = payloadTags([...corpus.definitions.stanza.values()].map(({ data }) => data));
  for (const kind of PAGE_KINDS) {
    for (const entry of corpus.definitions[kind].values()) {
      const href = addresses.definition(kind, entry.id);
      if (href !== undefined)
        entries.push({
          ...definitionEntry(entry, kind === 'stanza' ? (payloads.get(entry.id) ?? []) : []),
          ...('keywords' in entry.data ? { keywords: entry.data.keywords } : {}),
          ...(kind === 'node' ? nodeEntry(corpus, entry as Entry<'node'>) : {}),
          ...(kind === 'stanza' ? { more: partsOfStanza(corpus, entry.id) } : {}),
          ...('layout' in entry.data ? { more: 'layout bytes' } : {}),
          ...moreWords(entry, KINDS[kind].texts),
          kind,
          href,
        });
    }
  }
  for (const fact of corpus.facts) {
    entries.push({
      kind: fact.kind,
      name: fact.name === '' ? '(empty)' : fact.name,
      aliases: timesOf(fact).map(timeInFull),
      tags: [],
      path: fact.path,
      href: addresses.fact(fact),
      confidence: fact.confidence,
      text: textOfFact(corpus, fact),
      isRefuted: refuted.has(fact.path),
    });
  }
  for (const question of corpus.questions) {
    const href = addresses.question(question);
    if (href === undefined) continue;
    entries.push({
      kind: 'question',
      name: question.id ?? question.anchor,
      aliases: [],
      tags: [],
      isRefuted: false,
      path: question.kind === 'node' ? `node/${question.owner}` : question.owner,
      href,
      confidence: '',
      text: lineOf(`${question.status === 'open' ? '' : 'Answered. '}${question.text}`),
    });
  }
  return [...entries, ...statementEntries(corpus, addresses)];
}

/** The statements of parts that are only Markdown, each at its anchor. */
function statementEntries({ definitions }: Corpus, addresses: SearchAddresses): SearchEntry[] {
  return [...definitions.part.values()].flatMap(({ id, data }) => {
    const href = addresses.definition('part', id);
    const { normative, findings } = partTexts(data);
    if (href === undefined) return [];
    return statementsIn([...normative, ...findings]).map(({ number, inside }): SearchEntry => {
      const anchor = statementAnchor(number);
      const words = wordsOfLine(inside, (code) => code).replaceAll(/\s+/g, ' ');
      return {
        ...{ kind: 'statement', aliases: [], tags: [], confidence: '', isRefuted: false },
        name: `${data.code} statement ${number}`,
        path: `part/${id}#${anchor}`,
        href: `${href}${fragment(anchor)}`,
        text: clip(`Without evidence. ${words}`, MAX_TEXT),
      };
    });
  });
}

function definitionEntry(entry: Entry<Kind>, tags: readonly string[]): Omit<SearchEntry, 'kind' | 'href'> {
  const { id } = entry;
  const name = titleOf(entry);
  const aliases = searchWords(name).join('') === searchWords(id).join('') ? [] : [id];
  const text = lineOf(summaryOf(entry));
  return { name, aliases, tags, path: id, confidence: '', text, isRefuted: false };
}

/** What the page of a stanza has besides its own facts: its examples, and parts of shared nodes and the envelope. */
function partsOfStanza(corpus: Corpus, id: string): string {
  const shared = rowsOf(corpus, 'stanza', id).filter(
    ({ owner, ownerKind }) => owner !== id || ownerKind !== 'stanza',
  );
  return [...new Set(['example', 'sent', 'delivered', ...shared.map(({ name }) => name)])].join(' ');
}

/** The words of its long texts, which its line does not have. */
function moreWords(entry: Entry<PageKind>, key: PageKindEntry['texts']): Pick<SearchEntry, 'more'> {
  if (key === undefined || !(key in entry.data)) return {};
  const { summary, [key]: sections } = entry.data as Guide;
  // Without the targets of links, which have entries of their own.
  const texts = sections.map(
    ({ title, text = '' }) => `${title} ${text.replace(/\]\((?:<[^>]*>|[^)]*)\)/g, ' ')}`,
  );
  const shown = new Set(searchWords(summary));
  const words = new Set(texts.flatMap(searchWords).filter((word) => word.length > 2 && !shown.has(word)));
  return { more: [...words].join(' ') };
}

/** The places of what is shared are words by which it is found: it has one entry, wherever it occurs. */
function nodeEntry(
  corpus: Corpus,
  entry: Entry<'node'>,
): Pick<SearchEntry, 'tags' | 'path' | 'text' | 'isRefuted'> {
  const { id, data } = entry;
  const uses = usesOfNode(corpus, id);
  const refuted = refutedFacts(corpus);
  const inside = uses.flatMap((use) => (use.ownerKind === 'stanza' ? [use.path] : placesOf(corpus, use)));
  const places = [...stanzasOfNode(corpus, id).map((one) => one.id), ...inside];
  return {
    tags: data.tag === id ? [] : [data.tag],
    path: `node/${id}`,
    text: lineOf(data.summary) + at(places),
    isRefuted: uses.length > 0 && uses.every(({ path }) => refuted.has(path)),
  };
}

function textOfFact(corpus: Corpus, fact: Fact): string {
  if (fact.step !== undefined) {
    const { within } = fact.step;
    const time =
      within === undefined
        ? ''
        : within.seen_ms === undefined
          ? ` Within ${timeInFull(within.ms)}.`
          : ` Seen within ${timeInFull(within.seen_ms)}, no limit known.`;
    return lineOf(`${wayOfStep(fact.owner, fact.step, corpus)}.${time} ${fact.description}`);
  }
  const members = fact.choice === undefined ? '' : ` Of: ${fact.choice.of.join(', ')}.`;
  return lineOf(fact.description) + members + at(placesOf(corpus, fact));
}

function at(places: readonly string[]): string {
  if (places.length === 0) return '';
  const more = places.length > MAX_PLACES ? ` and ${places.length - MAX_PLACES} more` : '';
  return ` At ${places.slice(0, MAX_PLACES).join(', ')}${more}.`;
}

/** The times of a step: its limit, or what was seen and what leaves room for more. */
const timesOf = ({ step }: Fact): number[] =>
  [step?.within?.ms, step?.within?.seen_ms].flatMap((ms) => ms ?? []);

/** A time with the whole name of its unit, which is what a reader types. */
const timeInFull = (ms: number): string => {
  const [value = '', unit = ''] = timeWords(ms).split(' ');
  const name = { min: 'minute', s: 'second', ms: 'millisecond' }[unit] ?? unit;
  return `${value} ${pluralized(Number(value), name)}`;
};

const lineOf = (prose: string): string => clip(plainProse(prose), MAX_TEXT);
