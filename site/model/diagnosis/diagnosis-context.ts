import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { StepRef } from '../../../lib/diagnose/model/diagnosis.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** Everything besides a diagnosis that its view needs. */
export interface DiagnosisContext {
  readonly corpus: Corpus;
  readonly links: Pick<Links, 'definition' | 'ref' | 'source' | 'step' | 'word' | 'question'>;
  /** What the place of a stanza is called and where it is: `line 12` of a log, or a record of a trace. */
  readonly place: (line: number) => Ref;
}

/** The place of a step on the page of its flow; undefined if the corpus does not have it. */
export function stepHref(
  { flow, index }: Pick<StepRef, 'flow' | 'index'>,
  { corpus, links }: DiagnosisContext,
): string | undefined {
  const step = corpus.definitions.flow.get(flow)?.data.steps[index];
  return step === undefined ? undefined : links.step(flow, step, index);
}

/** A client, which is a flavor or an official one. */
export const clientRef = (id: string, { links }: DiagnosisContext): Ref =>
  id === 'official' ? { text: 'official clients', href: undefined } : links.ref('flavor', id);
