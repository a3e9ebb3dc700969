import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draft } from '../../../../lib/capture/draft/draft.ts';
import type { DraftOptions } from '../../../../lib/capture/draft/entry/draft-options.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { weighEvidence } from '../../../../lib/corpus/evidence/evidence.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import type { FilePort } from '../../../../lib/corpus/ports/file-port.ts';
import { overlayFiles } from '../../../../lib/corpus/ports/overlay-files.ts';
import { COMMAND_WAYS } from '../../../../lib/node/process/command-ways.ts';
import { captureRules } from '../../../../lib/rules/capture-rules.ts';
import { validateSpec } from '../../../../lib/rules/validate-spec.ts';
import { RECORDED_CALLS } from '../../../helpers/calls/recorded-calls.ts';
import { SPEC, SPEC_FILES } from '../nodes.ts';

const OPTIONS: DraftOptions = {
  technique: 'websocket-capture',
  kind: 'captured',
  client: 'official',
  platform: 'WhatsApp Web',
  capturedAt: '2026-05-14',
  id: 'call',
};

function draftLog(log: string, options: Partial<DraftOptions> = {}, files: FilePort = SPEC_FILES) {
  const { corpus } = files === SPEC_FILES ? { corpus: SPEC } : loadCorpus(files);
  return draft(reviewStanzas(parse(log), corpus), files, { ...OPTIONS, ...options }, COMMAND_WAYS);
}

const logOf = (name: string): string => {
  const call = RECORDED_CALLS.find((one) => one.name === name);
  return (call?.records ?? []).map(({ text }) => text).join('\n');
};

/** A log of a call: its offer, a receipt and an ack that only an id ties to it, what the engine got, and its end. */
const CALL = `10:00:00.000 tx <call to="15550100001@lid" id="A-1"><offer call-id="0A0B0C0D" call-creator="15550100002:1@lid"/></call>
10:00:00.100 rx <receipt from="15550100001:3@lid" id="A-1"/>
10:00:00.200 tx <ack to="15550100001:3@lid" id="A-1" class="receipt"/>
10:00:00.300 rx <ack from="15550100001@lid" id="A-1" class="call" type="offer"/>
10:00:00.301 tx <ack from="15550100001@lid" id="A-1" class="call" type="offer"/>
10:00:05.000 tx <call to="15550100001@lid" id="A-2"><terminate call-id="0A0B0C0D" call-creator="15550100002:1@lid" reason="timeout"/></call>
10:00:06.000 rx <message from="15550100009@s.whatsapp.net" id="M-1"/>
`;

describe('a draft of a whole call', () => {
  it('is one trace, with what only an id ties to it, and without what the engine got', () => {
    const { captures, files, left, after } = draftLog(CALL, { observer: 'caller' });
    assert.deepEqual(
      captures.map(({ id, records }) => [id, records]),
      [['call', 5]],
    );
    const { trace = [], observer, raw } = after.corpus.definitions.capture.get('call')?.data ?? {};
    assert.deepEqual(
      trace.map(({ at, direction, body }) => [at, direction, /<(\w+)/.exec(body)?.[1]]),
      [
        [0, 'outgoing', 'call'],
        [100, 'incoming', 'receipt'],
        [200, 'outgoing', 'ack'],
        [300, 'incoming', 'ack'],
        [5000, 'outgoing', 'call'],
      ],
    );
    assert.deepEqual([observer, raw], ['caller', undefined]);
    assert.deepEqual(
      left.map(({ code, line }) => [code, line]),
      [
        ['not-evidence', 5],
        ['not-described', 7],
      ],
    );
    assert.doesNotMatch(files.map(({ after: text }) => text).join('\n'), /155501|0A0B0C0D/);
  });

  it('has equal placeholders for equal values in all of its stanzas', () => {
    const { after } = draftLog(CALL);
    const bodies = after.corpus.definitions.capture.get('call')?.data.trace?.map(({ body }) => body) ?? [];
    assert.match(bodies[0] ?? '', /to="A@lid" id="ID-0001-synthetic"/);
    assert.match(bodies[1] ?? '', /from="A:3@lid" id="ID-0001-synthetic"/);
    assert.match(bodies[4] ?? '', /to="A@lid" id="ID-0002-synthetic"[\s\S]*call-id="CALLID-0001-synthetic"/);
  });

  it('is put in the order of time', () => {
    const [first = '', ...rest] = CALL.split('\n');
    const { after } = draftLog([...rest, first].join('\n'));
    const [record] = after.corpus.definitions.capture.get('call')?.data.trace ?? [];
    assert.match(record?.body ?? '', /<offer/);
    assert.equal(record?.at, 0);
  });

  it('needs the time of each stanza; without one, each stanza is a capture', () => {
    const { captures, left } = draftLog(CALL.replace('10:00:05.000 ', ''));
    assert.deepEqual(
      captures.map(({ id, records }) => [id, records]),
      [
        ['call-01', undefined],
        ['call-02', undefined],
        ['call-03', undefined],
      ],
    );
    assert.ok(left.some(({ code, line }) => code === 'no-times' && line === 1));
  });

  it('stays a single capture if the log has one stanza of it', () => {
    const { captures } = draftLog(CALL.split('\n')[0] ?? '');
    assert.deepEqual(
      captures.map(({ id, records, review }) => [id, records, review?.stanza]),
      [['call', undefined, 'call-offer']],
    );
  });

  it('has no more stanzas than the schema allows', () => {
    const [first = '', ...rest] = CALL.split('\n');
    const { captures, left } = draftLog([...Array.from({ length: 1000 }, () => first), ...rest].join('\n'));
    assert.deepEqual(captures, []);
    assert.match(left.find(({ code }) => code === 'part')?.reason ?? '', /a call of 1004 stanzas is longer/);
  });

  it('cites each record by its number, and no stanza of a library as evidence of the protocol', () => {
    const { captures, after } = draftLog(CALL, { client: 'whatsmeow' });
    const sources = after.corpus.factByPath.get('call-terminate:terminate@reason')?.provenance;
    assert.ok(sources?.sources.includes('capture:call#5'));
    assert.ok(sources?.flavors.includes('whatsmeow'));
    assert.ok(captures[0]?.supports.includes('call-terminate:terminate@reason'));
    // The server wrote the ack.
    assert.deepEqual([...new Set(captures[0]?.settled.map(({ owner }) => owner))], ['call-ack']);
  });

  it('has the day that the log tells, each call its own, unless the options name one', () => {
    const onDay = (day: string, call = CALL): string => call.replaceAll(/^(?=\d\d:)/gm, `${day}T`);
    const second = onDay('2026-05-16', CALL.replaceAll('0A0B0C0D', '0F0B0C0D').replaceAll('A-', 'B-'));
    const log = `${onDay('2026-05-14')}${second}`;
    const days = (text: string, options: Partial<DraftOptions>): unknown[] => {
      const { captures, after } = draftLog(text, { capturedAt: undefined, ...options });
      return captures.map(({ id, dayOfLog }) => [
        dayOfLog,
        after.corpus.definitions.capture.get(id)?.data.source.captured_at,
      ]);
    };
    assert.deepEqual(days(log, {}), [
      ['2026-05-14', '2026-05-14'],
      ['2026-05-16', '2026-05-16'],
    ]);
    const [first = ''] = log.split('\n');
    assert.deepEqual(days(first, {}), [['2026-05-14', '2026-05-14']]);
    const epoch = CALL.replaceAll(/^10:00:0(\d)\.(\d+)/gm, 'ts=177875280$1.$2');
    assert.deepEqual(days(epoch, {}), [['2026-05-14', '2026-05-14']]);
    assert.deepEqual(days(log, { capturedAt: '2026-01-31' })[0], [undefined, '2026-01-31']);
    assert.deepEqual(days(log, { kind: 'synthetic' })[0], [undefined, undefined]);
    assert.deepEqual(days(CALL, {}), [[undefined, undefined]]);
  });

  it('is not drafted twice', () => {
    const { files } = draftLog(CALL);
    const again = overlayFiles(SPEC_FILES, new Map(files.map(({ path, after }) => [path, after])));
    const { captures, left } = draftLog(CALL, { id: 'other' }, again);
    assert.deepEqual(captures, []);
    assert.ok(left.some(({ code, reason }) => code === 'duplicate' && reason.includes('capture call')));
  });
});

describe('the records that a fact cites', () => {
  const LOG = logOf('1to1-audio-accept.caller');
  const cited = (files: FilePort, path: string): string[] =>
    (loadCorpus(files).corpus.factByPath.get(path)?.provenance.sources ?? []).filter((one) =>
      /^capture:.*#/.test(one),
    );
  const applied = (files: FilePort, log: string, options: Partial<DraftOptions>): FilePort => {
    const drafted = draftLog(log, options, files);
    return overlayFiles(files, new Map(drafted.files.map(({ path, after }) => [path, after])));
  };
  const LATENCY = 'call-relaylatency:relaylatency/te@latency';

  it('are one for each leg of a call, and none more of the same client and day', () => {
    const once = applied(SPEC_FILES, LOG, { id: 'one' });
    const first = cited(once, LATENCY);
    assert.equal(first.length, 2);
    const more = draftLog(logOf('1to1-audio-reject.caller'), { id: 'two' }, once);
    assert.ok(!more.captures[0]?.supports.includes(LATENCY));
    assert.ok((more.captures[0]?.alsoShows ?? 0) > 50);
  });

  it('are those of one call more of the same client, and none of a third', () => {
    let files = SPEC_FILES;
    const names = ['audio-accept', 'audio-reject', 'mute-toggle'];
    for (const [i, name] of names.entries()) {
      files = applied(files, logOf(`1to1-${name}.caller`), { id: name, capturedAt: `2026-05-0${i + 1}` });
    }
    const calls = [...new Set(cited(files, LATENCY).map((one) => one.split('#')[0]))];
    assert.deepEqual(calls, ['capture:audio-accept', 'capture:audio-reject']);
    assert.equal(cited(files, LATENCY).length, 4);
  });

  it('are those of other clients as well, up to five in the whole spec', () => {
    let files = SPEC_FILES;
    const names = ['audio-accept', 'audio-reject', 'mute-toggle', 'interaction-peer-mute'];
    for (const [i, name] of names.entries()) {
      files = applied(files, logOf(`1to1-${name}.caller`), { id: name, platform: `Platform ${i + 1}` });
    }
    assert.equal(cited(files, LATENCY).length, 5);
    assert.equal(new Set(cited(files, LATENCY).map((one) => one.split('#')[0])).size, 3);
  });

  it('are none of the same client, whatever its version, where the evidence of a fact confirms it', () => {
    const once = applied(SPEC_FILES, LOG, { id: 'one' });
    const { corpus } = loadCorpus(once);
    const log = logOf('1to1-audio-reject.caller');
    const later = draftLog(log, { id: 'two', version: '9', capturedAt: '2026-06-01' }, once).captures[0];
    const cite = (isConfirmed: boolean): string[] =>
      (later?.supports ?? []).filter((path) => {
        const fact = corpus.factByPath.get(path);
        const isSo = fact?.confidence === 'confirmed' && weighEvidence(fact, corpus).supports === 'confirmed';
        return isSo === isConfirmed && cited(once, path).length === 2;
      });
    assert.deepEqual(cite(true), []);
    assert.ok(cite(false).length > 0);
    const other = draftLog(log, { id: 'two', platform: 'Another' }, once).captures[0];
    assert.ok((other?.supports.length ?? 0) > (later?.supports.length ?? 0));
  });
});

describe('every recorded call', () => {
  it('becomes a trace that is valid, and that the sanitizer does not change', () => {
    const logs = ['1to1-video-upgrade-accept.callee', 'group-update-add.caller'];
    for (const name of logs) {
      const { captures, files } = draftLog(logOf(name));
      assert.equal(captures.length, 1, name);
      const all = overlayFiles(SPEC_FILES, new Map(files.map(({ path, after }) => [path, after])));
      const { findings } = validateSpec(all, captureRules());
      assert.deepEqual(
        findings
          .filter(({ level, code }) => level === 'error' && code !== 'capture/unreadable')
          .map(({ code, path, message }) => [code, path, message]),
        [],
        name,
      );
    }
  });
});
