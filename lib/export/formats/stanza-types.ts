import { denialOf } from '../../corpus/disputes/denial-of.ts';
import { unobservedValues } from '../../corpus/disputes/unobserved-values.ts';
import { presenceOn } from '../../corpus/match/leg.ts';
import { CONFIDENCES } from '../../corpus/model/confidences.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { DefinedChild, DefinedNode } from '../../corpus/model/defined-node.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { typescriptProblem } from '../../corpus/types/typescript-problem.ts';
import { plainProse } from '../../prose/parse-prose.ts';
import type { Confidence, Enum, Stanza, Type } from '../../schema/types.generated.ts';
import { clip } from '../../text/clip.ts';
import { type TypedKind, typeNames } from './type-names.ts';
import { TYPES_PREAMBLE } from './types-preamble.ts';

/**
 * The TypeScript types of all stanzas and enums of a corpus, as the text of a declaration file. Each has a type parameter
 * for the lowest confidence to trust: facts below it are left out. Attributes are optional unless they are known to be
 * required; children that may occur more than once are lists. A second type parameter is the leg: without it, only what
 * both legs always have is required.
 */
export function stanzaTypes(corpus: Corpus): string {
  const { stanza, enum: enums, type: types } = corpus.definitions;
  const nameOf = typeNames(corpus);
  return [
    `${headOf(corpus)}\n`,
    TYPES_PREAMBLE,
    ...[...enums.values()].map(({ id, data }) => enumType(nameOf('enum', id), data)),
    ...[...types.values()].map(({ id, data }) => typeAlias(nameOf('type', id), data)),
    ...[...stanza.values()].map(({ id, data }) =>
      stanzaType(nameOf('stanza', id), data, corpus.nodeOf.stanza.get(id), contextOf(corpus)),
    ),
    mapType('Stanzas', 'All stanzas by their ids.', [...stanza.keys()], (id) => nameOf('stanza', id), 'On'),
    mapType('Enums', 'All enums by their ids.', [...enums.keys()], (id) => nameOf('enum', id), undefined),
  ].join('\n');
}

/**
 * The TypeScript type of one stanza with those of its enums, as the text of a declaration file. What all stanzas share
 * it imports.
 * @param whole the module with the types of the whole corpus, such as `../types.d.ts`
 * @throws when the corpus has no stanza of this id
 */
export function typesOfStanza(corpus: Corpus, id: string, whole: string): string {
  const { stanza, enum: enums, type: types } = corpus.definitions;
  const entry = stanza.get(id);
  if (entry === undefined) throw new Error(`no stanza ${id}`);
  const nameOf = typeNames(corpus);
  const used = new Set<string>();
  const noted = (kind: TypedKind, one: string): string => {
    used.add(keyOf(kind, one));
    return nameOf(kind, one);
  };
  const own = stanzaType(nameOf('stanza', id), entry.data, corpus.nodeOf.stanza.get(id), {
    enumName: (one) => (enums.has(one) ? noted('enum', one) : undefined),
    typeName: (one) => (types.has(one) ? noted('type', one) : undefined),
    unobserved: (fact) => unobservedValues(fact, corpus),
  });
  const others = [
    ...[...enums.values()].flatMap((one) =>
      used.has(keyOf('enum', one.id)) ? [enumType(nameOf('enum', one.id), one.data)] : [],
    ),
    ...[...types.values()].flatMap((one) =>
      used.has(keyOf('type', one.id)) ? [typeAlias(nameOf('type', one.id), one.data)] : [],
    ),
  ];
  const text = [...others, own].join('\n');
  const shared = SHARED.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return [headOf(corpus), `import type { ${shared.join(', ')} } from ${quoted(whole)};\n`, text].join('\n');
}

/** What the preamble exports and a stanza may use. */
const SHARED = [
  'AtLeast',
  'Confidence',
  'Fact',
  'Hex',
  'Jid',
  'Leg',
  'OneOf',
  'OnLeg',
  'Some',
  'Timestamp',
  'Trusted',
  'Values',
] as const;

const headOf = ({ spec: { title, version } }: Corpus): string =>
  `// Types of the stanzas of: ${comment(title)}, version ${comment(version)}. Made from the spec; do not edit.`;

const keyOf = (kind: TypedKind, id: string): string => `${kind} ${id}`;

const contextOf = (corpus: Corpus): Context => {
  const nameOf = typeNames(corpus);
  const { enum: enums, type: types } = corpus.definitions;
  return {
    enumName: (id) => (enums.has(id) ? nameOf('enum', id) : undefined),
    typeName: (id) => (types.has(id) ? nameOf('type', id) : undefined),
    unobserved: (fact) => unobservedValues(fact, corpus),
  };
};

interface Context {
  enumName(id: string): string | undefined;
  typeName(id: string): string | undefined;
  /** The values that a fact lists and nobody observed. */
  unobserved(fact: Fact): ReadonlySet<string>;
}

function enumType(name: string, { summary, values }: Enum): string {
  const rows = values.map(({ value, confidence, disputes }) => {
    const denial = denialOf(disputes);
    return denial === undefined
      ? `    ${quoted(value)}: '${confidence}';`
      : `${doc(`Do not send it. ${denial.claim}`, '    ')}    ${quoted(value)}: '${REFUTED}';`;
  });
  const table = rows.length === 0 ? '{}' : `{\n${rows.join('\n')}\n  }`;
  return `${doc(summary, '')}export type ${name}<Trust extends Confidence = 'speculative'> = Values<\n  ${table},\n  Trust\n>;\n`;
}

// A rule reports a type that is not safe to print; then the base decides.
function typeAlias(name: string, { summary, base, typescript }: Type): string {
  const isSafe = typescript !== undefined && typescriptProblem(typescript) === undefined;
  return `${doc(summary, '')}export type ${name} = ${isSafe ? typescript : VALUES[base]};\n`;
}

function stanzaType(name: string, stanza: Stanza, node: DefinedNode | undefined, context: Context): string {
  const head = doc(`${stanza.display_name}. ${plainProse(stanza.summary)}`, '');
  const type = node === undefined ? '{}' : nodeType(stanza.tag, node, '', context);
  return `${head}export interface ${name}<Trust extends Confidence = 'speculative', On extends Leg = Leg> ${type}\n`;
}

function nodeType(tag: string, node: DefinedNode, indent: string, context: Context): string {
  const inner = `${indent}  `;
  const { attributes, children, content, choices } = node;
  const rows = [`${inner}tag: ${quoted(tag)};`];
  const attributeTable = table(
    attributes.map((one) => attributeRow(one, `${inner}  `, context)),
    inner,
  );
  rows.push(`${inner}attributes: ${chosen(choices, '@', attributeTable)};`);
  if (children.length > 0) {
    const childTable = table(
      children.map((one) => childRow(one, `${inner}  `, context)),
      inner,
    );
    rows.push(`${inner}children: ${chosen(choices, '', childTable)};`);
  }
  if (content !== undefined) {
    const { confidence, description } = content;
    rows.push(
      `${doc(description, inner)}${inner}content?: '${confidence}' extends AtLeast<Trust> ? ${valueType(content, context)} : unknown;`,
    );
  }
  return `{\n${rows.join('\n')}\n${indent}}`;
}

const table = (rows: readonly string[], indent: string): string =>
  rows.length === 0
    ? '{}'
    : `Trusted<\n${indent}  {\n${rows.join('\n')}\n${indent}  },\n${indent}  Trust\n${indent}>`;

/** A type with the choices among its keys. A choice between attributes and children is in no type. */
const chosen = (choices: readonly Fact[], sign: '@' | '', type: string): string =>
  choices.reduce((inner, { choice, confidence }) => {
    const members = choice?.of ?? [];
    if (members.some((one) => one.startsWith('@') !== (sign === '@'))) return inner;
    const keys = members.map((one) => quoted(one.slice(sign.length))).join(' | ');
    return `OneOf<'${confidence}', Trust, ${choice?.occurrence === '1' ? 1 : 0}, ${keys}, ${inner}>`;
  }, type);

/** Whether something is always present, or never, by leg where they differ. */
function always(fact: Fact): string {
  const [sent, delivered] = (['sent', 'delivered'] as const).map((leg) => {
    const presence = presenceOn(leg, fact);
    return presence === 'never' ? `'never'` : String(presence === 'always');
  });
  return sent === delivered ? `${sent}` : `OnLeg<On, ${sent}, ${delivered}>`;
}

/** What is refuted is trusted by nobody who does not trust everything. */
const REFUTED: Confidence = 'unknown';

/** How sure it is that something occurs: as sure as the leg of which that is surest, where legs are rated. */
function occurs({ confidence, sent, delivered, disputes }: Fact): Confidence {
  if (denialOf(disputes) !== undefined) return REFUTED;
  const legs = [sent, delivered].flatMap((leg) =>
    typeof leg === 'object' && leg.presence !== 'never' ? [leg.confidence ?? confidence] : [],
  );
  return CONFIDENCES.find((one) => one === confidence || legs.includes(one)) ?? confidence;
}

/** The type of an attribute. Values of an enum that were observed in it are as sure as the attribute itself. */
function attributeRow(fact: Fact, indent: string, context: Context): string {
  const unobserved = context.unobserved(fact);
  const seen = fact.value !== undefined || enumOfType(fact.type) === undefined ? [] : fact.observed;
  const type = [valueType(fact, context), ...seen.filter((one) => !unobserved.has(one)).map(quoted)];
  return factRow(fact, type.join(' | '), indent);
}

function childRow({ fact, node }: DefinedChild, indent: string, context: Context): string {
  const { name: tag, occurrence } = fact;
  const one = nodeType(tag, node, `${indent}  `, context);
  const type = occurrence === '0..n' ? `${one}[]` : occurrence === '1..n' ? `Some<${one}>` : one;
  return factRow(fact, type, indent);
}

function factRow(fact: Fact, type: string, above: string): string {
  const indent = `${above}  `;
  const denial = denialOf(fact.disputes);
  const about = doc(denial === undefined ? fact.description : `Do not send it. ${denial.claim}`, indent);
  return `${about}${indent}${quoted(fact.name)}: Fact<'${occurs(fact)}', ${always(fact)}, ${type}>;`;
}

const VALUES: Readonly<Record<string, string>> = {
  string: 'string',
  int: 'number',
  hex: 'Hex',
  bytes: 'Uint8Array',
  bool: 'boolean',
  jid: 'Jid',
  timestamp: 'Timestamp',
};

/** Types whose values are not the text of the wire. */
const NOT_AS_WRITTEN: ReadonlySet<string> = new Set(['int', 'bytes', 'bool', 'timestamp']);

function valueType({ type = 'string', value }: Fact, { enumName, typeName }: Context): string {
  if (value !== undefined && !NOT_AS_WRITTEN.has(type)) return quoted(value);
  if (value !== undefined && type === 'int' && /^(0|-?[1-9]\d{0,14})$/.test(value)) return value;
  const id = enumOfType(type);
  const name = id === undefined ? undefined : enumName(id);
  return name === undefined ? (VALUES[type] ?? typeName(type) ?? 'string') : `${name}<Trust>`;
}

function mapType(
  name: string,
  about: string,
  ids: readonly string[],
  nameOf: (id: string) => string,
  leg: 'On' | undefined,
): string {
  const rows = ids.map(
    (id) => `  ${quoted(id)}: ${nameOf(id)}<Trust${leg === undefined ? '' : `, ${leg}`}>;`,
  );
  const parameter = leg === undefined ? '' : `, ${leg} extends Leg = Leg`;
  return `/** ${about} */\nexport interface ${name}<Trust extends Confidence = 'speculative'${parameter}> {\n${rows.join('\n')}\n}\n`;
}

const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const doc = (prose: string, indent: string): string =>
  `${indent}/** ${comment(clip(plainProse(prose), 300))} */\n`;

const comment = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/');
