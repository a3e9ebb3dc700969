import { refutingClaim } from '../../corpus/disputes/refuting-claim.ts';
import { pathBelow } from '../../corpus/match/match-node.ts';
import type { MatchStep } from '../../corpus/match/match-step.ts';
import { expectedForm } from '../../corpus/match/value-fits.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { plainProse } from '../../prose/parse-prose.ts';
import { suggest } from '../../text/suggest.ts';
import { ledgerName } from '../lookup/ledger-name.ts';
import type { CapturedNode } from '../tree/captured-node.ts';
import { contentOf } from './content-of.ts';
import { isCut, isCutContent, isCutNode } from './is-cut.ts';
import type { Contradicts, Undescribed, Verdict } from './verdict.ts';

/** One place of a captured stanza, compared with a definition. */
export type CaptureStep = MatchStep<CapturedNode>;

/** The verdict on the fact that a listed value or tag is; undefined for a step without one. */
export function valueVerdict(step: CaptureStep, corpus: Corpus): Verdict | undefined {
  if (step.kind !== 'attribute' && step.kind !== 'content' && step.kind !== 'child') return undefined;
  const { type, child } = step.fact;
  const id = enumOfType(step.kind === 'child' ? child?.tags_from : type);
  if (id === undefined) return undefined;
  const { text, hex = undefined } = textsOf(step);
  const fact = corpus.factByPath.get(`${id}=${text}`) ?? corpus.factByPath.get(`${id}=${hex?.()}`);
  if (fact === undefined || (step.kind === 'attribute' && step.attribute.cut)) return undefined;
  return { ...supported(fact, corpus), means: plainProse(fact.description) };
}

/** A fact that a capture shows; with the claim of the dispute that denies it, if there is one. */
function supported({ path, confidence }: Fact, corpus: Corpus): Verdict & { readonly verdict: 'supports' } {
  const claim = refutingClaim(path, corpus);
  const refuted = claim === undefined ? {} : { refuted: plainProse(claim) };
  return { path, count: 1, verdict: 'supports', confidence, ...refuted };
}

function textsOf(step: Extract<CaptureStep, { kind: 'attribute' | 'content' | 'child' }>): {
  text?: string | undefined;
  hex?: () => string | undefined;
} {
  if (step.kind === 'child') return { text: step.node.tag };
  if (step.kind === 'attribute') return { text: step.attribute.value };
  return contentOf(step.node) ?? {};
}

/** The verdict of a step; undefined for the outermost node. */
export function stepVerdict(step: CaptureStep, corpus: Corpus): Verdict | undefined {
  const supports = (fact: Fact, cut: boolean): Verdict =>
    cut
      ? { path: fact.path, count: 1, verdict: 'cut', confidence: fact.confidence }
      : supported(fact, corpus);
  switch (step.kind) {
    case 'root':
      return undefined;
    case 'child':
      return supports(step.fact, false);
    case 'attribute':
      return supports(step.fact, step.attribute.cut);
    case 'content':
      return supports(step.fact, isCutContent(step.node));
    case 'unknown-attribute': {
      const { attribute, node, known } = step;
      const { name } = attribute;
      return undescribed(
        step,
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
      return undescribed(step, node.tag, what, known, corpus);
    }
    case 'unknown-content': {
      const { node } = step;
      const what: Undescribed = { kind: 'content', parent: node.tag, node, cut: isCutNode(node) };
      return undescribed(step, 'text()', what, [], corpus);
    }
    default:
      return contradiction(step, corpus);
  }
}

/** A step that contradicts a fact. */
type Contradicting = Exclude<
  CaptureStep,
  {
    readonly kind:
      | 'root'
      | 'child'
      | 'attribute'
      | 'content'
      | `unknown-${'attribute' | 'child' | 'content'}`;
  }
>;

function contradiction(step: Contradicting, corpus: Corpus): Verdict {
  const contradicts = (
    { path, confidence }: Pick<Fact, 'path' | 'confidence'>,
    how: Contradicts,
  ): Verdict => ({ path, count: 1, verdict: 'contradicts', confidence, how });
  switch (step.kind) {
    case 'missing-attribute':
      return contradicts(step.fact, { kind: 'missing-attribute', name: step.name, parent: step.node.tag });
    case 'missing-child': {
      const { tag, node, occurrence, fact } = step;
      return contradicts(fact, { kind: 'missing-child', tag, parent: node.tag, occurrence });
    }
    case 'too-many': {
      const { node, parent, occurrence, fact } = step;
      const tag = fact.name === '*' ? '*' : node.tag;
      return contradicts(fact, { kind: 'too-many', tag, parent: parent.tag, occurrence });
    }
    case 'wrong-leg': {
      const { fact, leg } = step;
      return contradicts(fact, { kind: 'wrong-leg', what: partName(fact), leg });
    }
    case 'condition': {
      const { fact, parent, how, predicate } = step;
      const what = partName(fact);
      return contradicts(fact, { kind: 'condition', what, parent: parent.tag, how, predicate });
    }
    case 'choice': {
      const { fact, choice, found, node } = step;
      return contradicts(fact, { kind: 'choice', of: choice.of, found, parent: node.tag });
    }
    case 'order': {
      const { node, parent, before, fact } = step;
      const { path, confidence = 'unknown' } = fact ?? { path: `${step.owner}:` };
      return contradicts({ path, confidence }, { kind: 'order', tag: node.tag, parent: parent.tag, before });
    }
    case 'enum-value':
      return contradicts(step.fact, { kind: 'enum-value', enum: enumOfType(step.type) ?? '' });
    case 'value-type':
      return contradicts(step.fact, {
        kind: 'value-type',
        type: step.type,
        expected: expectedForm(step.type, corpus.definitions.type),
      });
    case 'constant':
      return contradicts(step.fact, { kind: 'constant', value: step.known[0] ?? '' });
    default:
      return step satisfies never;
  }
}

const partName = ({ kind, name }: Fact): string =>
  kind === 'attribute' ? `@${name}` : kind === 'child' ? `<${name}>` : name;

/** @param below the path inside the node that it is in */
function undescribed(
  { within, lackedBy }: Pick<Verdict & { verdict: 'unknown' }, 'within' | 'lackedBy'>,
  below: string,
  what: Undescribed,
  names: readonly string[],
  corpus: Corpus,
): Verdict {
  const path = pathBelow(within, below);
  const name = what.kind === 'content' ? undefined : what.name;
  const kind = what.kind === 'child' ? 'tag' : what.kind;
  const known = kind === 'content' ? undefined : ledgerName(name, kind, corpus);
  if (known !== undefined) return { path, count: 1, verdict: 'ledger', within, lackedBy, what, ...known };
  return {
    path,
    count: 1,
    verdict: 'unknown',
    within,
    lackedBy,
    what,
    suggestion: name === undefined ? undefined : suggest(name, names),
  };
}
