import { clientsOfStanza } from '../../../lib/corpus/clients/clients-of-stanza.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Links } from '../links/links.ts';
import { matrixPath } from './matrix-path.ts';

/** Which implementations send a stanza and which read it, in short. */
export interface StanzaClients {
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  /** The page with every part. */
  readonly href: string;
}

/** Which clients write any part of a stanza and which read one; undefined if nothing is known of any. */
export function stanzaClients(corpus: Corpus, links: Links, id: string): StanzaClients | undefined {
  const { families, all } = clientsOfStanza(corpus, id);
  if (all.size === 0) return undefined;
  const clients = families.flat();
  return {
    writes: clients.filter((one) => all.get(one)?.writes === true),
    reads: clients.filter((one) => all.get(one)?.reads === true),
    href: links.page(matrixPath(id)),
  };
}
