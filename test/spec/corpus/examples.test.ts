import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleFaults } from '../../../lib/corpus/examples/example-faults.ts';
import { parseXml } from '../../../lib/corpus/match/parse-xml.ts';
import { LIVE_CORPUS } from '../live-spec.ts';

const STANZAS = [...LIVE_CORPUS.definitions.stanza.values()].map(({ data }) => data);
const LEG = { outgoing: 'sent', incoming: 'delivered', bidirectional: undefined } as const;

/** Stanzas of which no example shows what is sent or delivered now, with the reason. */
const NONE: Readonly<Record<string, string>> = {
  'call-ringing': 'refuted as a whole',
  'call-web-legacy': 'a form of 2019, of which the tables of today say nothing',
};

describe('the examples', () => {
  it('show each leg that a stanza has', () => {
    const missing = STANZAS.flatMap(({ id, direction, examples = [] }) =>
      direction.flatMap((one) => {
        const leg = LEG[one];
        const has = examples.some((example) => example.leg === leg && example.historical !== true);
        return leg === undefined || has || NONE[id] !== undefined ? [] : [`${id}: ${leg}`];
      }),
    );
    assert.deepEqual(missing, []);
  });

  it('that are historical say what is wrong, and the others have nothing wrong in them', () => {
    for (const { id, examples = [] } of STANZAS) {
      for (const example of examples) {
        const faults = exampleFaults(id, example, LIVE_CORPUS);
        assert.equal(faults.length > 0, example.historical === true, `${id}: ${example.title}`);
      }
    }
  });

  it('of a call that is declined give no reason, and no sender writes what the server adds', () => {
    const sent = STANZAS.flatMap(({ id, examples = [] }) =>
      examples
        .filter(({ leg, format }) => leg === 'sent' && format === 'xml')
        .map(({ body }) => ({ id, body })),
    );
    for (const { id, body } of sent) {
      const parsed = parseXml(body);
      assert.ok('root' in parsed, id);
      const names = parsed.root.attributes.map(({ name }) => name);
      assert.ok(!names.includes('t') && !names.includes('notify'), `${id} ${body}`);
    }
    assert.doesNotMatch(
      sent
        .filter(({ id }) => id === 'call-reject')
        .map(({ body }) => body)
        .join(),
      /reason/,
    );
  });
});
