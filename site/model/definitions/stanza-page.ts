import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { flowsWith } from '../../../lib/corpus/lookup/flows-with.ts';
import { matchWords } from '../../../lib/corpus/match/match-words.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { payloadTags } from '../../../lib/corpus/model/payload-tags.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Stanza } from '../../../lib/schema/types.generated.ts';
import { type AnswersView, answersView } from '../answers/answers-view.ts';
import { type ExampleView, exampleViews } from '../examples/example-view.ts';
import { examplesPath } from '../examples/examples-page.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import { hasSourcesPage, isHeaviest } from '../links/has-sources-page.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { partNamedAs, rulesAbout } from '../links/rules-about.ts';
import { ledgerAnchor, namesOfStanza } from '../lists/stanza-of-name.ts';
import { type NodeBody, nodeBody, tocOfBody, tocSection } from '../nodes/node-body.ts';
import { tagWords } from '../nodes/tag-words.ts';

/** Everything that the page of a stanza shows. */
export interface StanzaPage extends NodeBody {
  readonly stanza: Stanza;
  /** The tags from the outermost node to the one that tells the stanza, such as `call` and `terminate`. */
  readonly path: readonly string[];
  /** The tag that tells the stanza in the title of its page, such as `<terminate>`; of several payloads, the first and their number. */
  readonly titleTags: string;
  /** What identifies a captured node as this stanza besides its tag, in prose. */
  readonly recognized: string | undefined;
  /** The stanza that describes the outermost node. */
  readonly envelope: Ref | undefined;
  /** The shared node that its outermost node is. */
  readonly uses: Ref | undefined;
  /** The stanzas whose outermost node it describes. */
  readonly envelopeOf: readonly Ref[];
  readonly examples: readonly ExampleView[];
  /** The page that has the other forms of its examples, if they would be too long for this one. */
  readonly formsAt: string | undefined;
  readonly flows: readonly Ref[];
  /** The requirements that speak of it as a whole. */
  readonly rules: readonly Ref[];
  /** How it is answered. */
  readonly answers: AnswersView | undefined;
  /** Names that are not its tag, though code or logs call it so; each leads to where it was seen. */
  readonly otherNames: readonly Ref[];
  readonly toc: readonly TocEntry[];
}

const SHARED = 'Its facts are those of its shared node, and count there';

/**
 * The page of a stanza.
 * @throws when the corpus has no stanza of this id
 */
export function stanzaPage(publication: Published, links: Links, id: string): StanzaPage {
  const { corpus } = publication;
  const entry = corpus.definitions.stanza.get(id);
  if (entry === undefined) throw new Error(`no stanza ${id}`);
  const stanza = entry.data;
  const examples = exampleViews(stanza, corpus, links);
  const body = nodeBody(publication, links, entry, examples);
  const flows = flowsWith(corpus, id).map(({ id: flow, data }) => ({
    text: data.title,
    href: links.definition('flow', flow),
  }));
  const stanzaRef = (one: string): Ref => ({
    text: corpus.definitions.stanza.get(one)?.data.display_name ?? one,
    href: links.definition('stanza', one),
  });
  const answers = answersView(corpus, links, id);
  const envelopeOf = payloadsOf(id, corpus).map(stanzaRef);
  const path = pathTo(
    knownPayload(stanza, corpus) ??
      payloadTags([...corpus.definitions.stanza.values()].map(({ data }) => data)).get(id),
    stanza.tag,
  );
  return {
    ...body,
    tally: stanza.use === undefined || body.tally.total > 0 ? body.tally : { ...body.tally, words: SHARED },
    stanza,
    path,
    titleTags: titleTags(stanza, path),
    recognized: matchWords(stanza),
    envelope: stanza.envelope === undefined ? undefined : stanzaRef(stanza.envelope),
    uses: stanza.use === undefined ? undefined : links.ref('node', stanza.use),
    envelopeOf,
    // On the heaviest pages the names in examples lead nowhere; those of the structure do.
    examples: isHeaviest(corpus, 'stanza', id) ? examples.map((one) => ({ ...one, links: [] })) : examples,
    formsAt: hasSourcesPage(corpus, 'stanza', id) ? links.page(examplesPath(id)) : undefined,
    flows,
    rules: [...partNamedAs(id, corpus, links), ...rulesAbout(id, corpus, links)],
    answers,
    otherNames: namesOfStanza(corpus, id).map((one) => ({
      text: one.name,
      href: `${links.page('stanzas/')}${fragment(ledgerAnchor(one))}`,
    })),
    toc: [
      ...(answers === undefined ? [] : [tocSection('Answer with')]),
      ...tocOfBody(body, {
        examples: true,
        after: [
          ...(envelopeOf.length > 0 ? [tocSection('Envelope of')] : []),
          ...(flows.length > 0 ? [tocSection('Used in flows')] : []),
        ],
      }),
    ],
  };
}

/**
 * The payload by which a stanza is recognized, if one alone is better known than a supposition; undefined if none is, or
 * several are.
 */
function knownPayload({ id, match }: Stanza, corpus: Corpus): readonly string[] | undefined {
  const known = (match?.payload ?? []).filter((tag) => {
    const fact = corpus.factByPath.get(`${id}:${tag}`);
    return fact !== undefined && fact.confidence !== 'speculative' && !refutedFacts(corpus).has(fact.path);
  });
  return known.length === 1 ? known : undefined;
}

/** Several payloads are none that could tell the stanza. */
const pathTo = (payloads: readonly string[] = [], tag: string): string[] =>
  payloads.length === 1 ? [...new Set([tag, ...payloads])] : [tag];

function titleTags({ tag, match }: Stanza, path: readonly string[]): string {
  const [first = tag, ...others] = path.length === 1 ? (match?.payload ?? []) : path.slice(-1);
  return others.length === 0 ? tagWords(first) : `${tagWords(first)} and ${others.length} more`;
}

const payloadsOf = (id: string, { definitions }: Corpus): string[] =>
  [...definitions.stanza.values()].filter(({ data }) => data.envelope === id).map((entry) => entry.id);
