import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { FIXTURE_CORPUS as corpus } from '../../../helpers/fixture-spec.ts';

const CALL = '<call from="1@lid" id="1.2" t="1700000000">';

for (const [log, tag, line, column] of [
  [`${CALL}<terminate`, 'terminate', 1, 54],
  [`${CALL}<terminate call-id="0011`, 'terminate', 1, 68],
  [`${CALL}<offer call-id="00">\n<net medium="3"/>\n`, 'offer', 2, 18],
  [`first line\n${CALL}<offer call-id="00"><audio enc="opus"/><net medi\n`, 'net', 2, 92],
  [
    '{"tag":"call","attrs":{"from":"1@lid"},"content":[{"tag":"accept","attrs":{"call-id":"00"',
    'accept',
    1,
    90,
  ],
] as const) {
  test(`a log that ends inside <${tag}> says so: ${log.slice(-24).replaceAll('\n', ' ')}`, () => {
    assert.deepEqual(parse(log).endsInside, { tag, line, column });
  });
}

for (const log of [
  `${CALL}<terminate call-id="00"/></call>`,
  `${CALL}<terminate call-id="00"/></call>\nanother line`,
  `${CALL}<terminate\n${CALL}<reject call-id="00"/></call>`,
  'nothing',
  '',
]) {
  test(`a log that ends behind a stanza says nothing: ${log.slice(-24).replaceAll('\n', ' ')}`, () => {
    assert.equal(parse(log).endsInside, undefined);
  });
}

test('a tag that the spec does not know is not told, since it may be personal', () => {
  const end = reviewStanzas(parse(`${CALL}<my_name_is call-id="00`), corpus).endsInside;
  assert.deepEqual(end, { tag: undefined, line: 1, column: 67 });
});
