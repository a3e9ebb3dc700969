import { type SeededRandom, seededRandom } from './seeded-random.ts';

export interface CorpusShape {
  /** How many stanzas it has; the other kinds grow with them. */
  readonly stanzas: number;
  /** About so many lines a stanza has. */
  readonly lines: number;
  readonly seed: number;
}

/** A file of a generated spec. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * A spec of any size that is valid and free of warnings, shaped like spec/: stanzas nested up to four deep, facts
 * with techniques, flavors and sources, disputes, questions with predicates, examples that fit, enums that are used,
 * flows, captures, registries. Equal shapes give equal bytes. A stanza depends on its number and the seed alone,
 * so that one can be made anew without the others.
 */
export function* generateCorpus(shape: CorpusShape): Generator<GeneratedFile> {
  const { stanzas, seed } = shape;
  const kindSeed = (kind: number, i: number): number => seed * 1_000_003 + kind * 50_000_017 + i * 7919;
  yield { path: 'spec.yaml', text: SPEC };
  yield { path: 'glossary.yaml', text: glossary(seededRandom(kindSeed(1, 0))) };
  for (let i = 0; i < stanzas; i += 1) yield generateStanza(shape, i);
  for (let i = 0; i < enumCount(stanzas); i += 1) {
    yield { path: `enums/${enumId(i)}.yaml`, text: enumText(seededRandom(kindSeed(3, i)), i) };
  }
  for (let i = 0; i < Math.ceil(stanzas / 50); i += 1) {
    yield { path: `flows/flow-${i}.yaml`, text: flowText(seededRandom(kindSeed(4, i)), i, shape) };
  }
  for (const id of TECHNIQUES) yield { path: `techniques/${id}.yaml`, text: techniqueText(id) };
  for (const [i, id] of FLAVORS.entries()) yield { path: `flavors/${id}.yaml`, text: flavorText(id, i) };
  for (let i = 0; i < Math.ceil(stanzas / 100); i += 1) {
    const node = stanzaNode(shape, (i * 37) % stanzas);
    yield { path: `captures/capture-${i}.yaml`, text: captureText(node, i) };
  }
}

/** One stanza of a generated spec. @param edition another one has other words, and the same facts */
export function generateStanza(shape: CorpusShape, i: number, edition = 0): GeneratedFile {
  const node = stanzaNode(shape, i);
  const random = seededRandom(shape.seed * 1_000_003 + 100_000_007 + i * 7919);
  const lines = [
    `id: ${node.id}`,
    `tag: ${node.tag}`,
    `display_name: ${capital(node.words)} ${i}`,
    `category: ${random.pick(['signaling', 'keying', 'media', 'transport'])}`,
    'direction: [outgoing, incoming]',
    'status: draft',
    "spec_version: '0.1.0'",
    ...folded('summary', `${sentences(random, 4)}${edition === 0 ? '' : ` Edition ${edition}.`}`, 0),
    'attributes:',
    ...node.attributes.flatMap((one) => attributeLines(random, one, 2)),
    'children:',
    ...node.children.flatMap((one) => childLines(random, one, 2)),
    'examples:',
    `  - title: An illustrative ${node.words} (synthetic)`,
    '    format: xml',
    '    body: |-',
    ...xmlLines(node, 6),
    ...folded('note', 'Synthetic, not a real capture.', 4),
    ...folded('notes', sentences(random, 3), 0),
    'open_questions:',
    `  - id: question-${i}-1`,
    ...folded('question', `${sentence(random).slice(0, -1)}?`, 4),
    '    status: open',
    `    asks: [${random.some(TECHNIQUES, 2).join(', ')}]`,
    '    settles:',
    `      - if: ${node.children[0]?.tag}@${node.children[0]?.attributes[0]?.name} = 'first'`,
    `        then: ${sentence(random)}`,
    'references:',
    `  - title: ${capital(words(random, 4))}`,
    `    url: https://example.org/${node.id}`,
  ];
  return { path: `stanzas/${node.id}.yaml`, text: `${lines.join('\n')}\n` };
}

const TECHNIQUES = [
  'baileys-instrumentation',
  'frida-hooking',
  'memory-dump',
  'mitm-tls',
  'static-smali-analysis',
  'wasm-analysis',
  'web-bundle-analysis',
  'websocket-capture',
] as const;

const CHANNELS = ['wire', 'runtime', 'runtime', 'wire', 'code', 'code', 'code', 'wire'] as const;

const FLAVORS = Array.from({ length: 20 }, (_, i) => `flavor-${String.fromCharCode(97 + i)}`);

const WORDS = (
  'account address answer attribute audio busy caller callee candidate channel client codec connection content ' +
  'creator device duration element endpoint engine entry event frame group header hint identity interval key latency ' +
  'layer level link list log media member message method mode name network node notice number offer option order ' +
  'packet parameter participant path payload peer platform port priority probe protocol quality rate reason receipt ' +
  'record relay request response retry round route secret sender server session signal socket source state stream ' +
  'stanza status subset symbol target timer token track transport type update user value version video voice window'
).split(' ');

const VERBS = [
  'carries',
  'names',
  'repeats',
  'limits',
  'selects',
  'replaces',
  'precedes',
  'answers',
] as const;

const words = (random: SeededRandom, n: number): string =>
  Array.from({ length: n }, () => random.pick(WORDS)).join(' ');

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const sentence = (random: SeededRandom): string =>
  `${capital(`the ${words(random, 2)} ${random.pick(VERBS)} the ${words(random, 2)} of a ${words(random, 2)}`)}.`;

const sentences = (random: SeededRandom, n: number): string =>
  Array.from({ length: n }, () => sentence(random)).join(' ');

/** A key with its text as a folded block, at the width at which people write it. */
function folded(key: string, text: string, indent: number): string[] {
  const pad = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > 104 - indent) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return [`${pad}${key}: >-`, ...lines.map((one) => `${pad}  ${one}`)];
}

interface AttributeNode {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly value: string;
}

interface ChildNode {
  readonly tag: string;
  readonly attributes: readonly AttributeNode[];
  readonly children: readonly ChildNode[];
}

interface StanzaNode extends ChildNode {
  readonly id: string;
  readonly words: string;
}

const enumCount = (stanzas: number): number => Math.max(1, Math.ceil(stanzas / 10));
const enumId = (i: number): string => `values-${i}`;

/** What a fact costs in lines, and a stanza beside its facts. */
const LINES_OF_FACT = 13;
const LINES_AROUND = 44;

/** The structure of a stanza: most are small, some are many times as large, as in spec/. */
function stanzaNode({ stanzas, lines, seed }: CorpusShape, i: number): StanzaNode {
  const random = seededRandom(seed * 1_000_003 + 150_000_011 + i * 7919);
  const mean = Math.max(3, (lines - LINES_AROUND) / LINES_OF_FACT);
  const spread = random.chance(10) ? random.int(20, 35) : random.int(4, 14);
  const facts = Math.max(3, Math.round((mean * spread) / 10.85));
  const first = words(random, 1);
  const own = Math.max(1, Math.round(facts * 0.3));
  return {
    id: `${first}-${i}`,
    words: first,
    tag: 'call',
    attributes: attributes(random, own, stanzas),
    children: children(random, facts - own, stanzas, 1),
  };
}

function attributes(random: SeededRandom, count: number, stanzas: number): AttributeNode[] {
  const names = new Set<string>();
  for (let i = 0; i < count; i += 1) {
    const name = `${random.pick(WORDS)}-${random.pick(WORDS)}`;
    names.add(names.has(name) ? `${name}-${i}` : name);
  }
  return [...names].map((name) => {
    const kind = random.int(0, 9);
    const required = random.chance(50);
    if (kind < 2) {
      return {
        name,
        type: `enum:${enumId(random.int(0, enumCount(stanzas) - 1))}`,
        required,
        value: 'first',
      };
    }
    if (kind < 4) return { name, type: 'jid', required, value: 'A@s.whatsapp.net' };
    if (kind < 6) return { name, type: 'int', required, value: String(random.int(0, 9)) };
    return { name, type: 'string', required, value: `${name.slice(0, 4).toUpperCase()}-synthetic` };
  });
}

/** Children that hold so many facts: themselves, their attributes, and what is nested in them. */
function children(random: SeededRandom, facts: number, stanzas: number, depth: number): ChildNode[] {
  const nodes: ChildNode[] = [];
  let left = facts;
  while (left > 0) {
    const inside = depth < 4 && left > 4 && random.chance(60) ? random.int(2, Math.min(left - 2, 8)) : 0;
    const own = Math.min(Math.max(1, left - inside - 1), random.int(1, 5));
    nodes.push({
      tag: `${random.pick(WORDS)}_${nodes.length}`,
      attributes: attributes(random, own, stanzas),
      children: inside === 0 ? [] : children(random, inside, stanzas, depth + 1),
    });
    left -= 1 + own + inside;
  }
  return nodes;
}

function attributeLines(random: SeededRandom, one: AttributeNode, indent: number): string[] {
  const pad = ' '.repeat(indent);
  return [
    `${pad}- name: ${one.name}`,
    `${pad}  type: ${one.type}`,
    `${pad}  required: ${one.required}`,
    ...evidence(random, indent + 2, () => [
      ...folded('description', sentences(random, random.int(1, 2)), indent + 2),
      `${pad}  observed_values: ['${one.value}']`,
    ]),
  ];
}

function childLines(random: SeededRandom, one: ChildNode, indent: number): string[] {
  const pad = ' '.repeat(indent);
  return [
    `${pad}- tag: ${one.tag}`,
    `${pad}  occurrence: '0..1'`,
    ...evidence(random, indent + 2, () => folded('description', sentences(random, 2), indent + 2)),
    `${pad}  attributes:`,
    ...one.attributes.flatMap((inner) => attributeLines(random, inner, indent + 4)),
    ...(one.children.length === 0
      ? []
      : [`${pad}  children:`, ...one.children.flatMap((inner) => childLines(random, inner, indent + 4))]),
  ];
}

const place = (random: SeededRandom, flavor: string): string =>
  `${flavor}:src/${random.pick(WORDS)}/${random.pick(WORDS)}.ts#L${random.int(1, 400)}-L${random.int(401, 900)}`;

function evidence(random: SeededRandom, indent: number, between: () => readonly string[]): string[] {
  const pad = ' '.repeat(indent);
  const grade = random.int(0, 99);
  const confidence = grade < 8 ? 'confirmed' : grade < 75 ? 'probable' : 'speculative';
  const flavors = random.some(FLAVORS, random.int(1, 3));
  const techniques =
    confidence === 'confirmed'
      ? ['frida-hooking', 'websocket-capture']
      : random.chance(40)
        ? [random.pick(TECHNIQUES)]
        : [];
  return [
    `${pad}confidence: ${confidence}`,
    ...between(),
    `${pad}provenance:`,
    ...(techniques.length === 0 ? [] : [`${pad}  techniques: [${techniques.join(', ')}]`]),
    `${pad}  flavors: [${flavors.join(', ')}]`,
    `${pad}  sources:`,
    ...flavors.map((flavor) => `${pad}    - ${place(random, flavor)}`),
    ...(confidence === 'confirmed'
      ? [
          `${pad}    - https://example.org/issues/${random.int(1, 999)}`,
          `${pad}    - '#${random.int(1, 99)}'`,
        ]
      : []),
    ...(random.chance(10)
      ? [
          `${pad}disputes:`,
          ...folded('- claim', sentence(random), indent + 2).map((line, i) => (i === 0 ? line : `  ${line}`)),
          `${pad}    flavors: [${random.pick(FLAVORS)}]`,
          `${pad}    sources: ['https://example.org/claims/${random.int(1, 999)}']`,
        ]
      : []),
  ];
}

function xmlLines(node: ChildNode, indent: number): string[] {
  const pad = ' '.repeat(indent);
  const shown = node.attributes.map(({ name, value }) => ` ${name}="${value}"`).join('');
  if (node.children.length === 0) return [`${pad}<${node.tag}${shown}/>`];
  return [
    `${pad}<${node.tag}${shown}>`,
    ...node.children.flatMap((one) => xmlLines(one, indent + 2)),
    `${pad}</${node.tag}>`,
  ];
}

function enumText(random: SeededRandom, i: number): string {
  const values = ['first', ...new Set(Array.from({ length: random.int(3, 20) }, () => random.pick(WORDS)))];
  return `${[
    `id: ${enumId(i)}`,
    `title: ${capital(words(random, 2))} ${i}`,
    'status: draft',
    ...folded('summary', sentences(random, 2), 0),
    'values:',
    ...values.flatMap((value) => [
      `  - value: '${value}'`,
      ...evidence(random, 4, () => folded('description', sentence(random), 4)),
    ]),
  ].join('\n')}\n`;
}

function flowText(random: SeededRandom, i: number, shape: CorpusShape): string {
  const numbers = Array.from({ length: random.int(3, 8) }, () => random.int(0, shape.stanzas - 1));
  return `${[
    `id: flow-${i}`,
    `title: ${capital(words(random, 3))} ${i}`,
    'status: draft',
    "spec_version: '0.1.0'",
    ...folded('summary', sentences(random, 2), 0),
    'participants:',
    ...['caller', 'server', 'callee'].flatMap((id) => [`  - id: ${id}`, `    label: ${capital(id)}`]),
    'steps:',
    ...numbers.flatMap((number, n) => [
      `  - from: ${n % 2 === 0 ? 'caller' : 'callee'}`,
      `    to: ${n % 2 === 0 ? 'callee' : 'caller'}`,
      `    label: ${words(random, 2)}`,
      `    stanza: ${stanzaNode(shape, number).id}`,
      ...evidence(random, 4, () => folded('note', sentence(random), 4)),
    ]),
  ].join('\n')}\n`;
}

const SPEC = `title: A generated spec
version: '0.1.0'
summary: Made by the benchmark; it says nothing about anything.
repository: https://github.com/example/generated
site: https://example.org/
`;

const glossary = (random: SeededRandom): string =>
  `terms:\n${['relay candidate', 'peer session', 'media stream', 'retry interval']
    .map((term) => `  - term: ${term}\n    definition: ${sentence(random)}\n`)
    .join('')}`;

function techniqueText(id: (typeof TECHNIQUES)[number]): string {
  const channel = CHANNELS[TECHNIQUES.indexOf(id)];
  return `id: ${id}
title: ${capital(id.replaceAll('-', ' '))}
status: draft
maturity: established
channel: ${channel}
summary: A way of observing the protocol.
targets: [Application]
strengths: [It sees a lot.]
limitations: [It does not see all.]
tooling: [A tool]
`;
}

const flavorText = (id: string, i: number): string => `id: ${id}
name: ${capital(id.replaceAll('-', ' '))}
repository: https://github.com/example/${id}
commit: '${(i + 1).toString(16).padStart(40, '0')}'
language: TypeScript
maturity: working
status: draft
description: A generated flavor.
${i >= 15 ? `derives_from: [${FLAVORS[i - 15]}]\n` : ''}`;

function captureText(node: StanzaNode, i: number): string {
  return `${[
    `id: capture-${i}`,
    `title: A generated ${node.words} (synthetic)`,
    'status: draft',
    'kind: synthetic',
    'source:',
    '  technique: websocket-capture',
    'stanza_tag: call',
    'direction: incoming',
    'confidence: speculative',
    'raw:',
    '  format: xml',
    '  body: |-',
    ...xmlLines(node, 4),
    'sanitized: true',
    'notes: Made up, and evidence for nothing.',
  ].join('\n')}\n`;
}
