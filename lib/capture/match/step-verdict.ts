import type { MatchStep } from '../../corpus/match/match-node.ts';
import { expectedForm } from '../../corpus/match/value-fits.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import { suggest } from '../../text/suggest.ts';
import type { CapturedNode } from '../tree/captured-node.ts';
import { contentTexts } from './content-texts.ts';
import { isCut, isCutContent, isCutNode } from './is-cut.ts';
import type { Contradicts, Undescribed, Verdict } from './verdict.ts';

/** One place of a captured stanza, compared with a definition. */
export type Step = MatchStep<CapturedNode>;

/** The verdict on the fact that a listed value is; undefined for a step without one. */
export function valueVerdict(owner: string, step: Step, corpus: Corpus): Verdict | undefined {
  if (step.kind !== 'attribute' && step.kind !== 'content') return undefined;
  const id = enumOfType(corpus.factByPath.get(`${owner}:${step.anchor}`)?.type);
  if (id === undefined) return undefined;
  const { content } = step.node;
  const { text, hex = undefined } =
    step.kind === 'attribute'
      ? { text: step.attribute.value }
      : content === undefined
        ? {}
        : contentTexts(content);
  const fact = corpus.factByPath.get(`${id}=${text}`) ?? corpus.factByPath.get(`${id}=${hex?.()}`);
  if (fact === undefined || (step.kind === 'attribute' && step.attribute.cut)) return undefined;
  return { path: fact.path, count: 1, verdict: 'supports', confidence: fact.confidence };
}

/** The verdict of a step; undefined for the outermost node. */
export function stepVerdict(owner: string, step: Step, corpus: Corpus): Verdict | undefined {
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
      return contradicts({
        kind: 'value-type',
        type: step.type,
        expected: expectedForm(step.type, corpus.definitions.type),
      });
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
