import { buildWords } from '../../corpus/facts/build-words.ts';
import { PART_ASPECTS, type PartAspect } from '../../corpus/parts/part-traits.ts';
import { timeOf, timeWords } from '../../corpus/steps/time-words.ts';
import type { Echo } from '../../schema/types.generated.ts';
import { counted } from '../../text/counted.ts';
import type { BundleFact, BundleLeg, BundleStep, BundleTime } from '../bundle/bundle.ts';
import type { Aspect, Change, Effect, FactAspect, StepAspect } from './change.ts';

/**
 * The change of one aspect of a shape; none if both values are equal.
 * @param from the old value; undefined if there was none
 */
export function shapeChange(
  path: string,
  aspect: Aspect,
  from: string | undefined,
  to: string | undefined,
): Change[] {
  if (from === to) return [];
  const [old, now] = [from ?? NOTHING, to ?? NOTHING];
  return [{ kind: 'reshaped', path, aspect, from: old, to: now, effect: effectOf(aspect, old, now) }];
}

/** Stands for a value that is not stated. */
export const NOTHING = 'not said';

/** How binding a level of a requirement is. */
const bindingOf = (level: string): number =>
  level.startsWith('must') ? 2 : level.startsWith('should') ? 1 : 0;

/** The least and the greatest number of occurrences. */
const TIMES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '1': [1, 1],
  '0..1': [0, 1],
  '0..n': [0, Number.POSITIVE_INFINITY],
  '1..n': [1, Number.POSITIVE_INFINITY],
};

function effectOf(aspect: Aspect, from: string, to: string): Effect {
  switch (aspect) {
    case 'type':
      // A string can have every value; any other two types exclude values of each other.
      return to === 'string' ? 'widened' : 'narrowed';
    case 'required':
      // Only `yes` excludes something: with `no` and without a value it may be absent.
      return to === 'yes' ? 'narrowed' : from === 'yes' ? 'widened' : 'reworded';
    case 'occurrence': {
      const [old, now] = [TIMES[from], TIMES[to]];
      if (old === undefined || now === undefined) return 'narrowed';
      return now[0] <= old[0] && now[1] >= old[1] ? 'widened' : 'narrowed';
    }
    case 'order':
      return isOrdered(to) ? 'narrowed' : isOrdered(from) ? 'widened' : 'reworded';
    case 'sent':
    case 'delivered':
      return effectOfPresence(from, to);
    case 'with':
    case 'answers':
    case 'only_if':
    case 'required_if':
    case 'value':
    case 'tags_from':
    case 'of':
      // Each of these excludes something, so that without it more is allowed.
      return to === NOTHING ? 'widened' : 'narrowed';
    case 'without':
      return to === NOTHING || isSubset(to, from) ? 'widened' : 'narrowed';
    case 'direction':
      return isSubset(from, to) ? 'widened' : 'narrowed';
    case 'optional':
    case 'repeats':
      return to === 'yes' ? 'widened' : 'narrowed';
    case 'stanza':
      return isSubset(from, to) ? 'widened' : 'narrowed';
    case 'after':
      return to === NO_STEP || isSubset(to, from) ? 'widened' : 'narrowed';
    case 'echoes':
      return to === NOTHING || isSubset(to, from) ? 'widened' : 'narrowed';
    case 'within':
      return effectOfTime(from, to);
    case 'from':
    case 'to':
    case 'tag':
    case 'actor':
    case 'place':
    case 'length':
    case 'endian':
    case 'form':
    case 'constants':
      return 'narrowed';
    case 'level':
      return bindingOf(to) < bindingOf(from) ? 'widened' : 'narrowed';
    case 'size':
    // Parts that a use adds or takes away are changes of their own facts.
    case 'use':
    case 'written_by':
    case 'builds':
    case 'refuses':
    case 'label':
    case 'clients':
    case 'subject':
    case 'about':
    case 'consequence':
    case 'inputs':
    case 'outputs':
      return 'reworded';
    default:
      return aspect satisfies never;
  }
}

/** Whether everything in a list is in another one. */
function isSubset(list: string, of: string): boolean {
  const all = new Set(of.split(', '));
  return list.split(', ').every((one) => all.has(one));
}

/** What was only seen is no limit, so that nothing is late. */
function effectOfTime(from: string, to: string): Effect {
  const isLimit = (words: string): boolean => words !== NOTHING && !words.startsWith(SEEN);
  if (!isLimit(to)) return isLimit(from) ? 'widened' : 'reworded';
  return timeOf(to) > timeOf(from) ? 'widened' : 'narrowed';
}

const isOrdered = (order: string): boolean => ![NOTHING, 'any', 'unknown'].includes(order);

/** Whether it may be absent, and whether it may be there. */
const PRESENCES: Readonly<Record<string, readonly [absent: boolean, present: boolean]>> = {
  required: [false, true],
  always: [false, true],
  never: [true, false],
};

function effectOfPresence(from: string, to: string): Effect {
  const [old, now] = [from, to].map((words) => PRESENCES[words.replace(/ .*$/, '')] ?? [true, true]);
  if (old === undefined || now === undefined || (old[0] === now[0] && old[1] === now[1])) return 'reworded';
  return (now[0] || !old[0]) && (now[1] || !old[1]) ? 'widened' : 'narrowed';
}

/** The changes of everything in a fact that client code depends on, under its path in the new bundle. */
export function shapeChanges(old: BundleFact, now: BundleFact): Change[] {
  const [before, after] = [shapeOf(old), shapeOf(now)];
  return FACT_ASPECTS.flatMap((aspect) => shapeChange(now.path, aspect, before[aspect], after[aspect]));
}

/** In the order in which their changes are listed. */
const FACT_ASPECTS = [
  'type',
  'value',
  'required',
  'sent',
  'delivered',
  'only_if',
  'required_if',
  'occurrence',
  'of',
  'order',
  'size',
  'use',
  'without',
  'tags_from',
  'written_by',
  'builds',
  'refuses',
  'label',
  'from',
  'to',
  'stanza',
  'with',
  'after',
  'optional',
  'repeats',
  'answers',
  'echoes',
  'within',
  'clients',
  ...PART_ASPECTS,
] as const satisfies readonly FactAspect[];

/** The aspects of a fact in words; undefined for what it does not say. */
function shapeOf(fact: BundleFact): Readonly<Record<FactAspect, string | undefined>> {
  return {
    type: fact.type,
    value: fact.value,
    required: requiredIn(fact),
    sent: legIn(fact.sent),
    delivered: legIn(fact.delivered),
    only_if: fact.only_if,
    required_if: fact.required_if,
    occurrence: fact.occurrence,
    of: fact.of?.join(', '),
    order: fact.order,
    size: fact.size,
    use: fact.use,
    without: fact.without?.join(', '),
    tags_from: fact.tags_from,
    written_by: fact.written_by?.join(', '),
    builds: fact.builds?.map(buildWords).join(', '),
    refuses: fact.refuses?.join(', '),
    ...shapeOfStep(fact.step),
    ...shapeOfPart(fact.part),
  };
}

/** The aspects of a step in words. One that is sent as one of several stanzas lists them. */
function shapeOfStep(step: BundleStep | undefined): Readonly<Record<StepAspect, string | undefined>> {
  const { does, leaves_out: leavesOut } = step?.clients ?? {};
  const clients = [
    ...(does === undefined ? [] : [`done by ${does.join(', ')}`]),
    ...(leavesOut === undefined ? [] : [`left out by ${leavesOut.join(', ')}`]),
  ];
  return {
    label: step?.label,
    from: step?.from,
    to: step?.to,
    stanza: step?.one_of?.join(', ') ?? step?.stanza,
    with: step?.with,
    after: step?.after?.length === 0 ? NO_STEP : step?.after?.join(', '),
    optional: step && yesOrNo(step.optional),
    repeats: step && yesOrNo(step.repeats),
    answers: step?.answers,
    echoes: step?.echoes?.map(echoWords).join(', '),
    within: step?.within && timeOfStep(step.within),
    clients: clients.length === 0 ? undefined : clients.join('; '),
  };
}

/** Begins a time that is no limit. */
const SEEN = 'seen within';

const timeOfStep = ({ ms, seen_ms: seen }: BundleTime): string =>
  seen === undefined ? timeWords(ms) : `${SEEN} ${timeWords(seen)}`;

/** The aspects of what a part says. */
function shapeOfPart(part: BundleFact['part'] = {}): Readonly<Record<PartAspect, string | undefined>> {
  const said = Object.fromEntries(PART_ASPECTS.map((aspect) => [aspect, part[aspect]])) as Record<
    PartAspect,
    string | undefined
  >;
  return { ...said, length: said.length && lengthIn(said.length) };
}

/** A length as it is written now: early releases have `1 bytes`, which is no other length. */
function lengthIn(words: string): string {
  const [, count, unit] = /^(\d+) (byte|bit)s?$/.exec(words) ?? [];
  return count === undefined || unit === undefined ? words : counted(Number(count), unit);
}

/** Of a step that comes after no other. */
const NO_STEP = 'none';

const yesOrNo = (value = false): string => (value ? 'yes' : 'no');

const echoWords = ({ attribute, of, of_payload: ofPayload = false }: Echo): string =>
  ofPayload ? `${attribute} of the payload` : of === undefined ? attribute : `${attribute} of ${of}`;

const requiredIn = ({ kind, required }: BundleFact): string | undefined =>
  kind !== 'attribute' ? undefined : required === undefined ? 'not known' : required ? 'yes' : 'no';

const legIn = (leg: BundleLeg | undefined): string | undefined =>
  leg === undefined || leg.confidence === undefined ? leg?.presence : `${leg.presence} (${leg.confidence})`;
