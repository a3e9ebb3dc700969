import { FACT_OWNERS, KIND_NAMES, type Kind, PAGE_KINDS } from '../../schema/kinds.ts';
import type { Spec } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import { compareVersions } from '../../text/compare-versions.ts';
import { defineNodes, ownFacts } from '../facts/define-nodes.ts';
import { factsOfEnum } from '../facts/facts-of-enum.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import type { Fact } from '../model/fact.ts';
import { questionsOf } from '../model/question.ts';
import { factsOfPart } from '../parts/facts-of-part.ts';
import { factsOfFlow } from '../steps/facts-of-flow.ts';
import { asKnown, DEFAULT_TECHNIQUES } from './default-techniques.ts';

/** What a spec without `spec.yaml` is: its version is the latest that its definitions name. */
const defaultSpec = (entries: readonly Entry<Kind>[]): Spec => ({
  title: 'Stanza catalog',
  version:
    entries
      .flatMap(({ data }) => ('spec_version' in data ? data.spec_version : []))
      .sort(compareVersions)
      .at(-1) ?? '0.0.0',
});

/**
 * Cross-links definitions into a frozen corpus. Of two definitions with the same kind and id, the first is kept.
 * @param broken the ids of files that hold no valid definition
 */
export function buildCorpus(
  entries: readonly Entry<Kind>[],
  absent: ReadonlySet<Kind>,
  broken: Corpus['broken'] = new Map(),
  { sourceChecks, partCitations = new Map() }: Partial<Pick<Corpus, 'sourceChecks' | 'partCitations'>> = {},
): Corpus {
  const definitions = Object.fromEntries(
    KIND_NAMES.map((kind) => [kind, byId(entries.filter((entry) => entry.kind === kind))]),
  ) as unknown as Corpus['definitions'];

  const nodeOf = defineNodes(definitions.stanza, definitions.node);
  const ownBy = (ownerKind: 'stanza' | 'node'): Map<string, Fact[]> =>
    new Map([...nodeOf[ownerKind]].map(([owner, node]) => [owner, ownFacts(node, { ownerKind, owner })]));
  const factsOf = {
    stanza: ownBy('stanza'),
    node: ownBy('node'),
    enum: new Map([...definitions.enum].map(([id, { data }]) => [id, factsOfEnum(data)])),
    flow: new Map([...definitions.flow].map(([id, { data }]) => [id, factsOfFlow(data)])),
    part: new Map([...definitions.part].map(([id, { data }]) => [id, factsOfPart(data)])),
  };
  const facts = FACT_OWNERS.flatMap((kind) => [...factsOf[kind].values()].flat());
  const techniques =
    definitions.technique.size > 0
      ? [...definitions.technique.values()].map(({ data }) => data)
      : DEFAULT_TECHNIQUES;

  return deepFreeze({
    spec: definitions.spec.get('spec')?.data ?? defaultSpec(entries),
    definitions,
    absent,
    broken,
    facts,
    // The first of two facts with the same path; a rule reports the second.
    factByPath: new Map([...facts].reverse().map((fact) => [fact.path, fact])),
    factsOf,
    nodeOf,
    usesOfEnum: usesOfEnum(facts),
    questions: PAGE_KINDS.flatMap((kind) =>
      [...definitions[kind].values()].flatMap(({ id, data }) =>
        'open_questions' in data ? questionsOf(kind, id, data.open_questions) : [],
      ),
    ),
    sourceChecks,
    partCitations,
    techniques: new Map(techniques.map((technique) => [technique.id, asKnown(technique)])),
  });
}

function byId(entries: readonly Entry<Kind>[]): Map<string, Entry<Kind>> {
  const map = new Map<string, Entry<Kind>>();
  for (const entry of [...entries].sort((a, b) => compareText(a.id, b.id))) {
    if (!map.has(entry.id)) map.set(entry.id, entry);
  }
  return map;
}

function usesOfEnum(facts: readonly Fact[]): Map<string, Fact[]> {
  const uses = new Map<string, Fact[]>();
  for (const fact of facts) {
    const id = enumOfType(fact.type);
    if (id === undefined) continue;
    const list = uses.get(id);
    if (list === undefined) uses.set(id, [fact]);
    else list.push(fact);
  }
  return uses;
}

// Maps and sets are read-only by type; their values are frozen.
function deepFreeze<T>(value: T): T {
  if (value instanceof Map) for (const inner of value.values()) deepFreeze(inner);
  else if (
    typeof value === 'object' &&
    value !== null &&
    !Object.isFrozen(value) &&
    !(value instanceof Set)
  ) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
