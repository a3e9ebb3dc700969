import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { captureRecords, citedDirection } from '../../../../lib/corpus/captures/capture-records.ts';

const single = { id: 'one', raw: { format: 'json', body: '{}' }, direction: 'incoming' } as const;
const trace = {
  id: 'call',
  trace: [
    { at: 0, direction: 'outgoing', body: '<call/>' },
    { at: 7, direction: 'incoming', format: 'hex', body: '00', note: 'A note.' },
  ],
} as const;

describe('captureRecords', () => {
  it('has one record of a single stanza, which a source names by the id of the capture', () => {
    const [record, second] = captureRecords(single);
    assert.equal(second, undefined);
    assert.equal(record?.ref, 'one');
    assert.deepEqual(record?.pointer, ['raw']);
    assert.deepEqual([record?.format, record?.body, record?.direction], ['json', '{}', 'incoming']);
  });

  it('counts those of a trace from 1, in XML unless they say otherwise', () => {
    assert.deepEqual(
      captureRecords(trace).map(({ ref, n, at, format, pointer }) => [ref, n, at, format, pointer]),
      [
        ['call#1', 1, 0, 'xml', ['trace', 0]],
        ['call#2', 2, 7, 'hex', ['trace', 1]],
      ],
    );
  });
});

describe('citedDirection', () => {
  it('is that of the record, or of all records of the capture', () => {
    assert.equal(citedDirection(single, undefined), 'incoming');
    assert.equal(citedDirection(trace, 1), 'outgoing');
    assert.equal(citedDirection(trace, 2), 'incoming');
    assert.equal(citedDirection(trace, undefined), 'bidirectional');
  });

  it('is undefined for a record that does not exist', () => {
    assert.equal(citedDirection(trace, 3), undefined);
    assert.equal(citedDirection(single, 1), undefined);
  });
});
