import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { partsOfClient } from './parts-of-client.ts';

/** The stanzas of a client, each in the order of the corpus. */
export interface StanzasOfClient {
  /** Those of which it is known to have a part that tells them from others. */
  readonly shown: readonly string[];
  /** Those of which it is known to have attributes of their envelope alone, which every stanza in it has. */
  readonly envelopeOnly: readonly string[];
}

const byClient = memoizeBy((_: Corpus) => new Map<string, StanzasOfClient>());

/** The stanzas of which a client is known to have a part of their own. Empty lists for an unknown id. */
export function stanzasOfClient(corpus: Corpus, client: string): StanzasOfClient {
  const known = byClient(corpus);
  let stanzas = known.get(client);
  if (stanzas === undefined) {
    stanzas = readStanzas(corpus, client);
    known.set(client, stanzas);
  }
  return stanzas;
}

function readStanzas(corpus: Corpus, client: string): StanzasOfClient {
  const facts = partsOfClient(corpus, client).flatMap(({ fact }) =>
    fact.ownerKind === 'stanza' ? [fact] : [],
  );
  const shown: string[] = [];
  const envelopeOnly: string[] = [];
  for (const [id, own] of Map.groupBy(facts, ({ owner }) => owner)) {
    const list = own.every((fact) => isOfEnvelope(fact, corpus)) ? envelopeOnly : shown;
    list.push(id);
  }
  return { shown, envelopeOnly };
}

/** Whether a stanza says of an attribute only what is special to it: its envelope has the attribute, too. */
function isOfEnvelope({ owner, kind, anchor, node }: Fact, { definitions, factByPath }: Corpus): boolean {
  const envelope = definitions.stanza.get(owner)?.data.envelope;
  return (
    envelope !== undefined && kind === 'attribute' && node === '' && factByPath.has(`${envelope}:${anchor}`)
  );
}
