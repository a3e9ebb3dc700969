import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesInText } from '../../../lib/source/places-in-text.ts';
import { readSource } from '../../../lib/source/read-source.ts';

/** The place of a part of the value of `body`, as line:column. */
function placeOf(yaml: string, part: string): string {
  const { source } = readSource('f.yaml', new TextEncoder().encode(yaml));
  assert.ok(source);
  const text = (source.data as { body: string }).body;
  const { line, column } = placesInText(source, ['body'], text)(text.indexOf(part));
  return `${line}:${column}`;
}

test('exact if the value is in the file verbatim', () => {
  assert.equal(placeOf('body: |\n  <call>\n    <offer/>\n  </call>\n', '<offer'), '3:5');
  assert.equal(placeOf('body: |\r\n  <call>\r\n    <offer/>\r\n', '<offer'), '3:5');
  assert.equal(placeOf('a: b\nbody: <call><offer/></call>\n', '<offer'), '2:13');
  assert.equal(placeOf('body: "<call><offer/>"\n', '<offer'), '1:14');
  assert.equal(placeOf("body: '<call><offer/>'\n", '<offer'), '1:14');
});

test('otherwise the position of the value', () => {
  assert.equal(placeOf('body: "<a>\\n<offer/>"\n', '<offer'), '1:7');
  assert.equal(placeOf('body: >\n  <a>\n  <offer/>\n', '<offer'), '1:7');
  assert.equal(placeOf('body: "\\x3ca><offer/>"\n', '<offer'), '1:7');
});
