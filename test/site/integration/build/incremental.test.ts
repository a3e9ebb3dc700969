import assert from 'node:assert/strict';
import { readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateCorpus, generateStanza } from '../../../../bench/corpus/generate-corpus.ts';
import { type SeededRandom, seededRandom } from '../../../../bench/corpus/seeded-random.ts';
import { build as main } from '../../../../scripts/build.ts';
import { tempFolder } from '../../../helpers/temp-spec.ts';
import { testIo } from '../../../helpers/test-io.ts';
import { THOROUGH } from '../../../helpers/thorough.ts';

const SHAPE = { stanzas: 24, lines: 90, seed: 11 };

/** A change of one file of a spec, and whether it changes only texts. */
interface Edit {
  readonly name: string;
  readonly isText: boolean;
  make(random: SeededRandom): Promise<void>;
}

function editsOf(root: string): readonly Edit[] {
  const change = async (path: string, from: RegExp, to: string): Promise<void> => {
    const text = await readFile(join(root, path), 'utf8');
    assert.match(text, from, path);
    await writeFile(join(root, path), text.replace(from, to));
  };
  const some = async (folder: string, random: SeededRandom): Promise<string> =>
    `${folder}/${random.pick((await readdir(join(root, folder))).sort())}`;
  let n = 0;
  const text = (name: string, folder: string, from: RegExp, to: () => string): Edit => ({
    name,
    isText: true,
    make: async (random) => change(await some(folder, random), from, to()),
  });
  return [
    text(
      'the summary of a stanza',
      'stanzas',
      /^summary: .*\n/m,
      () => `summary: >-\n  Other words ${++n}.\n`,
    ),
    text('a description', 'stanzas', /description: .*\n/, () => `description: Another word ${++n}.\n`),
    text('the notes', 'stanzas', /^notes: .*\n/m, () => `notes: >-\n  Other notes ${++n}.\n`),
    text('the note of an example', 'stanzas', /note: .*\n/, () => `note: Synthetic again, ${++n}.\n`),
    text(
      'what a technique is',
      'techniques',
      /^summary: .*\n/m,
      () => `summary: >-\n  Other words ${++n}.\n`,
    ),
    text('the summary of an enum', 'enums', /^summary: .*\n/m, () => `summary: >-\n  Other words ${++n}.\n`),
    text('the summary of a flow', 'flows', /^summary: .*\n/m, () => `summary: >-\n  Other words ${++n}.\n`),
    {
      name: 'another edition of a stanza',
      isText: true,
      async make(random) {
        const { path, text } = generateStanza(SHAPE, random.int(0, SHAPE.stanzas - 1), ++n);
        await writeFile(join(root, path), text);
      },
    },
    {
      name: 'a question, which captures and techniques show',
      isText: false,
      make: async (random) =>
        change(await some('stanzas', random), /question: .*\n/, `question: >-\n      What else, ${++n}?\n`),
    },
    {
      name: 'the name of a stanza, which others show',
      isText: false,
      make: async (random) =>
        change(await some('stanzas', random), /^display_name: .*$/m, `display_name: Named ${++n}`),
    },
    {
      name: 'a confidence, which counts on every page',
      isText: false,
      make: async (random) =>
        change(await some('stanzas', random), /confidence: speculative/, 'confidence: unknown'),
    },
    {
      name: 'a flavor, which facts name',
      isText: false,
      make: async (random) => change(await some('flavors', random), /^name: .*$/m, `name: Flavor ${++n}`),
    },
    {
      name: 'the glossary, which explains words on every page',
      isText: false,
      make: () => change('glossary.yaml', /definition: .*\n/, `definition: >-\n      Meant so, ${++n}.\n`),
    },
    {
      name: 'a stanza that is gone',
      isText: false,
      make: (random) => unlinkOne(root, random),
    },
  ];
}

async function unlinkOne(root: string, random: SeededRandom): Promise<void> {
  // A stanza that no flow sends, since a reference to it would be an error.
  const flows = await Promise.all(
    (await readdir(join(root, 'flows'))).map((name) => readFile(join(root, 'flows', name), 'utf8')),
  );
  const free = (await readdir(join(root, 'stanzas')))
    .sort()
    .filter((name) => flows.every((flow) => !flow.includes(name.replace('.yaml', ''))));
  await unlink(join(root, 'stanzas', random.pick(free)));
}

const filesIn = async (root: string): Promise<Map<string, Buffer>> => {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(root.length + 1), await readFile(path));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
};

test('after random edits an incremental build equals a clean one, byte for byte; a changed text renders only its own pages', async (t) => {
  const root = await tempFolder(
    t,
    Object.fromEntries([...generateCorpus(SHAPE)].map(({ path, text }) => [`spec/${path}`, text])),
  );
  const random = seededRandom(3);
  const edits = editsOf(join(root, 'spec'));
  const build = async (out: string): Promise<void> => {
    const io = testIo({ cwd: root });
    assert.equal(await main(['--out', out], io), 0, io.stdout() + io.stderr());
  };
  const inodes = async (): Promise<Map<string, number>> => {
    const known = new Map<string, number>();
    for (const path of (await filesIn(join(root, 'dist'))).keys())
      known.set(path, (await stat(join(root, 'dist', path))).ino);
    return known;
  };
  const assertClean = async (after: string): Promise<void> => {
    await rm(join(root, 'clean'), { recursive: true, force: true });
    await build('clean');
    const [made, expected] = [await filesIn(join(root, 'dist')), await filesIn(join(root, 'clean'))];
    assert.deepEqual([...made.keys()], [...expected.keys()], after);
    for (const [path, bytes] of expected) assert.ok(made.get(path)?.equals(bytes), `${after}: ${path}`);
  };
  await build('dist');
  // Every edit by itself, where there is time for it.
  const rounds = THOROUGH ? edits.length : 0;
  const texts = random.some(
    edits.filter(({ isText }) => isText),
    2,
  );
  const others = random.some(
    edits.filter(({ isText }) => !isText),
    1,
  );
  const chosen =
    rounds > 0
      ? Array.from({ length: rounds }, (_, i) => edits[i] ?? random.pick(edits))
      : [...texts, ...others];
  for (const [i, edit] of chosen.entries()) {
    const before = await inodes();
    await edit.make(random);
    await build('dist');
    const kept = [...(await inodes())].filter(([path, inode]) => before.get(path) === inode);
    if (edit.isText) assert.ok(kept.length > 100, `${edit.name}: ${kept.length} files were kept`);
    // A page that is stale after one change of texts is still stale after the next one.
    if (rounds > 0 || chosen[i + 1]?.isText !== true) await assertClean(`${i}, ${edit.name}`);
  }
});
