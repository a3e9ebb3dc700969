import type { Corpus } from '../../lib/corpus/corpus.ts';
import { loadCorpus } from '../../lib/corpus/load.ts';
import { memoryFiles } from '../../lib/corpus/memory-files.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../lib/schema/kinds.ts';
import { PATTERN_SAMPLES } from '../schema/pattern-samples.ts';
import { type Located, partsOf, resolved, type SchemaNode } from '../schema/schema-node.ts';
import { HOSTILE_NAMES, PAYLOADS } from './hostile-payloads.ts';

/** A spec that is hostile wherever its schemas let it be. */
export interface HostileSpec {
  readonly corpus: Corpus;
  /** How many different payloads each field of text holds, by the address of the field in its schema. */
  readonly planted: ReadonlyMap<string, number>;
}

/** So long a text gets at most where much longer ones are allowed, so that pages stay of a bearable size. */
const MOST_TEXT = 300;

/**
 * Makes definitions of every kind straight from their schemas: each key is there, each text is made of payloads that
 * its pattern lets through, one after the other, and each name has a meaning elsewhere.
 * @param count how many definitions of each kind that has a folder, and items of the lists of the others
 */
export function hostileSpec(count: number): HostileSpec {
  const planted = new Map<string, Set<string>>();
  const next = new Map<string, number>();
  const files: Record<string, string> = {};
  /** Which of its fields a definition gets next, in turn. */
  const turn = (key: string): number => {
    const n = next.get(key) ?? 0;
    next.set(key, n + 1);
    return n;
  };
  const ids = HOSTILE_NAMES.slice(0, count);

  const text = (field: string, at: string, node: SchemaNode): string => {
    // What a definition has once holds more, so that all payloads come by.
    const isOnce = /#\/properties\/[a-z_]+$/.test(field);
    const fits = (value: string): boolean =>
      (node.pattern === undefined || new RegExp(node.pattern, 'u').test(value)) &&
      [...value].length <= Math.min(node.maxLength ?? Infinity, isOnce ? 4 * MOST_TEXT : MOST_TEXT);
    const usable = PAYLOADS.filter(fits);
    if (usable.length < 20) return sample(at, node);
    const seen = planted.get(field) ?? new Set();
    planted.set(field, seen);
    // An address and a value of the wire stand alone: beside others they would be something else.
    const alone = /\/(?:url|wireValue)$/.test(at) || turn(`${field} alone`) % 6 === 5;
    let made = '';
    for (;;) {
      const one = usable[turn(field) % usable.length] ?? '';
      if (made !== '' && !fits(`${made} ${one}`)) {
        next.set(field, (next.get(field) ?? 1) - 1);
        return made;
      }
      made = made === '' ? one : `${made} ${one}`;
      seen.add(one);
      if (alone) return made;
    }
  };
  const sample = (at: string, node: SchemaNode): string => {
    const names = HOSTILE_NAMES.filter(
      (name) => node.pattern === undefined || new RegExp(node.pattern, 'u').test(name),
    );
    const [first = 'x'] = PATTERN_SAMPLES[at]?.passing ?? [];
    return names.length > 20 ? (names[turn(at) % names.length] ?? first) : first;
  };

  /** @param depth how many times a child stands in a child */
  const make = (one: Located, key: string, depth: number): unknown => {
    const { at, node } = resolved(one);
    if (node.const !== undefined) return node.const;
    if (node.enum !== undefined) return node.enum[turn(`${one.at} ${key}`) % node.enum.length];
    if (node.anyOf !== undefined) {
      const parts = partsOf({ at, node }).filter((part) => part.at.includes('/anyOf/'));
      return make(parts[turn(at) % parts.length] as Located, key, depth);
    }
    switch (node.type) {
      case 'object': {
        const parts = partsOf({ at, node }).filter((part) => part.at.includes('/properties/'));
        return Object.fromEntries(
          parts.flatMap((part) => {
            const name = part.at.split('/').at(-1) ?? '';
            if (name === 'children' && depth > 0) return [];
            return [[name, make(part, name, name === 'children' ? depth + 1 : depth)]];
          }),
        );
      }
      case 'array': {
        const item = { at: `${at}/items`, node: node.items ?? {} };
        const most = Math.min(node.maxItems ?? 2, ITEMS[key] ?? 2);
        const items = Array.from({ length: most }, () => make(item, key, depth));
        return node.uniqueItems === true ? [...new Set(items)] : items;
      }
      case 'integer':
        return node.minimum ?? 0;
      case 'boolean':
        return turn(at) % 2 === 0;
      case 'string':
        if (NAMES.has(key)) return ids[turn(key) % ids.length];
        if (key === 'type' && turn(key) % 2 === 0) return `enum:${ids[turn('enum type') % ids.length]}`;
        return text(one.at, at, node);
      default:
        throw new Error(`${at} has no type that this makes`);
    }
  };

  for (const kind of KIND_NAMES) {
    const { at, schema } = KINDS[kind];
    const root: Located = { at: `${kind}.schema.json#`, node: schema as SchemaNode };
    if ('file' in at) {
      files[at.file] = JSON.stringify({ ...(make(root, kind, 0) as object), ...FIXED[kind] });
      continue;
    }
    for (const [i, id] of ids.entries()) {
      const made = make(root, kind, 0) as Record<string, unknown>;
      const fixed = i % 2 === 0 ? FIXED[kind] : {};
      files[`${at.folder}/${id}.yaml`] = JSON.stringify({ ...made, id, ...fixed });
    }
  }
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 5), null, 2));
  return { corpus, planted: new Map([...planted].map(([at, seen]) => [at, seen.size])) };
}

/** Keys that name definitions: with the ids that there are, so that there is something to lead to. */
const NAMES: ReadonlySet<string> = new Set([
  ...[
    'techniques',
    'flavors',
    'contributors',
    'derives_from',
    'maintainers',
    'asks',
    'stanza',
    'technique',
    'contributor',
  ],
  ...['from', 'to', 'participants', 'stanza_tag'],
]);

/** Lists that stand once in a corpus are long. */
const ITEMS: Readonly<Record<string, number>> = {
  terms: 120,
  names: 120,
  tombstones: 50,
  credits: 40,
  values: 4,
  observed_values: 3,
  sources: 3,
  disputes: 1,
  settles: 1,
  tools: 1,
  attributes: 1,
  children: 1,
  examples: 1,
  steps: 1,
};

/** What decides where the site stands and how its links are made is as it should be; the rest of it is not. */
const FIXED: Partial<Record<Kind, object>> = {
  spec: { site: 'https://spec.example/', repository: 'https://e.example/r' },
  flavor: { repository: 'https://e.example/flavor' },
};
