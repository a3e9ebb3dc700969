import type { Corpus } from '../../corpus/model/corpus.ts';
import { payloadTags } from '../../corpus/model/payload-tags.ts';
import type { LedgerEntry } from '../../schema/types.generated.ts';

/** A name that was seen and that nothing describes. */
export interface LedgerName {
  readonly entry: LedgerEntry;
  /** The stanzas that have the name which the spec uses for it. */
  readonly stanzas: readonly string[];
}

/** What the ledger knows of a tag or of the name of an attribute; undefined for a name that is not in it. */
export function ledgerName(
  name: string | undefined,
  kind: LedgerEntry['kind'],
  corpus: Corpus,
): LedgerName | undefined {
  const entry = [...corpus.definitions.ledger.values()]
    .flatMap(({ data }) => data.names)
    .find((one) => one.name === name && one.kind === kind);
  if (entry === undefined) return undefined;
  const { same_as: same } = entry;
  if (same === undefined || kind !== 'tag') return { entry, stanzas: [] };
  const payloads = payloadTags([...corpus.definitions.stanza.values()].map(({ data }) => data));
  return { entry, stanzas: [...payloads].flatMap(([id, tags]) => (tags.includes(same) ? [id] : [])) };
}

/** The same as sentences, in plain text. */
export function ledgerWords({ entry, stanzas }: LedgerName): string {
  const { name, kind, same_as: same, note } = entry;
  const about = note === undefined ? '' : ` ${note.trim().replace(/\s+/g, ' ')}`;
  const what = kind === 'tag' ? `<${name}>` : name;
  if (same === undefined) return `${what} is known by name only; nothing describes it.${about}`;
  const is =
    kind === 'tag' ? `the tag on the wire: that is <${same}>` : `the name on the wire: that is ${same}`;
  const where = stanzas.length === 0 ? '' : ` (see ${stanzas.join(', ')})`;
  return `${what} is not ${is}${where}.${about}`;
}
