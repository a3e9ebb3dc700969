import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import {
  type DefinitionFile,
  type DefinitionReader,
  packDefinition,
  packedReader,
  readDefinition,
  unpackDefinition,
} from '../../../../lib/corpus/load/read-definition.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import type { Pointer } from '../../../../lib/source/mark.ts';
import type { SourceFile } from '../../../../lib/source/source-file.ts';
import { FIXTURE as SPEC } from '../../../helpers/fixture-spec.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function assertSameAfterPacking(about: DefinitionFile, bytes: Uint8Array): void {
  const packed = packDefinition(about, bytes);
  assert.ok(packed !== undefined, `${about.file} is not packed`);
  const read = readDefinition(about, bytes);
  const unpacked = unpackDefinition(about, bytes, packed);
  const plain = ({ entry, findings, text }: typeof read) => ({
    entry: { kind: entry?.kind, id: entry?.id, data: entry?.data, text: entry?.source.text },
    findings,
    text,
  });
  assert.deepEqual(plain(unpacked), plain(read));
  const [before, after] = [read.entry?.source, unpacked.entry?.source] as [SourceFile, SourceFile];
  const walk = (value: unknown, pointer: Pointer): void => {
    for (const at of ['key', 'value'] as const)
      assert.deepEqual(after.place(pointer, at), before.place(pointer, at));
    assert.equal(after.spelling(pointer), before.spelling(pointer));
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, [...pointer, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(before.data, []);
  assert.deepEqual(after.place(['no', 'such'], 'key'), before.place(['no', 'such'], 'key'));
}

test('a definition is the same after it was packed: values, findings, every place and spelling', () => {
  for (const [folder, kind] of [
    ['stanzas', 'stanza'],
    ['enums', 'enum'],
    ['captures', 'capture'],
  ] as const) {
    for (const name of readdirSync(join(SPEC, folder)).filter((one) => one.endsWith('.yaml'))) {
      const file = `${folder}/${name}`;
      const id = name.replace(/\.yaml$/, '');
      assertSameAfterPacking({ kind, id, file: `spec/${file}` }, readFileSync(join(SPEC, file)));
    }
  }
});

const ABOUT = { kind: 'enum', id: 'odd', file: 'spec/enums/odd.yaml' } as const;

test('values taken as they are spelled, byte order marks and keys out of order survive', () => {
  const text = `\ufefftitle: Odd ones
id: odd
status: draft
summary: "Quotes, ü and \\U0001F600."
values:
  - { value: 1.10, confidence: unknown, description: A number. }
  - { value: yes, confidence: unknown, description: 'A word.' }
  - { value: true, confidence: unknown, description: A flag. }
`;
  const { findings } = readDefinition(ABOUT, bytesOf(text));
  assert.equal(findings.length, 2, 'the number and the flag are said');
  assertSameAfterPacking(ABOUT, bytesOf(text));
});

test('a definition with errors is not packed', () => {
  for (const text of ['id: [', 'id: odd\n', '&a x: 1\n', '\0']) {
    assert.equal(packDefinition(ABOUT, bytesOf(text)), undefined, JSON.stringify(text));
  }
});

test('loading unpacks the definitions that are packed, and parses the others', () => {
  const stanza = readFileSync(join(SPEC, 'stanzas/call-reject.yaml'), 'utf8');
  const files = memoryFiles({ 'stanzas/call-reject.yaml': stanza, 'stanzas/broken.yaml': 'id: [' });
  const about = { kind: 'stanza', id: 'call-reject', file: 'spec/stanzas/call-reject.yaml' } as const;
  const packed = packDefinition(about, files.read('stanzas/call-reject.yaml'));
  assert.ok(packed !== undefined);
  const read: string[] = [];
  const readDefinition: DefinitionReader = (one, bytes) => {
    read.push(one.file);
    return packedReader(new Map([[about.file, packed]]))(one, bytes);
  };
  const [plain, quick] = [loadCorpus(files), loadCorpus(files, { readDefinition })];
  assert.deepEqual(read, ['spec/stanzas/broken.yaml', 'spec/stanzas/call-reject.yaml']);
  assert.deepEqual(quick.findings, plain.findings);
  assert.deepEqual([...quick.texts], [...plain.texts]);
  assert.deepEqual(quick.corpus.facts, plain.corpus.facts);
});
