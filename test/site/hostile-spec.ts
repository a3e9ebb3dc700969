import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../lib/schema/kinds.ts';
import { PATTERN_SAMPLES } from '../schema/pattern-samples.ts';
import { type Located, partsOf, resolved, type SchemaNode } from '../schema/schema-node.ts';
import { NAMES, PAYLOADS } from './hostile-payloads.ts';

/** A spec that is hostile wherever its schemas let it be. */
export interface HostileSpec {
  readonly corpus: Corpus;
  /** How many different payloads each field of text holds, by the address of the field in its schema. */
  readonly planted: ReadonlyMap<string, number>;
  /** How many each sort of text and of name holds, by the address of what their fields share. */
  readonly sorts: ReadonlyMap<string, number>;
}

/** So long a text gets at most where much longer ones are allowed, so that pages stay of a bearable size. */
const MOST_TEXT = 300;

/**
 * Makes definitions of every kind straight from their schemas: each key is there, each text is made of payloads that
 * its pattern lets through, one after the other, and each name has a meaning elsewhere.
 * @param count how many definitions of each kind that has a folder, and items of the lists of the others
 */
export function hostileSpec(count: number): HostileSpec {
  const maker = new HostileMaker(count);
  const files: Record<string, string> = {};
  for (const kind of KIND_NAMES) {
    const { at, schema } = KINDS[kind];
    const root: Located = { at: `${kind}.schema.json#`, node: schema as SchemaNode };
    if ('file' in at) {
      files[at.file] = JSON.stringify({ ...(maker.make(root, kind, 0) as object), ...FIXED[kind] });
      continue;
    }
    for (let i = 0; i < count; i += 1) {
      const id = maker.idOf(kind, i);
      note(maker.sorts, 'common.schema.json#/$defs/id', id);
      const made = maker.make(root, kind, 0) as Record<string, unknown>;
      const fixed = i % 2 === 0 ? FIXED[kind] : {};
      files[`${at.folder}/${id}.yaml`] = JSON.stringify({ ...made, id, ...fixed });
    }
  }
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 5), null, 2));
  const sizes = (seen: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> =>
    new Map([...seen].map(([at, { size }]) => [at, size]));
  return { corpus, planted: sizes(maker.planted), sorts: sizes(maker.sorts) };
}

function note(seen: Map<string, Set<string>>, at: string, one: string): void {
  seen.set(at, (seen.get(at) ?? new Set()).add(one));
}

/** Makes values that fit a schema, and remembers which payloads stand where. */
class HostileMaker {
  readonly planted = new Map<string, Set<string>>();
  readonly sorts = new Map<string, Set<string>>();
  readonly #count: number;
  readonly #next = new Map<string, number>();
  // Each kind has names of its own, so that together they have hundreds.
  readonly #names = namesThatFit(
    resolved({ at: 'common.schema.json#/$defs', node: { $ref: '#/$defs/id' } }).node.pattern,
  );

  constructor(count: number) {
    this.#count = count;
  }

  idOf(kind: Kind, i: number): string {
    const names = this.#names;
    return names[(KIND_NAMES.indexOf(kind) * this.#count + (i % this.#count)) % names.length] ?? '';
  }

  /** Which of its fields a definition gets next, in turn. */
  #turn(key: string): number {
    const n = this.#next.get(key) ?? 0;
    this.#next.set(key, n + 1);
    return n;
  }

  #text(field: string, at: string, node: SchemaNode): string {
    // What a definition has once holds more, so that all payloads come by.
    const isOnce = /#\/properties\/[a-z_]+$/.test(field);
    const fits = (value: string): boolean =>
      (node.pattern === undefined || new RegExp(node.pattern, 'u').test(value)) &&
      [...value].length <= Math.min(node.maxLength ?? Infinity, isOnce ? 4 * MOST_TEXT : MOST_TEXT);
    const usable = PAYLOADS.filter(fits);
    if (usable.length < 20) return this.#sample(at, node);
    // An address and a value of the wire stand alone: beside others they would be something else.
    const alone = /\/(?:url|wireValue)$/.test(at) || this.#turn(`${field} alone`) % 6 === 5;
    let made = '';
    for (;;) {
      const one = usable[this.#turn(field) % usable.length] ?? '';
      if (made !== '' && !fits(`${made} ${one}`)) {
        this.#next.set(field, (this.#next.get(field) ?? 1) - 1);
        return made;
      }
      made = made === '' ? one : `${made} ${one}`;
      note(this.planted, field, one);
      note(this.sorts, at, one);
      if (alone) return made;
    }
  }

  #sample(at: string, node: SchemaNode): string {
    const names = namesThatFit(node.pattern);
    const [first = 'x'] = PATTERN_SAMPLES[at]?.passing ?? [];
    if (names.length <= 20) return first;
    const one = names[this.#turn(at) % names.length] ?? first;
    note(this.sorts, at, one);
    return one;
  }

  /**
   * @param depth how many times a child stands in a child
   * @param bare whether only what must be there is
   */
  make(one: Located, key: string, depth: number, bare = false): unknown {
    const { at, node } = resolved(one);
    if (node.const !== undefined) return node.const;
    if (node.enum !== undefined) return node.enum[this.#turn(`${one.at} ${key}`) % node.enum.length];
    if (node.anyOf !== undefined) {
      const parts = partsOf({ at, node }).filter((part) => part.at.includes('/anyOf/'));
      return this.make(parts[this.#turn(at) % parts.length] as Located, key, depth);
    }
    switch (node.type) {
      case 'object': {
        const parts = partsOf({ at, node }).filter((part) => part.at.includes('/properties/'));
        return Object.fromEntries(
          parts.flatMap((part) => {
            const name = part.at.split('/').at(-1) ?? '';
            if (name === 'children' && depth > 0) return [];
            if (bare && node.required?.includes(name) !== true) return [];
            return [[name, this.make(part, name, name === 'children' ? depth + 1 : depth)]];
          }),
        );
      }
      case 'array': {
        const item = { at: `${at}/items`, node: node.items ?? {} };
        const most = Math.min(node.maxItems ?? 2, ITEMS[one.at] ?? ITEMS[key] ?? 2);
        const items = Array.from({ length: most }, () => this.make(item, key, depth));
        // Bare ones bring names, and weigh little.
        for (let left = BARE[one.at] ?? 0; left > 0; left -= 1) items.push(this.make(item, key, depth, true));
        return node.uniqueItems === true ? [...new Set(items)] : items;
      }
      case 'integer':
        return node.minimum ?? 0;
      case 'boolean':
        return this.#turn(at) % 2 === 0;
      case 'string':
        if (key in OWNERS) return this.idOf(OWNERS[key] as Kind, this.#turn(key));
        if (key === 'type' && this.#turn(key) % 2 === 0)
          return `enum:${this.idOf('enum', this.#turn('enum type'))}`;
        return this.#text(one.at, at, node);
      default:
        throw new Error(`${at} has no type that this makes`);
    }
  }
}

/** Names that a pattern lets through. */
function namesThatFit(pattern: string | undefined): readonly string[] {
  const fits = new RegExp(pattern ?? '', 'u');
  return NAMES.filter((name) => fits.test(name));
}

/** Keys that name definitions, of their kind: with the ids that there are, so that there is something to lead to. */
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
  stanza_tag: 'stanza',
  from: 'flow',
  to: 'flow',
  participants: 'flow',
};

/** Lists that stand once in a corpus are long. */
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
};

/** So many more items that have only what must be there, by the address of their list. */
const BARE: Readonly<Record<string, number>> = {
  'stanza.schema.json#/properties/attributes': 4,
  'stanza.schema.json#/properties/children': 4,
};

/** What decides where the site stands and how its links are made is as it should be; the rest of it is not. */
const FIXED: Partial<Record<Kind, object>> = {
  spec: { site: 'https://spec.example/', repository: 'https://e.example/r' },
  flavor: { repository: 'https://e.example/flavor' },
};
