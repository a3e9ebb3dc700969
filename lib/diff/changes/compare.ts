import { orderText } from '../../corpus/facts/order-text.ts';
import { definitionOf, splitPath } from '../../corpus/facts/split-path.ts';
import { isSurer } from '../../corpus/model/confidences.ts';
import type { Kind } from '../../schema/kinds.ts';
import { isFactOwner } from '../../schema/kinds.ts';
import type { ChildrenOrders } from '../../schema/types.generated.ts';
import type {
  Bundle,
  BundleDefinition,
  BundleDispute,
  BundleFact,
  BundleName,
  BundleQuestion,
} from '../bundle/bundle.ts';
import { canonicalValue } from '../bundle/canonical-value.ts';
import { definitionPath } from '../bundle/definition-path.ts';
import { type PathResolver, pathResolver } from '../bundle/path-resolver.ts';
import type { Change, EvidenceNames } from './change.ts';
import { shapeChange, shapeChanges } from './shape-change.ts';

/**
 * Compares two bundles fact by fact: definitions first, then facts by path, questions and the ledger. A fact whose path
 * the new bundle maps to another one is moved, not removed, and is compared there. Linear in the size of both.
 */
export function compare(before: Bundle, after: Bundle): Change[] {
  const resolve = pathResolver(after);
  return [
    ...definitionChanges(before, after, resolve),
    ...factChanges(before, after, resolve),
    ...questionChanges(before, after, resolve),
    ...ledgerChanges(before.ledger, after.ledger),
  ];
}

/** The path of a definition with facts; the id of any other. */
const pathOf = (kind: Kind, id: string): string =>
  isFactOwner(kind) ? (definitionPath(kind, id) ?? id) : id;

function definitionChanges(before: Bundle, after: Bundle, resolve: PathResolver): Change[] {
  const key = (kind: Kind, id: string): string => `${kind} ${id}`;
  const old = new Map(before.definitions.map((one) => [key(one.kind, one.id), one]));
  const now = new Map(after.definitions.map((one) => [key(one.kind, one.id), one]));
  const byPath = new Map(
    after.definitions.flatMap((one) => (isFactOwner(one.kind) ? [[pathOf(one.kind, one.id), one]] : [])),
  );
  const changes: Change[] = [];
  const renamed = new Set<string>();
  for (const [name, one] of old) {
    const { kind, id, title } = one;
    const same = now.get(name);
    if (same !== undefined) {
      changes.push(...editsOf(one, same));
      continue;
    }
    if (kind === 'spec') continue;
    const path = pathOf(kind, id);
    const goal = isFactOwner(kind) ? resolve(path) : undefined;
    const next = goal?.kind === 'moved' ? byPath.get(goal.path) : undefined;
    if (goal?.kind === 'moved') changes.push({ kind: 'moved', path, to: goal.path, reason: goal.reason });
    else changes.push({ kind: 'definition', path, event: 'removed', definition: kind, title });
    // A definition that became one of another kind is compared by its facts only.
    if (next === undefined || old.has(key(next.kind, next.id)) || renamed.has(key(next.kind, next.id)))
      continue;
    renamed.add(key(next.kind, next.id));
    if (next.kind === kind) changes.push(...editsOf(one, next));
  }
  for (const [name, { kind, id, title }] of now) {
    if (kind === 'spec' || old.has(name) || renamed.has(name)) continue;
    changes.push({ kind: 'definition', path: pathOf(kind, id), event: 'added', definition: kind, title });
  }
  return changes;
}

function editsOf(old: BundleDefinition, now: BundleDefinition): Change[] {
  const { kind, id } = now;
  const keys = [...new Set([...Object.keys(old.data), ...Object.keys(now.data)])].filter(
    (key) => !(IN_ORDER.has(key) ? sameOrder : equal)(old.data[key], now.data[key]),
  );
  const isNode = kind === 'stanza' || kind === 'node';
  const shapes = isNode ? keys.flatMap((key) => shapeOfNode(key, old, now)) : [];
  const rest = keys.filter((key) => !isNode || !NODE_SHAPE.has(key));
  return [
    ...shapes,
    ...(rest.length === 0
      ? []
      : [{ kind: 'edited', path: pathOf(kind, id), definition: kind, keys: rest.sort() } as const]),
  ];
}

/** Keys that list facts by their ids. */
const IN_ORDER: ReadonlySet<string> = new Set(['steps', 'requirements', 'procedure']);

/**
 * Whether two lists of steps have the same ones without an id, and those that both have in the same order: steps with an
 * id are facts, whose arrival and departure are changes of their own.
 */
function sameOrder(old: unknown, now: unknown): boolean {
  const [before, after] = [old, now].map((one) => (Array.isArray(one) ? (one as unknown[]) : []));
  if (before === undefined || after === undefined) return true;
  const common = new Set(before.filter((one) => typeof one === 'string' && after.includes(one)));
  const kept = (steps: readonly unknown[]): unknown[] =>
    steps.filter((one) => typeof one !== 'string' || common.has(one));
  return equal(kept(before), kept(after));
}

const NODE_SHAPE: ReadonlySet<string> = new Set(['tag', 'direction', 'children_order']);

function shapeOfNode(key: string, old: BundleDefinition, now: BundleDefinition): Change[] {
  if (!NODE_SHAPE.has(key)) return [];
  const path = pathOf(now.kind, now.id);
  if (key === 'children_order') {
    const order = ({ data }: BundleDefinition): string | undefined =>
      data[key] === undefined ? undefined : orderText(data[key] as ChildrenOrders);
    return shapeChange(path, 'order', order(old), order(now));
  }
  const words = (value: unknown): string | undefined =>
    value === undefined ? undefined : Array.isArray(value) ? [...value].sort().join(', ') : String(value);
  return shapeChange(path, key as 'tag' | 'direction', words(old.data[key]), words(now.data[key]));
}

function factChanges(before: Bundle, after: Bundle, resolve: PathResolver): Change[] {
  const now = new Map(after.facts.map((fact) => [fact.path, fact]));
  const old = new Set(before.facts.map(({ path }) => path));
  const definitions = new Set(after.definitions.map(({ kind, id }) => pathOf(kind, id)));
  const changes: Change[] = [];
  const arrived = new Set<string>();
  for (const fact of before.facts) {
    const { path, kind } = fact;
    const same = now.get(path);
    if (same !== undefined) {
      changes.push(...factEdits(fact, same));
      continue;
    }
    const goal = resolve(path);
    if (goal.kind === 'moved') {
      // If the whole definition got a new id, that is reported once.
      const renamed =
        !definitions.has(definitionOf(path)) && splitPath(goal.path)?.anchor === splitPath(path)?.anchor;
      if (!renamed) changes.push({ kind: 'moved', path, to: goal.path, reason: goal.reason });
      const next = now.get(goal.path);
      if (next !== undefined && !old.has(next.path) && !arrived.has(next.path)) {
        arrived.add(next.path);
        changes.push(...factEdits(fact, next));
      }
      continue;
    }
    const reason = goal.kind === 'withdrawn' ? goal.tombstone.reason : undefined;
    changes.push({ kind: 'removed', path, owner: definitionOf(path), fact: kind, reason });
  }
  for (const { path, kind, confidence } of after.facts) {
    if (old.has(path) || arrived.has(path)) continue;
    changes.push({ kind: 'added', path, owner: definitionOf(path), fact: kind, confidence });
  }
  return changes;
}

/** The changes of a fact, under its path in the new bundle. */
function factEdits(old: BundleFact, now: BundleFact): Change[] {
  const { path } = now;
  const changes: Change[] = shapeChanges(old, now);
  if (old.confidence !== now.confidence) {
    const kind = isSurer(now.confidence, old.confidence) ? 'raised' : 'lowered';
    changes.push({ kind, path, from: old.confidence, to: now.confidence });
  }
  const prose = PROSE.filter(
    (key) =>
      proseOf(old, key) !== proseOf(now, key) &&
      // A fact that is no longer rated lower was raised, or lost evidence.
      !(key === 'rated_lower' && now.rated_lower === undefined),
  );
  if (prose.length > 0) changes.push({ kind: 'described', path, what: prose });
  const observed = gainedAndLost(old.observed, now.observed);
  if (observed.gained.length + observed.lost.length > 0)
    changes.push({ kind: 'observed', path, ...observed });
  const evidence = evidenceOf(old, now);
  if (evidence !== undefined) changes.push({ kind: 'evidence', path, ...evidence });
  changes.push(...disputeChanges(path, old.disputes ?? [], now.disputes ?? []));
  return changes;
}

const PROSE = ['description', 'when', 'apart', 'remedy', 'sent', 'delivered', 'rated_lower'] as const;

const proseOf = (fact: BundleFact, key: (typeof PROSE)[number]): string | undefined =>
  key === 'sent' || key === 'delivered' ? fact[key]?.note : fact[key];

function gainedAndLost(
  old: readonly string[] = [],
  now: readonly string[] = [],
): { readonly gained: readonly string[]; readonly lost: readonly string[] } {
  const [before, after] = [new Set(old), new Set(now)];
  return {
    gained: [...after].filter((one) => !before.has(one)),
    lost: [...before].filter((one) => !after.has(one)),
  };
}

function evidenceOf(
  old: BundleFact,
  now: BundleFact,
): { readonly gained: EvidenceNames; readonly lost: EvidenceNames } | undefined {
  const names = (key: keyof EvidenceNames) => gainedAndLost(evidenceIn(old, key), evidenceIn(now, key));
  const techniques = names('techniques');
  const flavors = names('flavors');
  const contributors = names('contributors');
  const sources = names('sources');
  const all = [techniques, flavors, contributors, sources];
  if (all.every(({ gained, lost }) => gained.length + lost.length === 0)) return undefined;
  const side = (name: 'gained' | 'lost'): EvidenceNames => ({
    techniques: techniques[name],
    flavors: flavors[name],
    contributors: contributors[name],
    sources: sources[name],
  });
  return { gained: side('gained'), lost: side('lost') };
}

/** The evidence of a fact, of its legs and of its time. */
const evidenceIn = (fact: BundleFact, key: keyof EvidenceNames): readonly string[] =>
  [fact, fact.sent, fact.delivered, fact.step?.within].flatMap((one) => one?.[key] ?? []);

function disputeChanges(
  path: string,
  old: readonly BundleDispute[],
  now: readonly BundleDispute[],
): Change[] {
  const before = new Map(old.map((one) => [one.claim, one]));
  const after = new Set(now.map(({ claim }) => claim));
  const changes: Change[] = [];
  for (const one of now) {
    const { claim, status } = one;
    const earlier = before.get(claim);
    if (earlier === undefined) {
      changes.push({ kind: 'dispute', path, event: status === 'open' ? 'opened' : 'closed', claim });
    } else if (earlier.status !== status) {
      changes.push({ kind: 'dispute', path, event: status === 'open' ? 'reopened' : 'closed', claim });
    } else if (!equal(earlier, one)) changes.push({ kind: 'dispute', path, event: 'changed', claim });
  }
  for (const { claim } of old) {
    if (!after.has(claim)) changes.push({ kind: 'dispute', path, event: 'dropped', claim });
  }
  return changes;
}

function questionChanges(before: Bundle, after: Bundle, resolve: PathResolver): Change[] {
  // A question without an id is identified by its text, also if it got an id since.
  const words = ({ kind, owner, text }: BundleQuestion, moved = false): string => {
    const path = pathOf(kind, owner);
    const goal = moved && isFactOwner(kind) ? resolve(path) : undefined;
    return `${isFactOwner(kind) ? '' : kind} ${goal?.kind === 'moved' ? goal.path : path} ${text}`;
  };
  const byId = new Map(before.questions.flatMap((one) => (one.id === undefined ? [] : [[one.id, one]])));
  const byWords = new Map(before.questions.map((one) => [words(one, true), one]));
  const met = new Set<BundleQuestion>();
  const changes: Change[] = [];
  for (const one of after.questions) {
    const { id, text, status } = one;
    const path = pathOf(one.kind, one.owner);
    const about = { kind: 'question', path, id, text } as const;
    const old = (id === undefined ? undefined : byId.get(id)) ?? byWords.get(words(one));
    if (old === undefined || met.has(old)) {
      changes.push({ ...about, event: status === 'open' ? 'opened' : 'settled' });
      continue;
    }
    met.add(old);
    if (old.status !== status) changes.push({ ...about, event: status === 'open' ? 'reopened' : 'settled' });
    else if (old.text !== text || old.answer !== one.answer) changes.push({ ...about, event: 'changed' });
  }
  for (const old of before.questions) {
    const { id, text } = old;
    const path = pathOf(old.kind, old.owner);
    if (!met.has(old)) changes.push({ kind: 'question', path, id, text, event: 'dropped' });
  }
  return changes;
}

function ledgerChanges(before: readonly BundleName[], after: readonly BundleName[]): Change[] {
  const key = ({ kind, name }: BundleName): string => `${kind} ${name}`;
  const old = new Map(before.map((one) => [key(one), one]));
  const now = new Set(after.map(key));
  const changes: Change[] = [];
  for (const one of after) {
    const earlier = old.get(key(one));
    const about = { kind: 'ledger', path: one.name, name: one.kind } as const;
    if (earlier === undefined) changes.push({ ...about, event: 'listed' });
    else if (!equal(earlier, one)) changes.push({ ...about, event: 'changed' });
  }
  for (const one of before) {
    if (!now.has(key(one))) changes.push({ kind: 'ledger', path: one.name, name: one.kind, event: 'struck' });
  }
  return changes;
}

const equal = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(canonicalValue(a)) === JSON.stringify(canonicalValue(b));
