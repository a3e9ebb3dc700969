import type { Corpus } from '../corpus/model/corpus.ts';
import { payloadTags } from '../corpus/model/payload-tags.ts';
import { compareText } from '../text/compare-text.ts';
import type { Surface } from './coverage.ts';

/**
 * The payload tags that stanzas describe, against the tags that the ledger knows besides. A tag of the ledger
 * that is another name of something described, or that stands anywhere inside a stanza, is described.
 */
export function surfaceOf(corpus: Corpus): Surface {
  const stanzas = [...corpus.definitions.stanza.values()].map(({ data }) => data);
  const described = new Set([...payloadTags(stanzas).values()].flat());
  const anywhere = new Set(stanzas.map(({ tag }) => tag));
  for (const { kind, name } of corpus.facts) if (kind === 'child') anywhere.add(name);
  const undescribed = new Set<string>();
  for (const { data } of corpus.definitions.ledger.values()) {
    for (const { name, kind, same_as } of data.names) {
      if (kind === 'tag' && same_as === undefined && !anywhere.has(name)) undescribed.add(name);
    }
  }
  const known = described.size + undescribed.size;
  return {
    described: [...described].sort(compareText),
    undescribed: [...undescribed].sort(compareText),
    known,
    share: known === 0 ? undefined : described.size / known,
  };
}
