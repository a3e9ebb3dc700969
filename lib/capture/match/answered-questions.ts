import { stanzaOfCondition } from '../../corpus/match/fact-of-condition.ts';
import { type Condition, parsePredicate } from '../../corpus/match/parse-predicate.ts';
import type { OneWay } from '../../corpus/match/stanza-direction.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { CapturedNode } from '../tree/captured-node.ts';

/** An open question that a capture answers. */
export interface AnsweredQuestion {
  /** The id of the question, or its anchor on the page of its definition. */
  readonly question: string;
  /** The definition that asks it. */
  readonly owner: string;
  readonly text: string;
  /** The predicate that holds. */
  readonly because: string;
  readonly answer: string;
}

/**
 * The open questions whose predicate holds for a captured stanza, in the order of the corpus.
 * @param direction that of the stanza; a predicate that names a direction holds for no other one
 * @param stanzas the ids of the stanzas that describe it
 */
export function answeredQuestions(
  root: CapturedNode,
  direction: OneWay | undefined,
  stanzas: readonly (string | undefined)[],
  corpus: Corpus,
): AnsweredQuestion[] {
  return predicatesOf(corpus)
    .filter(({ direction: asked }) => asked === undefined || asked === direction)
    .filter(({ about }) => about.every((stanza) => stanza !== undefined && stanzas.includes(stanza)))
    .filter(({ conditions }) => conditions.every((condition) => holds(condition, root)))
    .map(({ settled }) => settled);
}

interface Predicate {
  readonly direction: OneWay | undefined;
  readonly conditions: readonly Condition[];
  /** The stanzas that they are about. */
  readonly about: readonly (string | undefined)[];
  readonly settled: AnsweredQuestion;
}

const predicatesOf = memoizeBy((corpus: Corpus): readonly Predicate[] =>
  corpus.questions
    .filter(({ status }) => status === 'open')
    .flatMap((question) =>
      question.settles.flatMap(({ if: because, then: answer }) => {
        const parsed = parsePredicate(because);
        if ('error' in parsed) return [];
        const { direction, conditions } = parsed;
        const about = conditions.map((condition) => stanzaOfCondition(condition, question));
        const { id, anchor, owner, text } = question;
        return [
          { direction, conditions, about, settled: { question: id ?? anchor, owner, text, because, answer } },
        ];
      }),
    ),
);

/**
 * Whether a condition holds for a stanza. Something is present if one node has it, and absent if a node that could have
 * it does not; a node that is missing itself, or in which the log breaks off, shows neither.
 */
export function holds({ tags, part, test }: Condition, root: CapturedNode): boolean {
  const parents = part === 'node' ? nodesAt(root, tags.slice(0, -1)) : nodesAt(root, tags);
  const last = tags.at(-1) ?? '*';
  const has = (node: CapturedNode): boolean => {
    if (part === 'node') return childrenOf(node, last).length > 0;
    if (part === 'content') return node.content !== undefined;
    return node.attributes.some(({ name }) => name === part.attribute);
  };
  switch (test) {
    case 'present':
      return parents.some(has);
    case 'absent':
      return parents.some((node) => !node.cut && !has(node));
    default:
      return parents.some((node) => {
        if (part === 'node') return childrenOf(node, last).some((child) => textOf(child) === test.value);
        if (part === 'content') return textOf(node) === test.value;
        return node.attributes.some(
          ({ name, value, cut }) => name === part.attribute && !cut && value === test.value,
        );
      });
  }
}

const childrenOf = ({ children }: CapturedNode, tag: string): readonly CapturedNode[] =>
  tag === '*' ? children : children.filter((child) => child.tag === tag);

const nodesAt = (root: CapturedNode, tags: readonly string[]): CapturedNode[] =>
  tags.reduce<CapturedNode[]>((nodes, tag) => nodes.flatMap((node) => childrenOf(node, tag)), [root]);

const textOf = ({ content }: CapturedNode): string | undefined =>
  content?.kind === 'text' ? content.text.trim() : undefined;
