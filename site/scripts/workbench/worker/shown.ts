import { findLeaksInNode } from '../../../../lib/capture/leaks/find-leaks.ts';
import { listedBytes } from '../../../../lib/capture/lookup/listed-bytes.ts';
import { type Annotated, annotate } from '../../../../lib/capture/match/annotate.ts';
import type { Verdict } from '../../../../lib/capture/match/match.ts';
import type { Standing } from '../../../../lib/capture/review/sanitize-each.ts';
import { verdictMessage } from '../../../../lib/capture/review/verdict-message.ts';
import { describeReplaced } from '../../../../lib/capture/sanitize/describe-replaced.ts';
import type { Replaced } from '../../../../lib/capture/sanitize/sanitize.ts';
import type { SharedNames } from '../../../../lib/capture/share/shared-names.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { enumOfType } from '../../../../lib/corpus/model/enum-of-type.ts';
import { fragment } from '../../../../lib/pages/fragment.ts';
import { pagePath } from '../../../../lib/pages/page-path.ts';
import type { PageKind } from '../../../../lib/schema/kinds.ts';
import { pairsOf } from '../annotate/pairs.ts';
import { namesBefore, namesOf, wasOf } from '../annotate/parts.ts';
import { shapeOf } from '../annotate/shape.ts';
import type { Named, Remark, Shown } from '../messages/messages.ts';
import { unknownNames, unlisted } from './choices.ts';
import { freshIn } from './fresh.ts';

/** A stanza that was not refused. */
type Sanitized = Standing & { readonly clean: NonNullable<Standing['clean']> };

/**
 * A stanza, held against the spec, for the page to show.
 * @param replaced what was replaced in it
 * @param corpus the spec as it is, without the values that are shared
 * @param base the path of the site, with slashes at both ends
 */
export function shownOf(
  { raw, clean, reason }: Sanitized,
  replaced: readonly Replaced[],
  { keepNames, keepValues }: SharedNames,
  corpus: Corpus,
  base: string,
): Shown {
  const { stanza, review } = clean;
  const definition = (kind: PageKind, id: string): string | undefined =>
    corpus.definitions[kind].has(id) ? `${base}${pagePath(kind, id)}` : undefined;
  const stanzaNamed = (id: string | undefined): Named | undefined =>
    id === undefined ? undefined : { text: id, href: definition('stanza', id) };
  const fact = (path: string): Named => {
    const found = corpus.factByPath.get(path);
    const page =
      found === undefined ? undefined : definition(found.kind === 'value' ? 'enum' : 'stanza', found.owner);
    return { text: path, href: page === undefined ? undefined : `${page}${fragment(found?.anchor ?? '')}` };
  };
  const remarks = (...kinds: Verdict['verdict'][]): Remark[] =>
    review.verdicts
      .filter(({ verdict }) => kinds.includes(verdict))
      .map((one) => {
        const { message, hint } = verdictMessage(one);
        return { at: fact(one.path), count: one.count, message, hint };
      });
  const were = namesBefore(raw.root, stanza.root);
  // What is shared agrees with the spec as it will be; to the spec as it is, it is new.
  const fresh = freshIn(review, keepValues, corpus);
  const isFresh = (part: Annotated['part'], verdict: Verdict | undefined): boolean => {
    const id = enumOfType(corpus.factByPath.get(verdict?.path ?? '')?.type);
    const text =
      part.kind === 'attribute'
        ? part.attribute.value
        : part.kind === 'content' && part.node.content?.kind === 'text'
          ? part.node.content.text
          : undefined;
    return fresh.some(({ path }) => path === `${id}=${text}`);
  };
  return {
    head: shapeOf(review),
    unfit: reason,
    stanza: stanzaNamed(review.stanza),
    envelope: stanzaNamed(review.envelope),
    direction: review.direction,
    directionListed: review.directionListed,
    rows: annotate(stanza.root, review, corpus).map(({ depth, part, verdict }) => ({
      depth,
      role: part.kind,
      ...namesOf(part),
      was: wasOf(part, were),
      ...(isFresh(part, verdict)
        ? { verdict: 'unknown', confidence: undefined }
        : {
            verdict: verdict?.verdict,
            confidence: verdict !== undefined && 'confidence' in verdict ? verdict.confidence : undefined,
          }),
      path: verdict === undefined ? undefined : fact(verdict.path),
    })),
    contradicts: remarks('contradicts'),
    unknown: [
      ...remarks('unknown', 'ledger', 'cut'),
      ...fresh.map(({ path, count }) => ({
        at: fact(path),
        count,
        message: 'The enum does not list this value yet.',
        hint: 'The entry that has to come with the capture stands below.',
      })),
    ],
    supports: review.verdicts.filter(({ verdict }) => verdict === 'supports').length - fresh.length,
    settled: review.settled.map(({ question, owner, text, answer: then }) => {
      const asked = corpus.questions.find(
        (one) => one.owner === owner && (one.id ?? one.anchor) === question,
      );
      const page = asked === undefined ? undefined : definition(asked.kind, owner);
      return {
        at: {
          text: question,
          href: page === undefined ? undefined : `${page}${fragment(asked?.anchor ?? '')}`,
        },
        text,
        answer: then,
      };
    }),
    names: unknownNames(raw.root, stanza.root, keepNames),
    values: unlisted(raw.root, stanza.root, keepValues, corpus),
    replaced: { words: describeReplaced(replaced), pairs: pairsOf(raw.root, stanza.root) },
    leaks: [...new Set(findLeaksInNode(stanza.root, listedBytes(corpus)).map(({ kind }) => kind))],
  };
}
