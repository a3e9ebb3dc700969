import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientsOfStanza } from '../../../../lib/corpus/clients/clients-of-stanza.ts';
import { markWords } from '../../../../lib/corpus/clients/marks.ts';
import { CLIENT_CORPUS } from './client-files.ts';

const { families, extracts, rows } = clientsOfStanza(CLIENT_CORPUS, 'call-x');

const marksAt = (anchor: string): Record<string, string> => {
  const row = rows.find(({ fact }) => fact.anchor === anchor);
  return Object.fromEntries([...(row?.marks ?? [])].map(([id, mark]) => [id, markWords(mark)]));
};

test('clients are grouped by descent; extracts are apart, and descriptions are left out', () => {
  assert.deepEqual(families, [['up', 'port'], ['other']]);
  assert.deepEqual(extracts, ['wire']);
});

test('the envelope and shared nodes have their rows in their places', () => {
  assert.deepEqual(
    rows.map(({ fact }) => fact.anchor),
    ['@id', 'ring', 'ring@tone', 'ring@alone', 'ring/place', 'ring/place@ip'],
  );
});

test('the words behind the sources say what a client does', () => {
  assert.deepEqual(marksAt('ring@tone'), { up: 'writes', port: 'writes', wire: 'reads' });
});

test('whoever writes a part writes the node that it is in', () => {
  assert.deepEqual(marksAt('ring'), { other: 'writes', up: 'writes', port: 'writes', wire: 'reads' });
});

test('what a client does with a shared part elsewhere says nothing of a place where it does not', () => {
  // `other` reads the address of other stanzas and writes this one; `port` has no source at this place.
  assert.deepEqual(marksAt('ring/place@ip'), { up: 'writes' });
  // `up` also reads the id of stanzas, and this one it only writes.
  assert.deepEqual(marksAt('@id'), { up: 'writes' });
});
