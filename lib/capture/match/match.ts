import { type MatchStep, matchNode } from '../../corpus/match/match-node.ts';
import { mayLack, type OneWay, stanzaDirection } from '../../corpus/match/stanza-direction.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import type { Confidence, LedgerEntry, Occurrence } from '../../schema/types.generated.ts';
import { hexOf, hexOfText } from '../../text/bytes-text.ts';
import { suggest } from '../../text/suggest.ts';
import { libraryOfForm } from '../forms/index.ts';
import { type FoundStanza, findStanza } from '../lookup/find-stanza.ts';
import { enumValues } from '../lookup/known-node.ts';
import type {
  CapturedAttribute,
  CapturedContent,
  CapturedNode,
  CapturedStanza,
} from '../tree/captured-node.ts';
import type { NotEvidence } from './not-evidence.ts';
import { type Settled, settle } from './settle.ts';

/** How a capture contradicts a fact. */
export type Contradicts =
  | { readonly kind: 'missing-attribute'; readonly name: string; readonly parent: string }
  | {
      readonly kind: 'missing-child' | 'too-many';
      readonly tag: string;
      readonly parent: string;
      readonly occurrence: Occurrence;
    }
  | { readonly kind: 'order'; readonly tag: string; readonly parent: string; readonly before: string }
  /** Without the value itself: it may be personal, and a sanitized capture holds a placeholder. */
  | { readonly kind: 'enum-value'; readonly enum: string }
  | { readonly kind: 'value-type'; readonly type: string };

/** Something that the spec does not describe. `cut`: the log left out a part of it, or of the node around it. */
export type Undescribed =
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly parent: string;
      readonly attribute: CapturedAttribute;
      readonly cut: boolean;
    }
  | {
      readonly kind: 'child';
      readonly name: string;
      readonly parent: string;
      /** All children of this name, in their order; only the complete ones, if there are any. */
      readonly nodes: readonly CapturedNode[];
      readonly cut: boolean;
    }
  | {
      readonly kind: 'content';
      readonly parent: string;
      readonly node: CapturedNode;
      readonly cut: boolean;
    };

interface New {
  readonly what: Undescribed;
  /** The path of the node that it is in; ends with the colon for the outermost one. */
  readonly within: string;
}

/** What a capture says of one fact, or of something that could become one. Each path has one verdict. */
export type Verdict = {
  /** The path of the fact; for what is not described, the path that its fact would have. */
  readonly path: string;
  /** How many places of the capture have this verdict. */
  readonly count: number;
} & (
  | { readonly verdict: 'supports'; readonly confidence: Confidence }
  | { readonly verdict: 'contradicts'; readonly confidence: Confidence; readonly how: Contradicts }
  /** The log broke off: the node or attribute of the fact is there, and its value is not. */
  | { readonly verdict: 'cut'; readonly confidence: Confidence }
  | (New & { readonly verdict: 'unknown'; readonly suggestion: string | undefined })
  | (New & { readonly verdict: 'ledger'; readonly entry: LedgerEntry })
);

/** What the spec says of a captured stanza. */
export interface StanzaReview {
  /** The stanza of the spec that describes it; undefined if none does. */
  readonly stanza: string | undefined;
  /** The stanza that describes its envelope, if that is another one. */
  readonly envelope: string | undefined;
  readonly tag: string;
  /** The tags of its children, in their order. */
  readonly payload: readonly string[];
  readonly direction: OneWay | undefined;
  /** Whether the spec lists the direction for this stanza. */
  readonly directionListed: boolean;
  /** The stanzas of the spec that describe it equally well; then none of them is chosen. */
  readonly tied: readonly string[];
  /** Whether it is a payload that was captured without its envelope. */
  readonly bare: boolean;
  /** Why it is no evidence; it then has no verdicts. undefined if it may be evidence. */
  readonly notEvidence: NotEvidence | undefined;
  /** Whether the log breaks off somewhere in it. */
  readonly cut: boolean;
  /** In the order of the stanza, followed by those of the envelope and of enum values. */
  readonly verdicts: readonly Verdict[];
  /** The open questions that it answers. */
  readonly settled: readonly Settled[];
}

/**
 * Compares a captured stanza with the spec: which facts it supports, which it contradicts, what the spec does not
 * describe. The stanza of the spec is found by tag and payload; if the spec describes the envelope separately, the facts
 * of the envelope get verdicts, too.
 * @param stanza a sanitized stanza, so that the review cannot name anybody
 * @param whyNot why it is no evidence, see {@link notEvidence}; then nothing is concluded from it
 */
export function match(stanza: CapturedStanza, corpus: Corpus, whyNot?: NotEvidence): StanzaReview {
  const { root } = stanza;
  const found = findStanza(root, corpus);
  const direction = stanza.direction ?? stanzaDirection(root.attributes.map(({ name }) => name));
  const listed = found.stanza?.direction;
  return {
    stanza: found.stanza?.id,
    envelope: found.envelope?.id,
    tag: root.tag,
    payload: root.children.map(({ tag }) => tag),
    direction,
    directionListed:
      direction === undefined ||
      listed === undefined ||
      listed.includes(direction) ||
      listed.includes('bidirectional'),
    tied: found.tied,
    bare: found.bare,
    notEvidence: whyNot,
    cut: isCut(root),
    verdicts: whyNot === undefined ? verdictsOf(found, direction, corpus) : [],
    settled:
      whyNot !== undefined || isCut(root) || isByLibrary(stanza)
        ? []
        : settle(
            found.node,
            direction,
            [found.stanza?.id, found.bare ? undefined : found.envelope?.id],
            corpus,
          ),
  };
}

/** Whether the log left out a part of a node. Bytes whose number the log tells do not count as left out. */
const isCut = (node: CapturedNode): boolean =>
  isCutNode(node) || node.attributes.some(({ cut }) => cut) || node.children.some(isCut);

const isCutNode = (node: CapturedNode): boolean => node.cut || isCutContent(node);

const isCutContent = ({ content }: CapturedNode): boolean =>
  content?.kind === 'cut' && content.size === undefined;

// A third-party client's own stanza answers no question about the protocol.
const isByLibrary = ({ direction, form }: CapturedStanza): boolean =>
  direction === 'outgoing' && libraryOfForm(form) !== undefined;

type Step = MatchStep<CapturedNode>;

function verdictsOf(
  { stanza, envelope, node: root, bare }: FoundStanza,
  direction: OneWay | undefined,
  corpus: Corpus,
): Verdict[] {
  const stepsIn = (definition: typeof stanza): readonly Step[] =>
    definition === undefined
      ? []
      : matchNode(root, definition, {
          valuesOf: (id) => enumValues(`enum:${id}`, corpus),
          contentOf: ({ content }) => (content === undefined ? undefined : textsOf(content)),
          mayLack: (name) => mayLack(direction, name),
        });
  const own = stepsIn(stanza);
  const outer = stepsIn(envelope);
  // What the envelope describes is not unknown, and what the stanza describes gets no second verdict.
  const key = (step: Step): object =>
    'attribute' in step && step.attribute !== undefined ? step.attribute : step.node;
  const describes = ({ kind }: Step): boolean =>
    kind === 'attribute' || kind === 'child' || kind === 'content';
  const described = (steps: readonly Step[], kind: string): ReadonlySet<object> =>
    new Set(steps.filter((step) => describes(step) && step.kind === kind).map(key));
  const unknownIn = (other: readonly Step[]) => {
    const sets = {
      attribute: described(other, 'attribute'),
      child: described(other, 'child'),
      content: described(other, 'content'),
    };
    return (step: Step): boolean => {
      if (step.kind === 'unknown-attribute') return !sets.attribute.has(key(step));
      // The wildcard of an envelope accepts any payload and describes none.
      if (step.kind === 'unknown-child') return !sets.child.has(key(step)) || step.anchor === '';
      if (step.kind === 'unknown-content') return !sets.content.has(key(step));
      return true;
    };
  };
  const values = new Set(own.filter(({ kind }) => kind === 'attribute' || kind === 'content').map(key));
  const kept = [
    ...own.filter(unknownIn(outer)).map((step) => ({ owner: stanza?.id ?? '', step })),
    // A payload without its envelope says nothing about the envelope.
    ...(bare ? [] : outer)
      .filter(
        (step) =>
          describes(step) ||
          step.kind === 'too-many' ||
          ((step.kind === 'enum-value' || step.kind === 'value-type') && !values.has(key(step))),
      )
      .map((step) => ({ owner: envelope?.id ?? '', step })),
  ];
  const verdicts = kept.flatMap(({ owner, step }) => verdictOf(owner, step, corpus) ?? []);
  return merge([...verdicts, ...kept.flatMap(({ owner, step }) => valueVerdict(owner, step, corpus) ?? [])]);
}

/** The text of a content, and on demand its bytes as hex, if it is bytes or a notation of bytes. */
function textsOf(content: CapturedContent): { text: string | undefined; hex?: () => string | undefined } {
  switch (content.kind) {
    case 'text': {
      const text = content.text.trim();
      return { text, hex: () => hexOfText(text) };
    }
    case 'bytes':
      return { text: undefined, hex: () => hexOf(content.bytes) };
    case 'cut':
      return { text: undefined };
    default:
      return content satisfies never;
  }
}

// A value that an enum lists is a fact, too.
function valueVerdict(owner: string, step: Step, corpus: Corpus): Verdict | undefined {
  if (step.kind !== 'attribute' && step.kind !== 'content') return undefined;
  const id = enumOfType(corpus.factByPath.get(`${owner}:${step.anchor}`)?.type);
  if (id === undefined) return undefined;
  const { content } = step.node;
  const { text, hex = undefined } =
    step.kind === 'attribute'
      ? { text: step.attribute.value }
      : content === undefined
        ? {}
        : textsOf(content);
  const fact = corpus.factByPath.get(`${id}=${text}`) ?? corpus.factByPath.get(`${id}=${hex?.()}`);
  if (fact === undefined || (step.kind === 'attribute' && step.attribute.cut)) return undefined;
  return { path: fact.path, count: 1, verdict: 'supports', confidence: fact.confidence };
}

function verdictOf(owner: string, step: Step, corpus: Corpus): Verdict | undefined {
  const path = `${owner}:${step.anchor}`;
  const slash = step.anchor === '' ? '' : '/';
  const confidence = corpus.factByPath.get(path)?.confidence ?? 'unknown';
  const contradicts = (how: Contradicts): Verdict => ({
    path,
    count: 1,
    verdict: 'contradicts',
    confidence,
    how,
  });
  switch (step.kind) {
    case 'root':
      return undefined;
    case 'child':
      return { path, count: 1, verdict: 'supports', confidence };
    case 'attribute':
      return { path, count: 1, verdict: step.attribute.cut ? 'cut' : 'supports', confidence };
    case 'content':
      return { path, count: 1, verdict: isCutContent(step.node) ? 'cut' : 'supports', confidence };
    case 'unknown-attribute': {
      const { attribute, node, known } = step;
      const { name } = attribute;
      return undescribed(
        path,
        `@${name}`,
        { kind: 'attribute', name, parent: node.tag, attribute, cut: attribute.cut || isCutNode(node) },
        known,
        corpus,
      );
    }
    case 'unknown-child': {
      const { node, parent, known } = step;
      const cut = isCutNode(parent) || isCut(node);
      const what: Undescribed = { kind: 'child', name: node.tag, parent: parent.tag, nodes: [node], cut };
      return undescribed(path, `${slash}${node.tag}`, what, known, corpus);
    }
    case 'unknown-content': {
      const { node } = step;
      const what: Undescribed = { kind: 'content', parent: node.tag, node, cut: isCutNode(node) };
      return undescribed(path, `${slash}text()`, what, [], corpus);
    }
    case 'missing-attribute':
      return contradicts({ kind: 'missing-attribute', name: step.name, parent: step.node.tag });
    case 'missing-child': {
      const { tag, node, occurrence } = step;
      return contradicts({ kind: 'missing-child', tag, parent: node.tag, occurrence });
    }
    case 'too-many': {
      const { node, parent, occurrence } = step;
      const tag = step.anchor.endsWith('*') ? '*' : node.tag;
      return contradicts({ kind: 'too-many', tag, parent: parent.tag, occurrence });
    }
    case 'order': {
      const { node, parent, before } = step;
      return contradicts({ kind: 'order', tag: node.tag, parent: parent.tag, before });
    }
    case 'enum-value':
      return contradicts({ kind: 'enum-value', enum: enumOfType(step.type) ?? '' });
    case 'value-type':
      return contradicts({ kind: 'value-type', type: step.type });
    default:
      return step satisfies never;
  }
}

/** @param below the path inside the node that it is in */
function undescribed(
  within: string,
  below: string,
  what: Undescribed,
  known: readonly string[],
  corpus: Corpus,
): Verdict {
  const path = `${within}${below}`;
  const name = what.kind === 'content' ? undefined : what.name;
  const kind = what.kind === 'child' ? 'tag' : what.kind;
  const entry = [...corpus.definitions.ledger.values()]
    .flatMap(({ data }) => data.names)
    .find((one) => one.name === name && one.kind === kind);
  if (entry !== undefined) return { path, count: 1, verdict: 'ledger', within, what, entry };
  return {
    path,
    count: 1,
    verdict: 'unknown',
    within,
    what,
    suggestion: name === undefined ? undefined : suggest(name, known),
  };
}

// Of several places, a contradiction counts most, and a cut value least.
const WEIGHT: Readonly<Record<Verdict['verdict'], number>> = {
  contradicts: 3,
  supports: 2,
  cut: 1,
  unknown: 0,
  ledger: 0,
};

function merge(verdicts: readonly Verdict[]): Verdict[] {
  const merged = new Map<string, Verdict>();
  for (const one of verdicts) {
    const before = merged.get(one.path);
    if (before === undefined) merged.set(one.path, one);
    else if (WEIGHT[one.verdict] > WEIGHT[before.verdict]) merged.set(one.path, one);
    else if (one.verdict === before.verdict) {
      merged.set(one.path, withBoth(before, one));
    }
  }
  return [...merged.values()];
}

// A new entry is made from everything that its places show.
function withBoth(before: Verdict, one: Verdict): Verdict {
  const count = before.count + 1;
  if (!('what' in before) || !('what' in one)) return { ...before, count };
  const [a, b] = [before.what, one.what];
  const what =
    a.cut !== b.cut
      ? a.cut
        ? b
        : a
      : a.kind === 'child' && b.kind === 'child'
        ? { ...a, nodes: [...a.nodes, ...b.nodes] }
        : a;
  return { ...before, what, count };
}
