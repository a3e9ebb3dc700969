import type { Example } from '../../schema/types.generated.ts';
import { refutedFacts } from '../disputes/refuted-facts.ts';
import { type Leg, presenceOn } from '../match/leg.ts';
import { matchNode, matchTarget } from '../match/match-node.ts';
import type { MatchStep } from '../match/match-step.ts';
import { parseXml, type XmlNode } from '../match/parse-xml.ts';
import type { Corpus } from '../model/corpus.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import type { Fact } from '../model/fact.ts';

/** Something in an example that a reader should not copy. */
export interface ExampleFault {
  /** `refuted`: an open dispute denies it; `sent` or `delivered`: it never occurs on this leg. */
  readonly kind: 'refuted' | Leg;
  /** What it is, as the example writes it: `<tag>`, `name`, `name="value"`. */
  readonly what: string;
  /** The path of the fact or the value. */
  readonly path: string;
  /** The offset in the example. */
  readonly offset: number;
}

/**
 * What a reader should not copy from an example of a stanza, in its order: what open disputes refute, and what never
 * occurs on its leg. Of an example without a leg, what never occurs on either, if it fits neither of the two.
 * @param id the stanza
 * @returns nothing for an example that is not XML, or that cannot be read
 */
export function exampleFaults(id: string, { format, body, leg }: Example, corpus: Corpus): ExampleFault[] {
  const parsed = format === 'xml' ? parseXml(body) : undefined;
  if (parsed === undefined || 'error' in parsed) return [];
  const steps = matchNode(parsed.root, matchTarget(corpus, id), {
    // Values are compared below; whether an enum lists them is another rule's.
    valuesOf: () => undefined,
    contentOf: ({ text }) => (text.trim() === '' ? undefined : { text: text.trim() }),
  });
  const refuted = refutedFacts(corpus);
  const faults = withoutInner(steps.flatMap((step) => refutedIn(step, refuted)));
  const never = (one: Leg): ExampleFault[] => steps.flatMap((step) => neverOn(one, step));
  if (leg !== undefined) return [...faults, ...never(leg)].sort(byOffset);
  const [sent, delivered] = [never('sent'), never('delivered')];
  const unfit = sent.length > 0 && delivered.length > 0 ? [...sent, ...delivered] : [];
  return [...faults, ...unfit].sort(byOffset);
}

const byOffset = (a: ExampleFault, b: ExampleFault): number => a.offset - b.offset;

/** A part that a fact defines. */
type Part = Extract<MatchStep<XmlNode>, { readonly kind: 'child' | 'attribute' | 'content' }>;

const isPart = (step: MatchStep<XmlNode>): step is Part =>
  step.kind === 'child' || step.kind === 'attribute' || step.kind === 'content';

function refutedIn(step: MatchStep<XmlNode>, refuted: ReadonlySet<string>): ExampleFault[] {
  if (!isPart(step)) return [];
  const { fact } = step;
  const value = listedValue(step);
  const offset = offsetOf(step);
  if (refuted.has(fact.path)) return [{ kind: 'refuted', what: partWords(step), path: fact.path, offset }];
  const id = enumOfType(fact.type ?? fact.child?.tags_from);
  const path = `${id}=${value}`;
  if (id === undefined || !refuted.has(path)) return [];
  return [{ kind: 'refuted', what: valueWords(step, value), path, offset }];
}

/** Without what is inside of a refuted part: its lack follows. */
function withoutInner(faults: readonly ExampleFault[]): ExampleFault[] {
  const isInside = ({ path }: ExampleFault, { path: outer }: ExampleFault): boolean =>
    path.startsWith(`${outer}/`) || path.startsWith(`${outer}@`);
  return faults.filter((one) => !faults.some((other) => isInside(one, other)));
}

function neverOn(leg: Leg, step: MatchStep<XmlNode>): ExampleFault[] {
  if (!isPart(step) || presenceOn(leg, step.fact) !== 'never') return [];
  return [{ kind: leg, what: partWords(step), path: step.fact.path, offset: offsetOf(step) }];
}

/** What an enum may list: a value, or the tag of a child whose tags come from one. */
const listedValue = (step: Part): string =>
  step.kind === 'attribute'
    ? step.attribute.value
    : step.kind === 'child'
      ? step.node.tag
      : step.node.text.trim();

const offsetOf = (step: Part): number => (step.kind === 'attribute' ? step.attribute.start : step.node.start);

const valueWords = (step: Part, value: string): string =>
  step.kind === 'attribute'
    ? `${step.fact.name}="${value}"`
    : step.kind === 'child'
      ? partWords(step)
      : `'${value}' in <${step.node.tag}>`;

const partWords = (step: Part): string => {
  const { name }: Fact = step.fact;
  return step.kind === 'attribute'
    ? name
    : step.kind === 'child'
      ? `<${step.node.tag}>`
      : `the content of <${step.node.tag}>`;
};
