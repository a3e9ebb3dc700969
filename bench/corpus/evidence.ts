import { folded, sentence, WORDS } from './random-words.ts';
import type { SeededRandom } from './seeded-random.ts';

export const TECHNIQUES = [
  'baileys-instrumentation',
  'frida-hooking',
  'memory-dump',
  'mitm-tls',
  'static-smali-analysis',
  'wasm-analysis',
  'web-bundle-analysis',
  'websocket-capture',
] as const;

export const CHANNELS = ['wire', 'runtime', 'runtime', 'wire', 'code', 'code', 'code', 'wire'] as const;

export const FLAVORS = Array.from({ length: 20 }, (_, i) => `flavor-${String.fromCharCode(97 + i)}`);

const place = (random: SeededRandom, flavor: string): string =>
  `${flavor}:src/${random.pick(WORDS)}/${random.pick(WORDS)}.ts#L${random.int(1, 400)}-L${random.int(401, 900)}`;

/** How sure a fact is, and what it rests on. @param between what stands between the two */
export function evidence(random: SeededRandom, indent: number, between: () => readonly string[]): string[] {
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
    ...(confidence === 'speculative' ? [`${pad}rated_lower: Nobody has seen it sent.`] : []),
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
