import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { hasLegs, type Leg, legOf, orderOn, presenceOn } from '../../../lib/corpus/match/leg.ts';
import { type Condition, parsePredicate } from '../../../lib/corpus/match/parse-predicate.ts';
import { mayLack } from '../../../lib/corpus/match/stanza-direction.ts';
import { baseOfType } from '../../../lib/corpus/match/value-fits.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { DefinedNode } from '../../../lib/corpus/model/defined-node.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { rulesFor } from '../calls/answer-rules.ts';
import { attributeOf, editNode, type NodeWay, withAttribute, withoutAttribute } from '../calls/edit-node.ts';
import type { FlowSight } from '../calls/flow-sight.ts';
import type { CheckedMessage } from '../check/checked-call.ts';
import { isSure } from '../check/is-sure.ts';
import type { Fault, FaultKind } from './fault.ts';

/** A node of a message, where its definition is. */
interface Place {
  readonly way: NodeWay;
  readonly node: CapturedNode;
  readonly defined: DefinedNode;
  /** The path of the fact that the node is; that of the stanza for the outermost one. */
  readonly path: string;
}

/** Every way to take a required attribute from a message of a call. */
export const attributeFaults = (call: readonly CheckedMessage[], corpus: Corpus): readonly Fault[] =>
  faultsAt(call, corpus, (place, leg, message) =>
    place.defined.attributes
      .filter(
        (fact) => isRequired(fact, leg, place, message) && attributeOf(place.node, fact.name) !== undefined,
      )
      .map((fact) => ({
        kind: 'attribute removed',
        path: fact.path,
        edit: (node) => withoutAttribute(node, fact.name),
      })),
  );

/** Every way to give an attribute a value of a wrong type, or to put two children into a wrong order. */
export const formFaults = (call: readonly CheckedMessage[], corpus: Corpus): readonly Fault[] =>
  faultsAt(call, corpus, (place, leg) => [
    ...place.defined.attributes.flatMap((fact): Edit[] => {
      const value = wrongValue(fact, corpus);
      if (value === undefined || attributeOf(place.node, fact.name) === undefined || JOINS.has(fact.name))
        return [];
      const edit = (node: CapturedNode): CapturedNode => withAttribute(node, fact.name, value);
      return isSure(fact.confidence) ? [{ kind: 'value of a wrong type', path: fact.path, edit }] : [];
    }),
    ...disordered(place, leg),
  ]);

/** Every way to change what the step of a message says that it contains. */
export const contentFaults = (
  call: readonly CheckedMessage[],
  { steps }: FlowSight,
  corpus: Corpus,
): readonly Fault[] =>
  call.flatMap((message): Fault[] => {
    const step = steps[message.place ?? -1];
    const predicate = parsePredicate(step?.step.with ?? '');
    if (step === undefined || !isSure(step.step.confidence) || 'error' in predicate) return [];
    return predicate.conditions.flatMap((condition): Fault[] => {
      const root = against(message, condition, corpus);
      if (root === undefined) return [];
      const what = `${message.n} ${condition.anchor}`;
      return [contentFault('wrong content', what, { call, message, root, paths: [step.path] }, corpus)];
    });
  });

/** By these stanzas belong together: with another value a stanza is part of another call. */
const JOINS: ReadonlySet<string> = new Set(['id', 'call-id']);

interface Edit {
  readonly kind: FaultKind;
  readonly path: string;
  readonly edit: (node: CapturedNode) => CapturedNode;
}

/** The faults that some edits make, each fact once in each message. */
function faultsAt(
  call: readonly CheckedMessage[],
  corpus: Corpus,
  editsOf: (place: Place, leg: Leg, message: CheckedMessage) => readonly Edit[],
): readonly Fault[] {
  return call.flatMap((message): Fault[] => {
    const leg = legOf(message.direction) ?? 'sent';
    const faults = new Map<string, Fault>();
    for (const place of placesOf(message, corpus)) {
      for (const { kind, path, edit } of editsOf(place, leg, message)) {
        const what = `${message.n} ${path}`;
        if (faults.has(`${kind} ${what}`)) continue;
        const root = editNode(message.root, place.way, edit);
        faults.set(
          `${kind} ${what}`,
          contentFault(kind, what, { call, message, root, paths: [path] }, corpus),
        );
      }
    }
    return [...faults.values()];
  });
}

/** The nodes of a message that the spec describes, the outermost one first. */
export function placesOf({ root, stanza }: CheckedMessage, corpus: Corpus): readonly Place[] {
  const outermost = corpus.nodeOf.stanza.get(stanza ?? '');
  const places: Place[] = [];
  const walk = (way: NodeWay, node: CapturedNode, defined: DefinedNode, path: string): void => {
    places.push({ way, node, defined, path });
    for (const [i, child] of node.children.entries()) {
      const inside =
        defined.children.find(({ fact }) => fact.name === child.tag) ??
        defined.children.find(({ fact }) => fact.name === '*');
      if (inside !== undefined) walk([...way, i], child, inside.node, inside.fact.path);
    }
  };
  if (outermost !== undefined) walk([], root, outermost, `${stanza}:`);
  return places;
}

function isRequired(fact: Fact, leg: Leg, { way }: Place, { direction }: CheckedMessage): boolean {
  if (!isSure(fact.confidence) || presenceOn(leg, fact) !== 'always' || fact.onlyIf !== undefined)
    return false;
  return way.length > 0 || hasLegs(fact) || !mayLack(direction, fact.name);
}

// The sanitizer replaces what it cannot read by a word, which an address may be; a number it keeps.
const WRONG: Readonly<Record<string, string>> = {
  int: 'soon',
  timestamp: 'soon',
  bool: 'perhaps',
  hex: 'xyz',
  bytes: '***',
  jid: '15550100777',
};

function wrongValue({ type = 'string', value }: Fact, corpus: Corpus): string | undefined {
  if (value !== undefined || enumOfType(type) !== undefined) return 'none-of-these';
  return WRONG[baseOfType(type, corpus.definitions.type) ?? 'string'];
}

/** The first two children whose order is known, in the other order. */
function disordered({ node, defined, path }: Place, leg: Leg): Edit[] {
  const order = orderOn(leg, defined) ?? [];
  const ordered = node.children.flatMap(({ tag }, i) => (order.includes(tag) ? [{ tag, i }] : []));
  const second = ordered.findIndex(({ tag }, at) => at > 0 && tag !== ordered[at - 1]?.tag);
  const [a, b] = [ordered[second - 1], ordered[second]];
  if (a === undefined || b === undefined) return [];
  const edit = (one: CapturedNode): CapturedNode => {
    const [first, other] = [one.children[a.i], one.children[b.i]];
    if (first === undefined || other === undefined) return one;
    return { ...one, children: one.children.with(a.i, other).with(b.i, first) };
  };
  return [{ kind: 'children in a wrong order', path, edit }];
}

/** A message for which a condition does not hold; undefined if none can be made of it. */
function against(
  { root, stanza }: CheckedMessage,
  { tags, part, test }: Condition,
  corpus: Corpus,
): CapturedNode | undefined {
  if (typeof part === 'string') return undefined;
  const way: number[] = [];
  let node: CapturedNode | undefined = root;
  let defined = corpus.nodeOf.stanza.get(stanza ?? '');
  for (const tag of tags) {
    const place: number = node.children.findIndex((child) => tag === '*' || child.tag === tag);
    defined = defined?.children.find(({ fact }) => fact.name === tag)?.node;
    node = node.children[place];
    if (node === undefined) return undefined;
    way.push(place);
  }
  const { attribute } = part;
  if (test === 'present') return editNode(root, way, (one) => withoutAttribute(one, attribute));
  const fact = defined?.attributes.find(({ name }) => name === attribute);
  const listed = corpus.definitions.enum.get(enumOfType(fact?.type) ?? '')?.data.values ?? [];
  const not = test === 'absent' ? undefined : test.value;
  const value =
    listed.map((one) => one.value).find((one) => one !== not) ?? fact?.observed.find((one) => one !== not);
  return value === undefined ? undefined : editNode(root, way, (one) => withAttribute(one, attribute, value));
}

/** A message of a call that is another one. */
interface Change {
  readonly call: readonly CheckedMessage[];
  readonly message: CheckedMessage;
  readonly root: CapturedNode;
  readonly paths: readonly string[];
}

function contentFault(
  kind: FaultKind,
  what: string,
  { call, message, root, paths }: Change,
  corpus: Corpus,
): Fault {
  const messages = call.map((one) => (one === message ? { ...one, root } : one));
  const places = message.place === undefined ? [] : [message.place];
  // An answer that cannot be told as one leaves its question without an answer.
  const asked = call[message.asked ?? -1];
  const rules = asked === undefined ? [] : rulesFor(asked, corpus).map(({ path }) => path);
  const changed = asked === undefined ? [message.n] : [message.n, asked.n];
  return { kind, what, messages, planted: { paths: [...paths, ...rules], places, messages: changed } };
}
