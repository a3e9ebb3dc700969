import { isRefutedStanza } from '../../../lib/corpus/disputes/is-refuted-stanza.ts';
import { payloadTagsOf } from '../../../lib/corpus/lookup/payload-tags-of.ts';
import { stanzaGroups } from '../../../lib/corpus/lookup/stanza-groups.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import { phaseAnchor } from '../../../lib/pages/phase-anchor.ts';
import type { Direction, Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { shortName } from '../text/short-name.ts';

/** Which way a stanza goes, as a client sees it. */
export type Way = 'sent' | 'received' | 'both';

/** A stanza on the map. */
export interface MapStanza extends Ref {
  readonly tag: string | undefined;
  readonly way: Way;
  readonly refuted: boolean;
}

/** A phase on the map, with its stanzas. */
export interface MapPhase {
  readonly title: Ref;
  readonly summary: Prose | undefined;
  readonly stanzas: readonly MapStanza[];
  /** How many more it has. */
  readonly more: number;
}

/** The map of a protocol: its phases in order, and beside them what is no step of that order. */
export interface PhaseMap {
  readonly sequence: readonly MapPhase[];
  readonly asides: readonly MapPhase[];
}

/** So many stanzas of a phase are on the map; the catalog has the others. */
const MOST_STANZAS = 12;

/** The map of the stanzas of a corpus. Its size does not grow with the corpus. */
export function phaseMap(corpus: Corpus, links: Links): PhaseMap {
  const phases = stanzaGroups(corpus).map(({ id, title, summary, aside, entries }) => ({
    aside,
    title: { text: title, href: `${links.page('stanzas/')}#${encodeURIComponent(phaseAnchor(id))}` },
    summary,
    stanzas: entries.slice(0, MOST_STANZAS).map((entry) => mapStanza(entry, corpus, links)),
    more: Math.max(0, entries.length - MOST_STANZAS),
  }));
  return {
    sequence: phases.filter(({ aside }) => !aside),
    asides: phases.filter(({ aside }) => aside),
  };
}

function mapStanza(entry: Entry<'stanza'>, corpus: Corpus, links: Links): MapStanza {
  const [tag, ...others] = payloadTagsOf(corpus, entry.id);
  return {
    text: shortName(corpus, entry),
    href: links.definition('stanza', entry.id),
    tag: others.length > 0 ? undefined : tag,
    way: wayOf(entry.data.direction),
    refuted: isRefutedStanza(corpus, entry.id),
  };
}

function wayOf(directions: readonly Direction[]): Way {
  if (directions.includes('bidirectional')) return 'both';
  const [sent, received] = [directions.includes('outgoing'), directions.includes('incoming')];
  return sent && received ? 'both' : received ? 'received' : 'sent';
}
