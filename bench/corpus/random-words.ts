import type { SeededRandom } from './seeded-random.ts';

export const WORDS = (
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

/** Some words after one another. */
export const randomWords = (random: SeededRandom, n: number): string =>
  Array.from({ length: n }, () => random.pick(WORDS)).join(' ');

/** With its first letter in upper case. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const sentence = (random: SeededRandom): string =>
  `${capital(`the ${randomWords(random, 2)} ${random.pick(VERBS)} the ${randomWords(random, 2)} of a ${randomWords(random, 2)}`)}.`;

export const sentences = (random: SeededRandom, n: number): string =>
  Array.from({ length: n }, () => sentence(random)).join(' ');

/** A key with its text as a folded block, at the width at which people write it. */
export function folded(key: string, text: string, indent: number): string[] {
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
