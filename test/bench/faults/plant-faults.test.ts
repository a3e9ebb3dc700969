import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { flowSights } from '../../../bench/faults/calls/flow-sight.ts';
import { checkedCall } from '../../../bench/faults/check/checked-call.ts';
import { conformsTo } from '../../../bench/faults/check/departs.ts';
import { generateCall } from '../../../bench/faults/generate-call.ts';
import { measureDiagnosis } from '../../../bench/faults/measure-diagnosis.ts';
import { plantFaults } from '../../../bench/faults/plant-faults.ts';
import { tempFolder } from '../../helpers/temp-spec.ts';
import { testIo } from '../../helpers/test-io.ts';
import { corpusOf } from '../../lib/capture/nodes.ts';
import { ANSWERED_CALL } from './answered-call.ts';

const CORPUS = corpusOf(ANSWERED_CALL);

async function run(t: TestContext, ...args: string[]) {
  const files = Object.entries(ANSWERED_CALL).map(([path, text]) => [`spec/${path}`, text]);
  const io = testIo({ cwd: await tempFolder(t, Object.fromEntries(files)) });
  return { code: await plantFaults(args, io), stdout: io.stdout(), stderr: io.stderr() };
}

describe('made-up calls', () => {
  it('are of every flow and observer, differ, and are the same for the same seed', () => {
    const sights = flowSights(CORPUS);
    assert.deepEqual(
      sights.map(({ flow, observer }) => `${flow} ${observer}`),
      ['answered caller', 'answered callee'],
    );
    for (const sight of sights) {
      const calls = [0, 1, 2, 3, 4, 5].map((number) => generateCall(sight, number, 1, CORPUS));
      const shapes = calls.map((made) => {
        assert.ok('call' in made, JSON.stringify(made));
        assert.ok(conformsTo(sight, checkedCall(made.call, CORPUS), CORPUS, new Map()));
        return made.call.map(({ stanza, at }) => `${stanza} ${at}`).join();
      });
      assert.equal(new Set(shapes).size, shapes.length);
      assert.deepEqual(generateCall(sight, 0, 1, CORPUS), calls[0]);
    }
  });
});

describe('npm run plant-faults', () => {
  it('names the faults of a small spec, by kind and flow', async (t) => {
    const { code, stdout } = await run(
      t,
      '--format',
      'json',
      '--calls',
      '3',
      '--faults',
      '2',
      '--every',
      '1',
    );
    const { ok, generated, recorded } = JSON.parse(stdout);
    assert.deepEqual(generated.false, []);
    assert.deepEqual(generated.missed, []);
    assert.ok(generated.planted > 40 && generated.conforming === 18, stdout);
    assert.equal(generated.byFlow.answered.planted, generated.planted);
    for (const kind of ['step dropped', 'steps swapped', 'step late', 'answer dropped', 'wrong content']) {
      assert.ok(generated.byKind[kind]?.planted > 0, kind);
    }
    assert.equal(recorded.planted, 0);
    assert.deepEqual([ok, code], [true, 0]);
  });

  it('prints the log of one', async (t) => {
    const { code, stdout } = await run(t, '--show', 'answered/caller/0/whole');
    assert.equal(code, 0);
    const records = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.ok(records.some(({ dir, xml }) => dir === 'out' && /<ring /.test(xml)));
    await assert.rejects(run(t, '--show', 'answered/caller/0/nothing'), /there is no such fault/);
  });
});

/** The time of the processor, which other programs do not add to. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

it('twice as many stanzas in a call take about twice as long to diagnose', () => {
  const time = (stanzas: number): number =>
    Math.min(
      ...[1, 2, 3].map((seed) => {
        const measured = measureDiagnosis(CORPUS, { seed, calls: 20, stanzas, now: processorTime });
        assert.equal(measured.stanzas, 20 * stanzas);
        return measured.diagnoseMs;
      }),
    );
  time(20);
  const ratio = time(80) / time(20);
  assert.ok(ratio < 10, `${ratio.toFixed(1)} times as long`);
});
