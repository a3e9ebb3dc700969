import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { renderReviews } from '../../../../lib/capture/review/render-reviews.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { COMMAND_WAYS } from '../../../../lib/node/process/command-ways.ts';
import { SPEC } from '../nodes.ts';

const MINUTE = 60;

/** A log of a day: chats, one call in the middle, and the pings between them. */
function dayLog(chats: number): string {
  const line = (i: number, text: string): string =>
    `${String(Math.floor(i / MINUTE) % 24).padStart(2, '0')}:${String(i % MINUTE).padStart(2, '0')}:00.000 [Client/Recv DEBUG] ${text}`;
  const chat = Array.from({ length: chats }, (_, i) =>
    line(i, i % 3 === 0 ? `<presence from="A@lid" last="${i}"/>` : `<iq id="${i}" xmlns="w:p"/>`),
  );
  const head = 'call-creator="100000000000001:2@lid" call-id="AC0000000000000000000000000000B1"';
  const call = [
    ['9.1-1', `<preaccept ${head}/>`],
    ['9.1-2', `<mute_v2 ${head} mute-state="0"/>`],
    ['9.1-3', `<transport ${head}/>`],
    ['9.1-4', `<accept ${head}/>`],
    ['9.1-5', `<terminate ${head} reason="timeout"/>`],
    ['9.1-6', `<terminate ${head} reason="timeout"/>`],
  ].map(([id, payload], i) =>
    line(i, `<call from="100000000000001@lid" id="${id}" t="1717000000">${payload}</call>`),
  );
  return [...chat, ...call].join('\n');
}

const reportOf = (log: string, all = false): string[] => {
  const { sanitized } = reviewStanzas(parse(log), SPEC);
  return renderReviews(sanitized, COMMAND_WAYS, all).split('\n');
};

describe('the report of a log', () => {
  it('only counts what the spec does not describe', () => {
    const rows = reportOf(dayLog(3000));
    assert.ok(rows.length < 100, `${rows.length} lines`);
    const counted = rows.filter((row) => row.startsWith('Not described by this spec: '));
    assert.deepEqual(counted.length, 1);
    assert.match(
      counted[0] ?? '',
      /2,000 <[\w-]+> \(line 2\), 1,000 <[\w-]+> \(line 1\)\. To see each: --all/,
    );
    assert.equal(rows.length, reportOf(dayLog(30)).length);
  });

  it('prints a repeated message once, with all its lines', () => {
    const rows = reportOf(dayLog(10));
    assert.equal(
      rows.filter((row) => /^Lines 15 and 16: <call> with <terminate> \(×2\)/.test(row)).length,
      1,
    );
    assert.ok(rows.some((row) => /^Line 11: <call> with <preaccept>,/.test(row)));
    assert.ok(rows.some((row) => row.includes('--all')));
  });

  it('prints everything on request, and for a few stanzas', () => {
    const all = reportOf(dayLog(10), true).filter((row) => /^Line \d+: /.test(row));
    assert.equal(all.length, 16);
    const few = reportOf('<presence a="1"/>\n<iq b="2"/>');
    assert.equal(few.filter((row) => /^Line \d: .* not in the spec$/.test(row)).length, 2);
    const one = reportOf(dayLog(0).split('\n')[0] ?? '');
    assert.ok(one.some((row) => row === '  Supports'));
  });
});
