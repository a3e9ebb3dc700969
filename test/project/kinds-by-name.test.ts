import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PAGE_KINDS, type PageKind } from '../../lib/schema/kinds.ts';

// What a kind has of its own is a key of the table of kinds, so that a new one touches no list of kinds elsewhere.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The parts of the protocol itself: the code models what is in them, and they have no key that says so. */
const MODELLED: ReadonlySet<PageKind> = new Set(['stanza', 'node', 'enum']);

/** Words that are also kinds of sources, of data or of options, so that a text cannot tell what is compared. */
const AMBIGUOUS: ReadonlySet<PageKind> = new Set(['type', 'technique', 'flavor', 'contributor', 'capture']);

/** Where another kind is named all the same. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'lib/export/json/json-of-definition.ts flow': 'Steps have their facts among their own keys in the JSON.',
  'lib/export/twins/definition-twins.ts flow': 'For the same reason they are not listed again.',
  'lib/export/twins/data-files.ts flow': 'The file of flows is named in a sentence of its own.',
  'site/model/overview/doors-of.ts flow': 'The shortest flow is the first to read.',
};

const STRICT = PAGE_KINDS.filter((kind) => !MODELLED.has(kind) && !AMBIGUOUS.has(kind));

/** Comparisons of something with a word, or with one of several words in a list. */
const COMPARISONS = [
  /(?:[=!]==|\bcase) '(\w+)'/g,
  /'(\w+)' [=!]==/g,
  /\[((?:'\w+'(?:, )?)+)\](?: as const)?\.?\)?(?:\.includes|\.some|\)\.has)/g,
  /\bof \[((?:'\w+'(?:, )?)+)\] as const/g,
];

function* comparisons(text: string): Generator<string> {
  for (const pattern of COMPARISONS) {
    for (const [, words = ''] of text.matchAll(pattern)) yield* words.match(/\w+/g) ?? [];
  }
}

const found = ['lib', 'site', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.(?:ts|astro)$/.test(name) && !name.includes('.generated.'))
    .flatMap(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const words = new Set(comparisons(readFileSync(path, 'utf8')));
      const file = relative(ROOT, path).replaceAll('\\', '/');
      return STRICT.filter((kind) => words.has(kind)).map((kind) => `${file} ${kind}`);
    }),
);

describe('the code compares with no kind by its name', () => {
  it('where the table of kinds can say it', () => {
    assert.ok(STRICT.length >= 4 && STRICT.includes('part') && STRICT.includes('machine'), STRICT.join());
    const all = found.sort();
    assert.deepEqual(all, Object.keys(EXCEPTIONS).sort(), 'Make it a key of lib/schema/kind-entry.ts.');
  });

  it('and would see such a comparison', () => {
    const seen = (text: string): string => [...comparisons(text)].join();
    assert.equal(seen("if (kind === 'part' || 'guide' !== kind) return;"), 'part,guide');
    assert.equal(seen("switch (kind) {\n    case 'machine':"), 'machine');
    assert.equal(seen("!['stanza', 'enum', 'flow'].includes(kind)"), 'stanza,enum,flow');
    assert.equal(seen("for (const kind of ['stanza', 'node'] as const) {"), 'stanza,node');
    assert.equal(seen("addresses.definition('part', id)"), '');
  });
});
