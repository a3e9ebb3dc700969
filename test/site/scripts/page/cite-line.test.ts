import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citeLine } from '../../../../site/scripts/page/cite-line.ts';

const data = {
  spec: 'stanza-catalog',
  prefix: 'call-end:',
  version: '0.2.0',
  pinned: '/v/0.2.0/stanzas/call-end/',
  changed: new Set(['end@new']),
};
const HERE = 'https://example.org/stanzas/call-end/';

test('a released fact is cited with its version, path, confidence and an address that does not change', () => {
  assert.equal(
    citeLine(data, '#end@reason', 'probable', HERE),
    '// stanza-catalog 0.2.0, call-end:end@reason (probable) https://example.org/v/0.2.0/stanzas/call-end/#end@reason',
  );
});

test('a fact of a shared node is cited at its place, with the node that has it', () => {
  assert.equal(
    citeLine(data, '#end@id', 'confirmed', HERE, 'any-payload'),
    '// stanza-catalog 0.2.0, call-end:end@id from any-payload (confirmed) https://example.org/v/0.2.0/stanzas/call-end/#end@id',
  );
});

test('what changed since the release is cited as it is now, and the line says so', () => {
  const line = `// stanza-catalog unreleased, call-end:end@new (speculative) ${HERE}#end@new`;
  assert.equal(citeLine(data, '#end@new', 'speculative', HERE), line);
  const unreleased = { ...data, version: undefined, pinned: undefined };
  assert.match(
    citeLine(unreleased, '#end', 'probable', HERE),
    /^\/\/ stanza-catalog unreleased, call-end:end /,
  );
});

test('a citation is one line, whatever a value of an enum has in it', () => {
  const line = citeLine({ ...data, prefix: 'reasons=' }, '#two%0Alines', 'probable', HERE);
  assert.doesNotMatch(line, /\n/);
});
