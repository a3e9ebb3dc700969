import type { CorpusShape } from './corpus-shape.ts';
import { randomWords, WORDS } from './random-words.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

export interface AttributeNode {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly value: string;
}

export interface ChildNode {
  readonly tag: string;
  readonly attributes: readonly AttributeNode[];
  readonly children: readonly ChildNode[];
}

export interface StanzaNode extends ChildNode {
  readonly id: string;
  readonly words: string;
}

export const enumCount = (stanzas: number): number => Math.max(1, Math.ceil(stanzas / 10));
export const enumId = (i: number): string => `values-${i}`;

/** What a fact costs in lines, and a stanza beside its facts. */
const LINES_OF_FACT = 13;
const LINES_AROUND = 44;

/** The structure of a stanza: most are small, some are many times as large, as in spec/. */
export function stanzaNode({ stanzas, lines, seed }: CorpusShape, i: number): StanzaNode {
  const random = seededRandom(seed * 1_000_003 + 150_000_011 + i * 7919);
  const mean = Math.max(3, (lines - LINES_AROUND) / LINES_OF_FACT);
  const spread = random.chance(10) ? random.int(20, 35) : random.int(4, 14);
  const facts = Math.max(3, Math.round((mean * spread) / 10.85));
  const first = randomWords(random, 1);
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
