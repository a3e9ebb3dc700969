import { attributeLines, childLines, xmlLines } from './child-lines.ts';
import type { CorpusShape } from './corpus-shape.ts';
import { CHANNELS, evidence, FLAVORS, TECHNIQUES } from './evidence.ts';
import { capital, folded, randomWords, sentence, sentences, WORDS } from './random-words.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { enumCount, enumId, type StanzaNode, stanzaNode } from './stanza-node.ts';

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
    `  - title: ${capital(randomWords(random, 4))}`,
    `    url: https://example.org/${node.id}`,
  ];
  return { path: `stanzas/${node.id}.yaml`, text: `${lines.join('\n')}\n` };
}

function enumText(random: SeededRandom, i: number): string {
  const values = ['first', ...new Set(Array.from({ length: random.int(3, 20) }, () => random.pick(WORDS)))];
  return `${[
    `id: ${enumId(i)}`,
    `title: ${capital(randomWords(random, 2))} ${i}`,
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
    `title: ${capital(randomWords(random, 3))} ${i}`,
    'status: draft',
    "spec_version: '0.1.0'",
    ...folded('summary', sentences(random, 2), 0),
    'participants:',
    ...['caller', 'server', 'callee'].flatMap((id) => [`  - id: ${id}`, `    label: ${capital(id)}`]),
    'steps:',
    ...numbers.flatMap((number, n) => [
      `  - from: ${n % 2 === 0 ? 'caller' : 'callee'}`,
      `    to: ${n % 2 === 0 ? 'callee' : 'caller'}`,
      `    label: ${randomWords(random, 2)}`,
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
