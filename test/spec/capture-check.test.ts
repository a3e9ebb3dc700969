import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { capture } from '../../scripts/capture.ts';
import { partsOf } from '../helpers/calls/parts-of.ts';
import { type RecordedStanza, recorded } from '../helpers/calls/recorded-calls.ts';
import { tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';
import { LIVE, LIVE_CORPUS } from './live-spec.ts';

interface Report {
  readonly stanzas: readonly {
    readonly stanza: string;
    readonly verdicts: readonly { readonly verdict: string; readonly path: string; readonly count: number }[];
  }[];
}

async function check(t: TestContext, { text }: RecordedStanza, ...options: string[]): Promise<string> {
  const cwd = await tempFolder(t, { 'call.jsonl': text });
  const io = testIo({ cwd });
  await capture(['check', 'call.jsonl', '--spec', LIVE, ...options], io);
  return io.stdout();
}

const isPart = (path: string): boolean =>
  ['attribute', 'content', 'child', undefined].includes(LIVE_CORPUS.factByPath.get(path)?.kind);

// Both have the relay block, and most parts of a call.
const STANZAS = {
  'an offer that was delivered': recorded('incoming', 'call', 'offer'),
  'the ack of an offer': recorded('incoming', 'ack', 'relay'),
};

for (const [name, record] of Object.entries(STANZAS)) {
  test(`capture check says of every part of ${name}, once, that it is described or that it is new`, async (t) => {
    const report = JSON.parse(await check(t, record, '--format', 'json')) as Report;
    assert.equal(report.stanzas.length, 1);
    const { stanza, verdicts } = report.stanzas[0] ?? { stanza: '', verdicts: [] };
    const { described, undescribed } = partsOf(record.stanza.root, stanza, LIVE_CORPUS);
    assert.ok(described.size >= 30, `${described.size} facts`);
    const of = (...kinds: string[]) =>
      verdicts.filter(({ verdict, path }) => kinds.includes(verdict) && isPart(path));
    assert.deepEqual(
      of('supports')
        .map(({ path, count }) => [path, count])
        .sort(),
      [...described].sort(),
    );
    const fresh = of('unknown', 'ledger');
    // The sanitizer replaces the names that the spec does not know.
    assert.equal(
      fresh.reduce((sum, { count }) => sum + count, 0),
      undescribed.length,
      `${fresh.map(({ path }) => path).join(' ')}, not ${undescribed.join(' ')}`,
    );
    const paths = verdicts.map(({ path }) => path);
    assert.deepEqual(paths, [...new Set(paths)]);
  });

  test(`what it prints of ${name} has each path once, too`, async (t) => {
    const printed = (await check(t, record))
      .split('\n')
      .flatMap((line) => line.match(/^ {4}(\S+[:=]\S*)/)?.[1] ?? []);
    assert.ok(printed.length >= 30, printed.join('\n'));
    assert.deepEqual(printed, [...new Set(printed)]);
  });
}
