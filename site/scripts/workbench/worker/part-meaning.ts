import type { Annotated } from '../../../../lib/capture/match/annotate.ts';
import { openDisputes } from '../../../../lib/corpus/disputes/open-disputes.ts';
import { refutingClaim } from '../../../../lib/corpus/disputes/refuting-claim.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { enumOfType } from '../../../../lib/corpus/model/enum-of-type.ts';
import type { Fact } from '../../../../lib/corpus/model/fact.ts';
import { plainProse } from '../../../../lib/prose/parse-prose.ts';
import type { PartMeaning } from '../messages/stanza-view.ts';
import type { SpecLinks } from './spec-links.ts';

/** A longer description is on the page of its fact, which the name of the part links to. */
const MAX_MEANS = 240;

/**
 * What the spec says that a part of a stanza means: the fact, and the value that it has if its enum lists it.
 * @returns undefined for a part that the spec does not describe
 */
export function partMeaning(
  { part, verdict }: Annotated,
  corpus: Corpus,
  links: SpecLinks,
): PartMeaning | undefined {
  const fact = corpus.factByPath.get(verdict?.path ?? '');
  if (fact === undefined) return undefined;
  const value = listedValue(part, fact, corpus);
  const claims = [fact, value].flatMap((one) => (one && refutingClaim(one.path, corpus)) ?? []);
  const facts = value === undefined ? [fact] : [fact, value];
  return {
    words: lineOf(fact.description),
    value:
      value === undefined || part.kind === 'node'
        ? undefined
        : {
            at: { ...links.fact(value.path), text: value.name },
            words: lineOf(value.description),
            confidence: value.confidence,
            remedy: value.remedy === undefined ? [] : links.prose(value.remedy),
          },
    refuted: claims[0] === undefined ? undefined : lineOf(claims[0]),
    disputes: openDisputes(facts, corpus),
  };
}

/** The value of an enum that a part has; undefined if it has none. */
export function listedValue(
  part: Annotated['part'],
  { type, child }: Fact,
  corpus: Corpus,
): Fact | undefined {
  const id = enumOfType(part.kind === 'node' ? child?.tags_from : type);
  const text = textOf(part);
  return id === undefined || text === undefined ? undefined : corpus.factByPath.get(`${id}=${text}`);
}

/** The text of a part that an enum could list. */
export function textOf(part: Annotated['part']): string | undefined {
  switch (part.kind) {
    case 'attribute':
      return part.attribute.cut ? undefined : part.attribute.value;
    case 'content':
      return part.node.content?.kind === 'text' ? part.node.content.text : undefined;
    case 'node':
      return part.node.tag;
    case 'missing':
      return undefined;
    default:
      return part satisfies never;
  }
}

/** A text without marks, cut after a whole word. */
function lineOf(prose: string): string {
  const plain = plainProse(prose);
  return plain.length <= MAX_MEANS ? plain : `${plain.slice(0, MAX_MEANS).replace(/\s+\S*$/, '')}…`;
}
