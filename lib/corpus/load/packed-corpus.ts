import type { Kind } from '../../schema/kinds.ts';
import type { Capture, Enum, Ledger, Node, Stanza, Technique, Type } from '../../schema/types.generated.ts';
import { sourceFile } from '../../source/source-file.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import { buildCorpus } from './build-corpus.ts';

/** The part of a corpus that captures are compared with: its structure, without prose and provenance. */
export interface PackedCorpus {
  readonly stanzas: readonly Stanza[];
  readonly nodes: readonly Node[];
  readonly enums: readonly Enum[];
  /** undefined where the spec has no folder of types: its numbers are public then. */
  readonly types: readonly Type[] | undefined;
  readonly techniques: readonly Pick<Technique, 'id' | 'channel' | 'observes'>[];
  /** The ids of the flavors, one of which a capture may name as its client. */
  readonly flavors: readonly string[];
  readonly ledger: Ledger | undefined;
  /** The terms of the glossary, whose words may occur in names without being personal. */
  readonly terms: readonly string[];
  /** The stored captures, which are not to be stored twice; of a trace only its id. */
  readonly captures: readonly Pick<Capture, 'id' | 'kind' | 'raw' | 'direction'>[];
}

// Keys that captures are not compared with. Required texts are emptied instead, so that the data still fits its type.
const LEFT_OUT: ReadonlySet<string> = new Set([
  'provenance',
  'disputes',
  'examples',
  'notes',
  'note',
  'references',
  'moved_from',
  'when',
  'sources',
]);
const EMPTIED: ReadonlySet<string> = new Set(['description', 'summary']);

/** Packs a corpus for a page. */
export function packCorpus({ definitions, techniques, absent }: Corpus): PackedCorpus {
  return {
    stanzas: [...definitions.stanza.values()].map(({ data }) => pack(data)),
    nodes: [...definitions.node.values()].map(({ data }) => pack(data)),
    enums: [...definitions.enum.values()].map(({ data }) => pack(data)),
    types: absent.has('type') ? undefined : [...definitions.type.values()].map(({ data }) => pack(data)),
    techniques: [...techniques.values()],
    flavors: [...definitions.flavor.keys()],
    ledger: pack([...definitions.ledger.values()][0]?.data),
    terms: [...definitions.glossary.values()].flatMap(({ data }) => data.terms).map(({ term }) => term),
    captures: [...definitions.capture.values()].map(
      ({ data: { id, kind = 'captured', raw, direction } }) => ({
        id,
        kind,
        ...(raw === undefined || direction === undefined ? {} : { raw, direction }),
      }),
    ),
  };
}

const pack = <T>(value: T): T =>
  value === undefined
    ? value
    : (JSON.parse(
        JSON.stringify(value, (key, inner: unknown) =>
          LEFT_OUT.has(key) && typeof inner !== 'boolean' ? undefined : EMPTIED.has(key) ? '' : inner,
        ),
      ) as T);

/** Restores a packed corpus, with all facts and questions and without prose. */
export function unpackCorpus(packed: PackedCorpus): Corpus {
  const entry = <K extends Kind>(kind: K, id: string, data: Entry<K>['data']): Entry<K> => ({
    kind,
    id,
    data,
    source: sourceFile('', '', data, { value: 0, key: undefined, spelling: undefined, items: undefined }),
  });
  const { stanzas, nodes, enums, types, techniques, flavors, ledger, terms, captures } = packed;
  const glossary = { terms: terms.map((term) => ({ term, definition: '' })) };
  const entries = [
    ...stanzas.map((data) => entry('stanza', data.id, data)),
    ...nodes.map((data) => entry('node', data.id, data)),
    ...enums.map((data) => entry('enum', data.id, data)),
    ...(types ?? []).map((data) => entry('type', data.id, data)),
    ...techniques.map((one) => entry('technique', one.id, one as Technique)),
    ...flavors.map((id) => entry('flavor', id, { id })),
    ...(ledger === undefined ? [] : [entry('ledger', 'ledger', ledger)]),
    entry('glossary', 'glossary', glossary),
    ...captures.map((one) => entry('capture', one.id, one as Capture)),
  ];
  return buildCorpus(entries as Entry<Kind>[], new Set<Kind>(types === undefined ? ['type'] : []));
}
