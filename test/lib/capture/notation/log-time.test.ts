import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logTime, sinceFirst } from '../../../../lib/capture/notation/log-time.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';

describe('logTime', () => {
  it('reads the forms that loggers print', () => {
    const noon = Date.parse('2026-01-31T12:00:00.250Z');
    for (const text of [
      '{"i": 1, "ts": "2026-01-31T12:00:00.250Z", "xml": "',
      '2026-01-31 12:00:00,25 INFO ',
      '2026-01-31T14:00:00.250+02:00 rx ',
      '2026-01-31T14:00:00.250 +0200 rx ',
      '{"level":10,"time":1769860800250,"xml":"',
      'ts=1769860800.25 dir=in ',
      '11:59:59.000 first, 2026-01-31T12:00:00.250123456Z ',
    ]) {
      assert.equal(logTime(text), noon, text);
    }
    assert.equal(logTime('12:34:56.789 [Client/Recv DEBUG] '), 45_296_789);
    assert.equal(logTime('[12:34:56] TRACE (1): '), 45_296_000);
  });

  it('takes nothing else for a time', () => {
    for (const text of [
      '',
      'id="65319.6568-11"',
      'a:b:c 10:20',
      '02:00:00:00:0a:0b',
      'port=1769860800',
      '99:99:99',
    ]) {
      assert.equal(logTime(text), undefined, text);
    }
  });
});

describe('sinceFirst', () => {
  it('counts from the earliest, in whatever order the log has them', () => {
    assert.deepEqual(sinceFirst([1_700_000_000_500, 1_700_000_000_000, 1_700_000_002_000]), [500, 0, 2000]);
  });

  it('knows the next day, if the log has no dates', () => {
    assert.deepEqual(sinceFirst([86_399_000, 1000, 2500]), [0, 2000, 3500]);
  });

  it('knows nothing if one time is missing or of another kind', () => {
    assert.equal(sinceFirst([1_700_000_000_500, undefined]), undefined);
    assert.equal(sinceFirst([1_700_000_000_500, 1000]), undefined);
  });
});

describe('the times of the stanzas of a log', () => {
  it('are those before each of them, and not of the one before', () => {
    const { stanzas } = parse(
      '10:00:00 rx <call id="a"/>\n<call id="b"/>\n10:00:02 INFO idle\n10:00:03 tx <call id="c"/>\n',
    );
    assert.deepEqual(
      stanzas.map(({ time }) => time),
      [36_000_000, undefined, 36_003_000],
    );
  });
});
