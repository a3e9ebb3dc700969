import type { Divergence } from '../../../lib/diagnose/model/diagnosis.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Ref } from '../links/ref.ts';
import { type SourceGroup, sourceGroups } from '../views/source-groups.ts';
import { clientRef, type DiagnosisContext, stepHref } from './diagnosis-context.ts';

/** Something in which a call departs from what is known, in words. */
export interface DepartureView {
  readonly at: Ref;
  readonly expected: string;
  readonly found: string;
  readonly confidence: Confidence;
  /** The step or fact that was expected, by its path. */
  readonly path: Ref;
  readonly techniques: readonly Ref[];
  readonly sources: readonly SourceGroup[];
  /** Such as `7 implementations, 8 sources`. */
  readonly evidence: string;
  readonly disputes: readonly { readonly claim: string; readonly sources: readonly SourceGroup[] }[];
  readonly does: readonly Ref[];
  readonly leavesOut: readonly Ref[];
  readonly follows: readonly string[];
}

/** The view of a divergence. */
export function departureView(divergence: Divergence, context: DiagnosisContext): DepartureView {
  const { links, place } = context;
  const { path, step, evidence, clients } = divergence;
  const { techniques, flavors, sources } = evidence;
  // A step without an id has no path that leads to it.
  const href = links.word(path) ?? (step?.path === path ? stepHref(step, context) : undefined);
  return {
    at: place(divergence.line),
    expected: divergence.expected,
    found: divergence.found,
    confidence: divergence.confidence,
    path: { text: path, href },
    techniques: techniques.map((id) => links.ref('technique', id)),
    sources: sourceGroups(flavors, sources, links),
    evidence: [
      ...(flavors.length > 0 ? [counted(flavors.length, 'implementation')] : []),
      counted(sources.length, 'source'),
    ].join(', '),
    disputes: divergence.disputes.map(({ claim, flavors: of = [], sources: from = [] }) => ({
      claim: plainProse(claim),
      sources: sourceGroups(of, from, links),
    })),
    does: clients.does.map((id) => clientRef(id, context)),
    leavesOut: clients.leavesOut.map((id) => clientRef(id, context)),
    follows: divergence.follows,
  };
}
