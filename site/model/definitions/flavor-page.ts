import { type ClientPart, partsOfClient } from '../../../lib/corpus/clients/parts-of-client.ts';
import { stanzasOfClient } from '../../../lib/corpus/clients/stanzas-of-client.ts';
import { factsDisputedBy } from '../../../lib/corpus/disputes/facts-disputed-by.ts';
import { factsRestingOn } from '../../../lib/corpus/evidence/rests-on.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { isImplementation } from '../../../lib/corpus/sources/is-implementation.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import type { Flavor } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import { type ClientSection, clientSections, pagesOfClient } from '../clients/client-sections.ts';
import { type ClientValues, clientValues } from '../clients/client-values.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';

/** Everything that the page of a flavor shows. */
export interface FlavorPage {
  readonly flavor: Flavor;
  readonly title: string;
  readonly description: string;
  readonly url: Ref | undefined;
  readonly repository: Ref | undefined;
  readonly commit: Ref | undefined;
  /** What it covers and is based on: words, some of which have a page. */
  readonly covers: readonly Ref[];
  readonly basis: readonly Ref[];
  /** Has a page if it is a contributor of the spec. */
  readonly maintainer: Ref | undefined;
  readonly derivesFrom: readonly Ref[];
  /** Flavors that derive from it. */
  readonly derived: readonly Ref[];
  readonly tally: TallyView;
  /** For a mere description of the protocol: that it corroborates nothing. */
  readonly remark: string | undefined;
  /** How much its code is known to have, in words; undefined if nothing is known. */
  readonly deeds: string | undefined;
  /** Its stanzas, or the first of them. */
  readonly sections: readonly ClientSection[];
  /** How many pages its stanzas take. */
  readonly pages: number;
  /** The values of enums that its code has. */
  readonly values: readonly ClientValues[];
  /** Stanzas of which it is known to have attributes of the envelope alone: they are not among its stanzas. */
  readonly envelopeOnly: readonly Ref[];
  /** Stanzas that it covers and of which no part is known in its code. */
  readonly withoutParts: readonly Ref[];
  /** Clients that it can be compared with. */
  readonly others: readonly OtherClients[];
  /** Some of the facts that it disputes, and how many there are. */
  readonly disputes: readonly OwnerFacts[];
  readonly disputed: number;
  readonly shown: number;
  readonly edit: string | undefined;
}

/** Clients under one heading: ids and names. */
interface OtherClients {
  readonly title: string;
  readonly clients: readonly { readonly id: string; readonly name: string }[];
}

/** How many of the facts that a flavor disputes are listed. */
const MOST_DISPUTES = 300;

/**
 * The page of a flavor.
 * @throws when the corpus has no flavor of this id
 */
export function flavorPage(publication: Publication, links: Links, id: string): FlavorPage {
  const { corpus } = publication;
  const entry = corpus.definitions.flavor.get(id);
  if (entry === undefined) throw new Error(`no flavor ${id}`);
  const { data } = entry;
  const facts = factsRestingOn(corpus, 'flavor', id);
  const disputed = factsDisputedBy(corpus, id);
  const repository = outer(data.repository);
  const word = (text: string): Ref => ({ text, href: links.word(text) });
  return {
    flavor: data,
    title: data.name ?? id,
    description:
      data.description === undefined
        ? `What ${data.name ?? id} writes and reads.`
        : plainProse(data.description),
    url: outer(data.url),
    repository,
    maintainer: data.maintainer === undefined ? undefined : links.ref('contributor', data.maintainer),
    commit:
      data.commit === undefined
        ? undefined
        : {
            text: data.commit.slice(0, 12),
            href:
              repository?.href === undefined
                ? undefined
                : safeUrl(`${withoutSlash(repository.href)}/tree/${encodeURIComponent(data.commit)}`),
          },
    covers: (data.covers ?? []).map(word),
    basis: (data.basis ?? []).map(word),
    derivesFrom: (data.derives_from ?? []).map((other) => links.ref('flavor', other)),
    derived: [...corpus.definitions.flavor.values()]
      .filter((other) => other.data.derives_from?.includes(id))
      .map((other) => links.ref('flavor', other.id)),
    tally: tallyOf(facts),
    remark: REMARKS[data.kind ?? 'implementation'],
    deeds: deedWords(partsOfClient(corpus, id)),
    sections: clientSections(corpus, links, id, 1),
    pages: pagesOfClient(corpus, id),
    values: clientValues(corpus, links, id),
    ...unshownStanzas(corpus, links, id),
    others: otherClients(corpus, id),
    disputes: factsByOwner(disputed.slice(0, MOST_DISPUTES), corpus, links),
    disputed: disputed.length,
    shown: Math.min(disputed.length, MOST_DISPUTES),
    edit: links.edit(entry),
  };
}

/** At most this many stanzas without a section are named. */
const MOST_UNSHOWN = 100;

function unshownStanzas(
  corpus: Corpus,
  links: Links,
  id: string,
): Pick<FlavorPage, 'envelopeOnly' | 'withoutParts'> {
  const { shown, envelopeOnly } = stanzasOfClient(corpus, id);
  const known = new Set([...shown, ...envelopeOnly]);
  const covers = corpus.definitions.flavor.get(id)?.data.covers ?? [];
  const refs = (ids: readonly string[]): Ref[] =>
    ids.slice(0, MOST_UNSHOWN).map((one) => ({
      text: corpus.definitions.stanza.get(one)?.data.display_name ?? one,
      href: links.definition('stanza', one),
    }));
  return {
    envelopeOnly: refs(envelopeOnly),
    withoutParts: refs(covers.filter((one) => corpus.definitions.stanza.has(one) && !known.has(one))),
  };
}

/** The clients of which a part is known, implementations before those that show what another client does. */
function otherClients(corpus: Corpus, id: string): OtherClients[] {
  const all = [...corpus.definitions.flavor.values()]
    .filter((other) => other.id !== id && partsOfClient(corpus, other.id).length > 0)
    .map((other) => ({ id: other.id, name: other.data.name ?? other.id }));
  const isOne = (other: { readonly id: string }): boolean => isImplementation(other.id, corpus);
  return [
    { title: 'Implementations', clients: all.filter(isOne) },
    { title: 'Extracts of other clients', clients: all.filter((other) => !isOne(other)) },
  ].filter(({ clients }) => clients.length > 0);
}

const REMARKS: Readonly<Record<NonNullable<Flavor['kind']>, string | undefined>> = {
  implementation: undefined,
  extract:
    'No implementation: it shows what another client does, and is evidence for the techniques that it is based on.',
  description:
    'It describes the protocol but implements nothing: it can be cited, but does not support a higher confidence.',
};

function deedWords(parts: readonly ClientPart[]): string | undefined {
  if (parts.length === 0) return undefined;
  const writes = parts.filter(({ mark }) => mark.writes).length;
  const reads = parts.filter(({ mark }) => mark.reads).length;
  const names = parts.filter(({ mark }) => !mark.writes && !mark.reads).length;
  return `Of ${counted(parts.length, 'part')} that its code has, it writes ${writes}, reads ${reads} and only names ${names}, as far as its code was read`;
}

const outer = (url: string | undefined): Ref | undefined =>
  url === undefined ? undefined : { text: url.replace(/^https:\/\//, ''), href: safeUrl(url) };
