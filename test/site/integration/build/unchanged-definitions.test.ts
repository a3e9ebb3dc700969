import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { tracedFiles } from '../../../../lib/node/cache/read-trace.ts';
import {
  buildInputs,
  unchangedDefinitions,
} from '../../../../site/integration/build/unchanged-definitions.ts';
import { LANGUAGE_FILES } from '../../language-files.ts';

type Files = Readonly<Record<string, string>>;

/** What stays the same when one file changes. */
function same(file: keyof typeof LANGUAGE_FILES, from: string, to: string): string[] {
  const read = (all: Files) => {
    const { files, trace } = tracedFiles(memoryFiles(all));
    const { corpus } = loadCorpus(files);
    return { corpus, inputs: buildInputs(corpus, trace(), undefined) };
  };
  assert.ok(LANGUAGE_FILES[file].includes(from), from);
  const before = read(LANGUAGE_FILES);
  const { corpus, inputs } = read({ ...LANGUAGE_FILES, [file]: LANGUAGE_FILES[file].replace(from, to) });
  return [...unchangedDefinitions(corpus, before.inputs, inputs)].filter((key) => /stanza|enum/.test(key));
}

test('a text of an envelope changes the pages of the stanzas that it is around, and those of no others', () => {
  assert.deepEqual(same('stanzas/envelope.yaml', 'Who gets it.', 'The receiver.'), [
    'stanza call-large',
    'enum reasons',
  ]);
});

test('a text of a payload does not change the page of its envelope', () => {
  assert.deepEqual(same('stanzas/call-ring.yaml', 'The payload.', 'What rings.'), [
    'stanza call-large',
    'stanza envelope',
    'enum reasons',
  ]);
});

test('a text of a shared node changes every page', () => {
  assert.deepEqual(same('nodes/te.yaml', 'The address.', 'Where it is.'), []);
});
