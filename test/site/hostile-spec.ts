import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../lib/schema/kinds.ts';
import type { SchemaNode } from '../../lib/schema/schema-node.ts';
import { type Located, partsOf, resolved } from '../schema/located-schema.ts';
import { PATTERN_SAMPLES } from '../schema/pattern-samples.ts';
import { NAMES, PAYLOADS } from './hostile-payloads.ts';

/** A spec that is as hostile as its schemas allow. */
export interface HostileSpec {
  readonly corpus: Corpus;
  /** How many different payloads each field of text holds, by the address of the field in its schema. */
  readonly planted: ReadonlyMap<string, number>;
  /** How many payloads each of these fields allows. */
  readonly usable: ReadonlyMap<string, number>;
  /** The same as planted for each type of text and name, by the address of the type in the schemas. */
  readonly sorts: ReadonlyMap<string, number>;
}

/** The longest text where much longer ones are allowed, so that pages keep a bearable size. */
const MOST_TEXT = 300;

/**
 * Makes definitions of every kind from their schemas alone: every key is present, each text is made of payloads that its
 * pattern allows, in turn, and each name has a meaning elsewhere.
 * @param count how many definitions of each kind that has a folder, and items of the lists of the others
 */
export function hostileSpec(count: number): HostileSpec {
  const texts = hostileTexts(count);
  const files: Record<string, string> = {};
  for (const kind of KIND_NAMES) {
    const { at, schema } = KINDS[kind];
    const root: Located = { at: `${kind}.schema.json#`, node: schema as SchemaNode };
    if ('file' in at) {
      files[at.file] = JSON.stringify({ ...(dataFor(root, kind, texts) as object), ...FIXED[kind] });
      continue;
    }
    for (let i = 0; i < count; i += 1) {
      const id = texts.idOf(kind, i);
      texts.note(texts.sorts, 'common.schema.json#/$defs/id', id);
      const made = dataFor(root, kind, texts) as Record<string, unknown>;
      const fixed = i % 2 === 0 ? FIXED[kind] : {};
      files[`${at.folders[i % at.folders.length]}/${id}.yaml`] = JSON.stringify({ ...made, id, ...fixed });
    }
  }
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 5), null, 2));
  const sizes = (seen: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> =>
    new Map([...seen].map(([at, { size }]) => [at, size]));
  return { corpus, planted: sizes(texts.planted), usable: texts.usable, sorts: sizes(texts.sorts) };
}

/** Where hostile texts and names come from, and where they went. */
interface HostileTexts {
  /** How often this was called with the key before. */
  turn(key: string): number;
  idOf(kind: Kind, i: number): string;
  /** A text for a field. @param at the address of what such fields share in the schemas */
  text(field: string, at: string, node: SchemaNode): string;
  note(seen: Map<string, Set<string>>, at: string, one: string): void;
  readonly planted: Map<string, Set<string>>;
  readonly usable: Map<string, number>;
  readonly sorts: Map<string, Set<string>>;
}

function hostileTexts(count: number): HostileTexts {
  const planted = new Map<string, Set<string>>();
  const usableOf = new Map<string, number>();
  const sorts = new Map<string, Set<string>>();
  const note: HostileTexts['note'] = (seen, at, one) => {
    seen.set(at, (seen.get(at) ?? new Set()).add(one));
  };
  const next = new Map<string, number>();
  const turn = (key: string): number => {
    const n = next.get(key) ?? 0;
    next.set(key, n + 1);
    return n;
  };
  const id = resolved({ at: 'common.schema.json#/$defs', node: { $ref: '#/$defs/id' } });
  const names = namesThatFit(id.node.pattern);
  const sample = (at: string, node: SchemaNode): string => {
    const fitting = namesThatFit(node.pattern);
    const [first = 'x'] = PATTERN_SAMPLES[at]?.passing ?? [];
    if (fitting.length <= 20) return first;
    const one = fitting[turn(at) % fitting.length] ?? first;
    note(sorts, at, one);
    return one;
  };
  const text: HostileTexts['text'] = (field, at, node) => {
    // A field that a definition has once gets a longer text, so that it meets all payloads.
    const isOnce = /#\/properties\/[a-z_]+$/.test(field);
    const fits = (value: string): boolean =>
      (node.pattern === undefined || new RegExp(node.pattern, 'u').test(value)) &&
      [...value].length <= Math.min(node.maxLength ?? Infinity, isOnce ? 4 * MOST_TEXT : MOST_TEXT);
    const usable = PAYLOADS.filter(fits);
    usableOf.set(field, usable.length);
    if (usable.length < 20) return sample(at, node);
    // An address and a value on the wire hold one payload: several together would be something else.
    const alone = /\/(?:url|wireValue)$/.test(at) || turn(`${field} alone`) % 6 === 5;
    let made = '';
    for (;;) {
      const one = usable[turn(field) % usable.length] ?? '';
      if (made !== '' && !fits(`${made} ${one}`)) {
        next.set(field, (next.get(field) ?? 1) - 1);
        return made;
      }
      made = made === '' ? one : `${made} ${one}`;
      note(planted, field, one);
      note(sorts, at, one);
      if (alone) return made;
    }
  };
  return {
    turn,
    // Each kind has names of its own, so that together they have hundreds.
    idOf: (kind, i) => names[(KIND_NAMES.indexOf(kind) * count + (i % count)) % names.length] ?? '',
    text,
    note,
    planted,
    usable: usableOf,
    sorts,
  };
}

/**
 * A value that a schema allows.
 * @param depth how many children it is nested in
 * @param bare whether only required keys are present
 */
function dataFor(one: Located, key: string, texts: HostileTexts, depth = 0, bare = false): unknown {
  const { turn, idOf } = texts;
  const { at, node } = resolved(one);
  if (node.const !== undefined) return node.const;
  if (node.enum !== undefined) return node.enum[turn(`${one.at} ${key}`) % node.enum.length];
  if (node.anyOf !== undefined) {
    const parts = partsOf({ at, node }).filter((part) => part.at.includes('/anyOf/'));
    return dataFor(parts[turn(at) % parts.length] as Located, key, texts, depth);
  }
  switch (node.type) {
    case 'object': {
      const parts = partsOf({ at, node }).filter((part) => part.at.includes('/properties/'));
      return Object.fromEntries(
        parts.flatMap((part) => {
          const name = part.at.split('/').at(-1) ?? '';
          if (name === 'children' && depth > 0) return [];
          if (bare && !isRequired(name, node)) return [];
          return [[name, dataFor(part, name, texts, name === 'children' ? depth + 1 : depth)]];
        }),
      );
    }
    case 'array': {
      const item = { at: `${at}/items`, node: node.items ?? {} };
      const most = Math.min(node.maxItems ?? 2, ITEMS[one.at] ?? ITEMS[key] ?? 2);
      const items = Array.from({ length: most }, () => dataFor(item, key, texts, depth));
      // Bare items add names and little weight.
      for (let left = BARE[one.at] ?? 0; left > 0; left -= 1)
        items.push(dataFor(item, key, texts, depth, true));
      return node.uniqueItems === true ? [...new Set(items)] : items;
    }
    case 'integer':
      return node.minimum ?? 0;
    case 'boolean':
      return turn(at) % 2 === 0;
    case 'string':
      if (key in OWNERS) return idOf(OWNERS[key] as Kind, turn(key));
      if (key === 'tags_from') return `enum:${idOf('enum', turn(key))}`;
      if (key === 'type' && turn(key) % 2 === 0) return `enum:${idOf('enum', turn('enum type'))}`;
      return texts.text(one.at, at, node);
    default:
      throw new Error(`no value is made for the type of ${at}`);
  }
}

/** Whether a node needs a key, be it only because it lacks another one. */
const isRequired = (name: string, { required = [], then }: SchemaNode): boolean =>
  required.includes(name) || then?.required?.includes(name) === true;

/** The hostile names that match a pattern. */
function namesThatFit(pattern: string | undefined): readonly string[] {
  const fits = new RegExp(pattern ?? '', 'u');
  return NAMES.filter((name) => fits.test(name));
}

/** Keys that refer to definitions, with their kind: they get existing ids, so that links are made. */
const OWNERS: Readonly<Record<string, Kind>> = {
  techniques: 'technique',
  technique: 'technique',
  asks: 'technique',
  flavors: 'flavor',
  derives_from: 'flavor',
  contributors: 'contributor',
  contributor: 'contributor',
  maintainers: 'contributor',
  stanza: 'stanza',
  envelope: 'stanza',
  use: 'node',
  stanza_tag: 'stanza',
  from: 'flow',
  to: 'flow',
  participants: 'flow',
};

/** The number of items in lists; lists that a corpus has once are long. */
const ITEMS: Readonly<Record<string, number>> = {
  terms: 120,
  names: 120,
  tombstones: 50,
  credits: 40,
  references: 3,
  values: 6,
  observed_values: 3,
  sources: 3,
  disputes: 1,
  settles: 1,
  tools: 1,
  attributes: 1,
  children: 1,
  examples: 1,
  steps: 1,
  'capture.schema.json#/properties/attributes': 7,
  'capture.schema.json#/properties/public': 7,
  'machine.schema.json#/$defs/transition/properties/evidence': 3,
  'node.schema.json#/properties/attributes': 3,
  'node.schema.json#/properties/children': 3,
  'type.schema.json#/properties/examples': 7,
};

/** How many more items with only their required keys a list gets, by its address. */
const BARE: Readonly<Record<string, number>> = {
  'stanza.schema.json#/properties/attributes': 4,
  'stanza.schema.json#/properties/children': 4,
};

/** Fields that decide the address of the site and its links, which get proper values in half of the definitions. */
const FIXED: Partial<Record<Kind, object>> = {
  spec: { site: 'https://spec.example/', repository: 'https://e.example/r' },
  flavor: { repository: 'https://e.example/flavor' },
};
