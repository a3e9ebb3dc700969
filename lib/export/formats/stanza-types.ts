import { presenceOn } from '../../corpus/match/leg.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { DefinedChild, DefinedNode } from '../../corpus/model/defined-node.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { typescriptProblem } from '../../corpus/types/typescript-problem.ts';
import { plainProse } from '../../prose/parse-prose.ts';
import type { Confidence, Enum, Stanza, Type } from '../../schema/types.generated.ts';
import { clip } from '../../text/clip.ts';

/** The declarations before the types of a corpus. */
const PREAMBLE = `/** How sure a fact is, the surest first. */
export type Confidence = 'confirmed' | 'probable' | 'speculative' | 'unknown';

/** The confidences that are at least as high. */
export type AtLeast<Trust extends Confidence> = {
  confirmed: 'confirmed';
  probable: 'confirmed' | 'probable';
  speculative: 'confirmed' | 'probable' | 'speculative';
  unknown: Confidence;
}[Trust];

/** The way of a stanza from its sender to the server, or from the server to its receiver. */
export type Leg = 'sent' | 'delivered';

/** A fact in a table: its confidence, whether its subject is always present, or never, and the type of that. */
export interface Fact<Sure extends Confidence, Always extends boolean | 'never', Type> {
  sure: Sure;
  always: Always;
  type: Type;
}

/** Whether something is always present, or never, on a leg: of both legs where they are not told apart. */
export type OnLeg<On extends Leg, Sent, Delivered> = On extends 'sent' ? Sent : Delivered;

type TypeOf<One> = One extends { type: infer Type } ? Type : never;
type Flat<Type> = { [Key in keyof Type]: Type[Key] };

/** The facts of a table with enough confidence, as properties; optional if they may be absent. */
export type Trusted<Table, Trust extends Confidence> = Flat<
  {
    [Key in keyof Table as Table[Key] extends Fact<AtLeast<Trust>, true, unknown> ? Key : never]: TypeOf<Table[Key]>;
  } & {
    [Key in keyof Table as Table[Key] extends Fact<AtLeast<Trust>, true, unknown> | Fact<AtLeast<Trust>, 'never', unknown>
      ? never
      : Table[Key] extends Fact<AtLeast<Trust>, boolean | 'never', unknown> ? Key : never]?: TypeOf<Table[Key]>;
  }
>;

type OneIn<All, Keys extends keyof All> = {
  [Key in Keys]-?: All & Required<Pick<All, Key>> & { [Other in Exclude<Keys, Key>]?: undefined };
}[Keys];
type NoneIn<All, Keys extends keyof All> = All & { [Key in Keys]?: undefined };

/** Properties of which exactly one, or at most one, is present, if that and all of them are trusted. */
export type OneOf<Sure extends Confidence, Trust extends Confidence, Least extends 0 | 1, Keys, All> = [Sure] extends [AtLeast<Trust>]
  ? [Keys] extends [keyof All] ? OneIn<All, Keys> | (Least extends 0 ? NoneIn<All, Keys> : never) : All
  : All;

type Sure<Table, Trust extends Confidence> = {
  [Key in keyof Table]: Table[Key] extends AtLeast<Trust> ? Key : never;
}[keyof Table];

/** The values of an enum with enough confidence; string if there are none. */
export type Values<Table, Trust extends Confidence> = [Sure<Table, Trust>] extends [never] ? string : Sure<Table, Trust>;

/** One or more. */
export type Some<One> = [One, ...One[]];

/** A user, a device or a server. */
export type Jid = string;

/** Seconds since 1970. */
export type Timestamp = number;

/** Bytes as hexadecimal digits. */
export type Hex = string;
`;

/**
 * The TypeScript types of all stanzas and enums of a corpus, as the text of a declaration file. Each has a type parameter
 * for the lowest confidence to trust: facts below it are left out. Attributes are optional unless they are known to be
 * required; children that may occur more than once are lists. A second type parameter is the leg: without it, only what
 * both legs always have is required.
 */
export function stanzaTypes(corpus: Corpus): string {
  const { stanza, enum: enums, type: types } = corpus.definitions;
  const { title, version } = corpus.spec;
  const names = namesOf([
    ...[...stanza.keys()].map(ofStanza),
    ...[...enums.keys()].map(ofEnum),
    ...[...types.keys()].map(ofType),
  ]);
  const context: Context = {
    enumName: (id) => names.get(ofEnum(id)),
    typeName: (id) => names.get(ofType(id)),
  };
  const nameOf = (key: string): string => names.get(key) ?? '';
  return [
    `// Types of the stanzas of: ${comment(title)}, version ${comment(version)}. Made from the spec; do not edit.\n`,
    PREAMBLE,
    ...[...enums.values()].map(({ id, data }) => enumType(nameOf(ofEnum(id)), data)),
    ...[...types.values()].map(({ id, data }) => typeAlias(nameOf(ofType(id)), data)),
    ...[...stanza.values()].map(({ id, data }) =>
      stanzaType(nameOf(ofStanza(id)), data, corpus.nodeOf.stanza.get(id), context),
    ),
    mapType('Stanzas', 'All stanzas by their ids.', [...stanza.keys()], (id) => nameOf(ofStanza(id)), 'On'),
    mapType('Enums', 'All enums by their ids.', [...enums.keys()], (id) => nameOf(ofEnum(id)), undefined),
  ].join('\n');
}

interface Context {
  enumName(id: string): string | undefined;
  typeName(id: string): string | undefined;
}

const ofStanza = (id: string): string => `stanza ${id}`;
const ofEnum = (id: string): string => `enum ${id}`;
const ofType = (id: string): string => `type ${id}`;

const RESERVED =
  'Confidence AtLeast Fact TypeOf Flat Trusted Sure Values Some Jid Timestamp Hex Stanzas Enums Uint8Array Leg OnLeg On OneOf OneIn NoneIn Trust Type Table Key';

/** A unique name for each definition: its id in PascalCase, with a number if that is taken. */
function namesOf(keys: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(RESERVED.split(' '));
  const names = new Map<string, string>();
  for (const key of keys) {
    const id = key.slice(key.indexOf(' ') + 1);
    const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    const pascal = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
    const base = /^\d/.test(pascal) ? `_${pascal}` : pascal;
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${base}${i}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

function enumType(name: string, { summary, values }: Enum): string {
  const rows = values.map(({ value, confidence }) => `    ${quoted(value)}: '${confidence}';`);
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

function attributeRow(fact: Fact, indent: string, context: Context): string {
  const { name, confidence, description } = fact;
  return factRow(name, confidence, always(fact), valueType(fact, context), description, `${indent}  `);
}

function childRow({ fact, node }: DefinedChild, indent: string, context: Context): string {
  const { name: tag, occurrence, confidence, description } = fact;
  const inside = `${indent}  `;
  const one = nodeType(tag, node, inside, context);
  const type = occurrence === '0..n' ? `${one}[]` : occurrence === '1..n' ? `Some<${one}>` : one;
  return factRow(tag, confidence, always(fact), type, description, inside);
}

function factRow(
  name: string,
  confidence: Confidence,
  presence: string,
  type: string,
  description: string,
  indent: string,
): string {
  return `${doc(description, indent)}${indent}${quoted(name)}: Fact<'${confidence}', ${presence}, ${type}>;`;
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
