import { legOf } from '../../corpus/match/leg.ts';
import { matchNode, matchTarget } from '../../corpus/match/match-node.ts';
import { mayLack, type OneWay, stanzaDirection } from '../../corpus/match/stanza-direction.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { libraryOfForm } from '../forms/index.ts';
import { findStanza, type RecognizedStanza } from '../lookup/find-stanza.ts';
import { enumValues } from '../lookup/known-node.ts';
import { type LedgerName, ledgerName } from '../lookup/ledger-name.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { type AnsweredQuestion, answeredQuestions } from './answered-questions.ts';
import { contentOf } from './content-of.ts';
import { isCut } from './is-cut.ts';
import { mergeVerdicts } from './merge-verdicts.ts';
import type { NotEvidence } from './not-evidence.ts';
import { type CaptureStep, stepVerdict, valueVerdict } from './step-verdict.ts';
import type { Verdict } from './verdict.ts';

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
  /** What the ledger knows of its tag, if no stanza of the spec describes it. */
  readonly ledger?: LedgerName;
  /** Whether it is a payload that was captured without its envelope. */
  readonly bare: boolean;
  /** Whether only its id connects it to the call of its trace. */
  readonly byId: boolean;
  /** Why it is no evidence, in which case it has no verdicts; undefined if it may be evidence. */
  readonly notEvidence: NotEvidence | undefined;
  /** Whether the log breaks off somewhere in it. */
  readonly cut: boolean;
  /** In the order of the stanza, followed by those of the envelope and of enum values. */
  readonly verdicts: readonly Verdict[];
  /** The open questions that it answers. */
  readonly settled: readonly AnsweredQuestion[];
}

/**
 * Compares a captured stanza with the spec: which facts it supports, which it contradicts, what the spec does not
 * describe. The stanza of the spec is found by tag and payload; if the spec describes the envelope separately, the facts
 * of the envelope get verdicts, too.
 * @param stanza a sanitized stanza, so that the review cannot name anybody
 * @param whyNot why it is no evidence, see {@link notEvidence}; then nothing is concluded from it
 * @param before the stanzas that came earlier in the same call, by their ids; undefined if that is not known
 * @param byId see {@link findStanza}
 */
export function match(
  stanza: CapturedStanza,
  corpus: Corpus,
  whyNot?: NotEvidence,
  before?: readonly string[],
  byId = false,
): StanzaReview {
  const { root } = stanza;
  const found = findStanza(root, corpus, byId);
  const direction = stanza.direction ?? stanzaDirection(root.attributes.map(({ name }) => name));
  const listed = found.stanza?.direction;
  const ledger = found.stanza === undefined ? ledgerName(root.tag, 'tag', corpus) : undefined;
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
    ...(ledger === undefined ? {} : { ledger }),
    bare: found.bare,
    byId,
    notEvidence: whyNot,
    cut: isCut(root),
    verdicts: whyNot === undefined ? verdictsOf(found, direction, before, corpus) : [],
    settled:
      whyNot !== undefined || isCut(root) || isByLibrary(stanza)
        ? []
        : answeredQuestions(
            found.node,
            { leg: legOf(direction), before },
            [found.stanza?.id, found.bare ? undefined : found.envelope?.id],
            corpus,
          ),
  };
}

// A third-party client's own stanza answers no question about the protocol.
const isByLibrary = ({ direction, form }: CapturedStanza): boolean =>
  direction === 'outgoing' && libraryOfForm(form) !== undefined;

const isAboutValue = ({ kind }: CaptureStep): boolean =>
  kind === 'enum-value' || kind === 'value-type' || kind === 'constant';

function verdictsOf(
  { stanza, envelope, node: root, bare }: RecognizedStanza,
  direction: OneWay | undefined,
  before: readonly string[] | undefined,
  corpus: Corpus,
): Verdict[] {
  const stepsIn = (definition: typeof stanza): readonly CaptureStep[] =>
    definition === undefined
      ? []
      : matchNode(root, matchTarget(corpus, definition.id), {
          valuesOf: (id) => enumValues(`enum:${id}`, corpus),
          types: corpus.definitions.type,
          contentOf,
          leg: legOf(direction),
          before,
          mayLack: (name) => mayLack(direction, name),
        });
  const own = stepsIn(stanza);
  const outer = stepsIn(envelope);
  // Of an envelope that the stanza names, only its payload is left to compare.
  const named = stanza?.envelope === undefined || bare ? undefined : stanza.envelope;
  const payloads = root.children.length < 2 ? [] : stepsIn(corpus.definitions.stanza.get(named ?? '')?.data);
  // What the envelope describes is not unknown, and what the stanza describes gets no second verdict.
  const key = (step: CaptureStep): object =>
    'attribute' in step && step.attribute !== undefined ? step.attribute : step.node;
  const describes = ({ kind }: CaptureStep): boolean =>
    kind === 'attribute' || kind === 'child' || kind === 'content';
  const described = (steps: readonly CaptureStep[], kind: string): ReadonlySet<object> =>
    new Set(steps.filter((step) => describes(step) && step.kind === kind).map(key));
  const unknownIn = (other: readonly CaptureStep[]) => {
    const sets = {
      attribute: described(other, 'attribute'),
      child: described(other, 'child'),
      content: described(other, 'content'),
    };
    return (step: CaptureStep): boolean => {
      if (step.kind === 'unknown-attribute') return !sets.attribute.has(key(step));
      // The wildcard of an envelope accepts any payload and describes none.
      if (step.kind === 'unknown-child') return !sets.child.has(key(step)) || step.anchor === '';
      if (step.kind === 'unknown-content') return !sets.content.has(key(step));
      return true;
    };
  };
  const values = new Set(own.filter(({ kind }) => kind === 'attribute' || kind === 'content').map(key));
  const kept = [
    ...own.filter(unknownIn(outer)),
    // A payload without its envelope says nothing about the envelope.
    ...(bare ? [] : outer).filter(
      (step) =>
        describes(step) ||
        step.kind === 'too-many' ||
        step.kind === 'wrong-leg' ||
        (step.kind === 'condition' && step.how === 'only-if') ||
        (isAboutValue(step) && !values.has(key(step))),
    ),
    ...payloads.filter(({ kind, anchor }) => kind === 'too-many' && anchor === '*'),
  ];
  const verdicts = kept.flatMap((step) => stepVerdict(step, corpus) ?? []);
  return mergeVerdicts([...verdicts, ...kept.flatMap((step) => valueVerdict(step, corpus) ?? [])]);
}
