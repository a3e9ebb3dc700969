import type { Corpus } from '../corpus/model/corpus.ts';
import { payloadTags } from '../corpus/model/payload-tags.ts';
import { compareText } from '../text/compare-text.ts';
import type { Surface } from './coverage.ts';

/**
 * Compares the payload tags that stanzas describe with the tags of the ledger. A tag of the ledger counts as described
 * if it is another name of a described tag, or occurs anywhere inside a stanza. Without a ledger, nothing says what else
 * there is, so there is no share.
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
    share: known === 0 || corpus.definitions.ledger.size === 0 ? undefined : described.size / known,
  };
}
