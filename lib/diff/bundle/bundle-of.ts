import { orderText } from '../../corpus/facts/order-text.ts';
import { evidenceOf as weighed } from '../../corpus/lookup/evidence-of.ts';
import { ratedLower } from '../../corpus/lookup/rated-lower.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { partTraits } from '../../corpus/parts/part-traits.ts';
import { isCitable } from '../../corpus/steps/is-citable.ts';
import type { FactListEntry } from '../../schema/kind-entry.ts';
import { isFactOwner, isPageKind, KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';
import type { Delivered, Dispute, Provenance, Sent, Step } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import type {
  Bundle,
  BundleDefinition,
  BundleDispute,
  BundleFact,
  BundleLeg,
  BundleName,
  BundleStep,
  BundleTombstone,
} from './bundle.ts';
import { canonicalValue } from './canonical-value.ts';

export interface Release {
  readonly version: string;
  /** The day, as YYYY-MM-DD. */
  readonly date: string;
}

/**
 * Flattens a corpus into a bundle. Equal corpora give equal bundles, whatever the order of their files and keys.
 * @param release the release that is being made; without it, the bundle has the version of the spec and no date
 */
export function bundleOf(corpus: Corpus, release?: Release): Bundle {
  return release === undefined ? unreleasedBundle(corpus) : newBundle(corpus, release);
}

const unreleasedBundle = memoizeBy((corpus: Corpus) => newBundle(corpus));

function newBundle(corpus: Corpus, release?: Release): Bundle {
  const { definitions, spec } = corpus;
  return {
    schemaVersion: 1,
    version: release?.version ?? spec.version,
    ...(release === undefined ? {} : { date: release.date }),
    title: spec.title,
    // Of two facts with the same path the first counts; a rule reports the second.
    facts: [...corpus.factByPath.values()]
      .filter(isCitable)
      .sort(byPath)
      .map((fact) => factOf(fact, corpus)),
    definitions: KIND_NAMES.filter((kind) => kind !== 'ledger' && kind !== 'tombstones').flatMap((kind) =>
      [...definitions[kind].values()].map(definitionOf),
    ),
    questions: corpus.questions.map(({ kind, owner, id, text, status, answer }) => ({
      kind,
      owner,
      ...some('id', id),
      text,
      status,
      ...some('answer', answer),
    })),
    ledger: [...definitions.ledger.values()]
      .flatMap(({ data }) => data.names)
      .map(({ name, kind, same_as }): BundleName => ({ name, kind, ...some('same_as', same_as) }))
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.kind, b.kind)),
    tombstones: [...definitions.tombstones.values()]
      .flatMap(({ data }) => data.tombstones)
      .map(
        ({ path, reason, date, successor }): BundleTombstone => ({
          path,
          reason,
          date,
          ...some('successor', successor),
        }),
      )
      .sort(byPath),
  };
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareText(a.path, b.path);

type Some<K extends string, V> = { readonly [key in K]?: NonNullable<V> };

function some<K extends string, V>(key: K, value: V): Some<K, V> {
  const empty = value === undefined || (Array.isArray(value) && value.length === 0);
  return (empty ? {} : { [key]: value }) as Some<K, V>;
}

function factOf(fact: Fact, corpus: Corpus): BundleFact {
  const { provenance } = fact;
  return {
    path: fact.path,
    kind: fact.kind,
    confidence: fact.confidence,
    // Weighing takes time, and says nothing of a fact without a reason.
    ...some('rated_lower', fact.ratedLower && ratedLower(fact, weighed(fact, corpus))),
    ...some('type', fact.type),
    ...some('required', fact.required),
    ...some('sent', fact.sent && legOf(fact.sent)),
    ...some('delivered', fact.delivered && legOf(fact.delivered)),
    ...some('written_by', fact.writtenBy),
    ...some('only_if', fact.onlyIf ?? fact.step?.only_if),
    ...some('required_if', fact.requiredIf ?? fact.step?.required_if),
    ...some('value', fact.value),
    ...some('builds', fact.builds),
    ...some('occurrence', fact.occurrence),
    ...some('order', fact.child?.children_order && orderText(fact.child.children_order)),
    ...some('size', fact.size),
    ...some('use', fact.child?.use),
    ...some('without', fact.child?.without),
    ...some('apart', fact.child?.apart),
    ...some('tags_from', fact.child?.tags_from),
    ...some('refuses', fact.refuses),
    ...some('remedy', fact.remedy),
    ...some('of', fact.choice?.of),
    ...some('step', fact.step && stepOf(fact.step)),
    ...some('part', partTraits(fact)),
    ...some('when', fact.when),
    description: fact.description,
    ...some('observed', fact.observed),
    ...evidenceOf(provenance),
    ...some('disputes', fact.disputes.map(disputeOf)),
  };
}

const evidenceOf = ({ techniques, flavors, contributors, sources }: Provenance) => ({
  ...some('techniques', techniques),
  ...some('flavors', flavors),
  ...some('contributors', contributors),
  ...some('sources', sources),
});

function stepOf({ label, from, to, within, after, ...step }: Step): BundleStep {
  return {
    label,
    from,
    to,
    ...some('stanza', step.stanza),
    ...some('one_of', step.one_of),
    ...some('with', step.with),
    ...(after === undefined ? {} : { after }),
    ...some('optional', step.optional),
    ...some('repeats', step.repeats),
    ...some('answers', step.answers),
    ...some('echoes', step.echoes),
    ...some(
      'within',
      within && { ms: within.ms, ...some('seen_ms', within.seen_ms), ...evidenceOf(within.provenance) },
    ),
    ...some('clients', step.clients),
  };
}

function legOf(leg: Sent | Delivered): BundleLeg {
  if (typeof leg === 'string') return { presence: leg };
  const { presence, confidence, note, provenance = {} } = leg;
  return { presence, ...some('confidence', confidence), ...some('note', note), ...evidenceOf(provenance) };
}

const disputeOf = ({ claim, status = 'open', resolution, flavors, sources }: Dispute): BundleDispute => ({
  claim,
  status,
  ...some('resolution', resolution),
  ...some('flavors', flavors),
  ...some('sources', sources),
});

/** Keys that have a list of their own in the bundle, or are part of each fact. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'id',
  'attributes',
  'children',
  'content',
  'one_of',
  'values',
  'open_questions',
  'moved_from',
  'rated_lower',
]);

/** Keys under which a definition may have its title. */
const TITLES = ['display_name', 'title', 'name'] as const;

function definitionOf({ kind, id, data }: Entry<Kind>): BundleDefinition {
  // The attributes of a capture are not facts. The version of the spec is that of the bundle.
  const hasFacts = isFactOwner(kind);
  const all = Object.entries(data).filter(
    ([key]) =>
      key !== 'id' &&
      !(ELSEWHERE.has(key) && (hasFacts || key === 'open_questions')) &&
      !(kind === 'spec' && key === 'version'),
  );
  const moved = 'moved_from' in data ? data.moved_from : undefined;
  const named = new Map<string, unknown>(all);
  const title = TITLES.map((key) => named.get(key)).find((value) => typeof value === 'string');
  const { lists = {} } = isPageKind(kind) ? KINDS[kind] : {};
  for (const [key, list] of Object.entries(lists)) {
    const items = named.get(key);
    if (Array.isArray(items)) named.set(key, withoutFacts(items, list));
  }
  return {
    kind,
    id,
    title: typeof title === 'string' ? title : id,
    ...some('moved_from', moved),
    data: canonicalValue(Object.fromEntries(named)) as Readonly<Record<string, unknown>>,
  };
}

/** The items of a list in their order: those that are facts by the names that stand for them, others as they are. */
function withoutFacts(items: readonly unknown[], { name, inside }: FactListEntry): readonly unknown[] {
  return (items as readonly Readonly<Record<string, unknown>>[]).map((item) => {
    if (inside === undefined) return item[name] ?? item;
    const facts = item[inside.list] as readonly Readonly<Record<string, unknown>>[];
    return { ...item, [inside.list]: facts.map((fact) => fact[inside.name]) };
  });
}
