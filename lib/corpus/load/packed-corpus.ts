import type { Kind } from '../../schema/kinds.ts';
import type {
  Capture,
  Enum,
  Flavor,
  Flow,
  Ledger,
  Node,
  Spec,
  Stanza,
  Technique,
  Type,
} from '../../schema/types.generated.ts';
import { sourceFile } from '../../source/source-file.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import { buildCorpus } from './build-corpus.ts';

/**
 * The part of a corpus that captures and calls are compared with: its structure and provenance, and what
 * its facts mean, without other prose.
 */
export interface PackedCorpus {
  readonly spec: Pick<Spec, 'title' | 'version' | 'repository'>;
  readonly flows: readonly Flow[];
  readonly stanzas: readonly Stanza[];
  readonly nodes: readonly Node[];
  readonly enums: readonly Enum[];
  /** undefined where the spec has no folder of types: its numbers are public then. */
  readonly types: readonly Type[] | undefined;
  readonly techniques: readonly Pick<Technique, 'id' | 'channel' | 'observes' | 'log_from'>[];
  /** One of which a capture may name as its client, with where their code is. */
  readonly flavors: readonly Pick<Flavor, 'id' | 'repository' | 'commit' | 'date'>[];
  readonly ledger: Ledger | undefined;
  /** The terms of the glossary, whose words may occur in names without being personal. */
  readonly terms: readonly string[];
  /** The stored captures, which are not to be stored twice; of a trace only its id. */
  readonly captures: readonly (Pick<Capture, 'id' | 'kind' | 'raw' | 'direction'> & {
    /** When it was taken: a difference in time is no dispute. */
    readonly source: Pick<Capture['source'], 'captured_at'>;
  })[];
}

// Keys that captures are not compared with. Required texts are emptied instead, so that the data still fits its type.
const LEFT_OUT: ReadonlySet<string> = new Set([
  'examples',
  'notes',
  'note',
  'references',
  'moved_from',
  'when',
]);
const EMPTIED: ReadonlySet<string> = new Set(['summary']);

/** Packs a corpus for a page. */
export function packCorpus({ spec, definitions, techniques, absent }: Corpus): PackedCorpus {
  const { title, version, repository } = spec;
  return {
    spec: repository === undefined ? { title, version } : { title, version, repository },
    flows: [...definitions.flow.values()].map(({ data }) => pack(data)),
    stanzas: [...definitions.stanza.values()].map(({ data }) => pack(data)),
    nodes: [...definitions.node.values()].map(({ data }) => pack(data)),
    enums: [...definitions.enum.values()].map(({ data }) => pack(data)),
    types: absent.has('type') ? undefined : [...definitions.type.values()].map(({ data }) => pack(data)),
    techniques: [...techniques.values()],
    flavors: [...definitions.flavor.values()].map(({ data: { id, repository, commit, date } }) => ({
      id,
      ...(date === undefined ? {} : { date }),
      ...(repository === undefined ? {} : { repository }),
      ...(commit === undefined ? {} : { commit }),
    })),
    ledger: [...definitions.ledger.values()][0]?.data,
    terms: [...definitions.glossary.values()].flatMap(({ data }) => data.terms).map(({ term }) => term),
    captures: [...definitions.capture.values()].map(
      ({ data: { id, kind = 'captured', raw, direction, source } }) => ({
        id,
        kind,
        source: source.captured_at === undefined ? {} : { captured_at: source.captured_at },
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

/** Restores a packed corpus, with all facts and questions, and what they mean, and without most of the other prose. */
export function unpackCorpus(packed: PackedCorpus): Corpus {
  const entry = <K extends Kind>(kind: K, id: string, data: Entry<K>['data']): Entry<K> => ({
    kind,
    id,
    data,
    source: sourceFile('', '', data, { value: 0, key: undefined, spelling: undefined, items: undefined }),
  });
  const { spec, flows, stanzas, nodes, enums, types, techniques, flavors, ledger, terms, captures } = packed;
  const glossary = { terms: terms.map((term) => ({ term, definition: '' })) };
  const entries = [
    entry('spec', 'spec', spec),
    ...flows.map((data) => entry('flow', data.id, data)),
    ...stanzas.map((data) => entry('stanza', data.id, data)),
    ...nodes.map((data) => entry('node', data.id, data)),
    ...enums.map((data) => entry('enum', data.id, data)),
    ...(types ?? []).map((data) => entry('type', data.id, data)),
    ...techniques.map((one) => entry('technique', one.id, one as Technique)),
    ...flavors.map((one) => entry('flavor', one.id, one)),
    ...(ledger === undefined ? [] : [entry('ledger', 'ledger', ledger)]),
    entry('glossary', 'glossary', glossary),
    ...captures.map((one) => entry('capture', one.id, one as Capture)),
  ];
  return buildCorpus(entries as Entry<Kind>[], new Set<Kind>(types === undefined ? ['type'] : []));
}
