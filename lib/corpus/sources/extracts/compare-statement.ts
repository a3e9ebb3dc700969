import { type Leg, presenceOn } from '../../match/leg.ts';
import { baseOfType } from '../../match/value-fits.ts';
import type { Corpus } from '../../model/corpus.ts';
import { enumOfType } from '../../model/enum-of-type.ts';
import type { Fact } from '../../model/fact.ts';
import { ANY_TAG } from './match-statements.ts';
import type { Statement } from './statement.ts';

/** What a fact and a statement say of one thing. */
export interface Aspect {
  readonly aspect: 'presence' | 'repetition' | 'type' | 'values';
  readonly ours: string;
  readonly theirs: string;
  /** Whether both can be true of this client: `differs` if one says more than the other, or speaks of more. */
  readonly verdict: 'agrees' | 'differs' | 'contradicts';
}

/** Compares a fact with a statement of an extract, as far as both say something. */
export function compareStatement(
  corpus: Corpus,
  fact: Fact,
  { statement, leg }: { readonly statement: Statement; readonly leg: Leg },
): readonly Aspect[] {
  return [
    presence(fact, statement, leg),
    repetition(fact, statement),
    type(corpus, fact, statement),
    values(corpus, fact, statement),
  ].flatMap((aspect) => aspect ?? []);
}

function presence(fact: Fact, { presence: theirs, node }: Statement, leg: Leg): Aspect | undefined {
  // Of a content no fact says whether it may be absent.
  if (theirs === undefined || fact.kind === 'content') return undefined;
  const ours = presenceOn(leg, fact);
  const said = { aspect: 'presence', ours: ours ?? 'not known', theirs } as const;
  if (ours === theirs) return { ...said, verdict: 'agrees' };
  if (ours === undefined) return { ...said, verdict: 'differs' };
  // What one client always writes, others may leave out; and so may other tags than those of the fact.
  const isWider = (ours === 'sometimes' && leg === 'sent') || node.includes(ANY_TAG);
  return { ...said, verdict: isWider ? 'differs' : 'contradicts' };
}

function repetition({ occurrence }: Fact, { repeats }: Statement): Aspect | undefined {
  if (repeats === undefined || occurrence === undefined) return undefined;
  const ours = occurrence.endsWith('n');
  const word = (many: boolean): string => (many ? 'several' : 'one at most');
  const verdict = ours === repeats ? 'agrees' : ours ? 'differs' : 'contradicts';
  return { aspect: 'repetition', ours: word(ours), theirs: word(repeats), verdict };
}

/** The built-in types whose values a stated type can have; an enum is compared by its values. */
const FITTING: Readonly<Record<NonNullable<Statement['type']>, readonly string[]>> = {
  jid: ['jid'],
  int: ['int', 'timestamp'],
  bool: ['bool'],
  bytes: ['bytes', 'hex'],
};

function type(
  { definitions }: Corpus,
  { type: ours }: Fact,
  { type: theirs }: Statement,
): Aspect | undefined {
  if (ours === undefined || theirs === undefined) return undefined;
  const said = { aspect: 'type', ours, theirs } as const;
  const ofEnum = definitions.enum.get(enumOfType(ours) ?? '')?.data.values;
  if (ofEnum !== undefined) {
    const form = theirs === 'int' ? /^-?\d+$/ : theirs === 'bool' ? /^(?:true|false|0|1)$/ : undefined;
    const fits = form !== undefined && ofEnum.every(({ value }) => form.test(value));
    return { ...said, verdict: fits ? 'agrees' : 'contradicts' };
  }
  const base = baseOfType(ours, definitions.type);
  if (base === undefined) return undefined;
  if (FITTING[theirs].includes(base)) return { ...said, verdict: 'agrees' };
  return { ...said, verdict: base === 'string' ? 'differs' : 'contradicts' };
}

function values(corpus: Corpus, fact: Fact, { values: theirs }: Statement): Aspect | undefined {
  if (theirs === undefined) return undefined;
  const said = { aspect: 'values', theirs: theirs.join(', ') } as const;
  if (fact.value !== undefined) {
    const ours = String(fact.value);
    const verdict = !theirs.includes(ours) ? 'contradicts' : theirs.length === 1 ? 'agrees' : 'differs';
    return { ...said, ours, verdict };
  }
  const ofEnum = corpus.definitions.enum.get(enumOfType(fact.type) ?? '')?.data.values;
  if (ofEnum !== undefined) {
    const ours = ofEnum.map(({ value }) => value);
    const verdict = theirs.every((value) => ours.includes(value)) ? 'agrees' : 'contradicts';
    return { ...said, ours: ours.join(', '), verdict };
  }
  // Of several trees of a stanza, each may have its own constant.
  return { ...said, ours: 'any', verdict: theirs.length === 1 ? 'agrees' : 'differs' };
}
