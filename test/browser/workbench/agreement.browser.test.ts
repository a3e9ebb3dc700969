import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { parse as parseYaml, stringify as stringifyYaml } from 'yaml';
import { CAPTURE_FORMS } from '../../../bench/capture-throughput.ts';
import { seededRandom } from '../../../bench/corpus/seeded-random.ts';
import { loadBinaryDecoder } from '../../../lib/capture/decode/load-binary-decoder.ts';
import type { FormName } from '../../../lib/capture/forms/index.ts';
import { parse } from '../../../lib/capture/parse/parse.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { printXml } from '../../../lib/capture/tree/print-xml.ts';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import type { OneWay } from '../../../lib/corpus/match/stanza-direction.ts';
import { overlayFiles } from '../../../lib/corpus/ports/overlay-files.ts';
import { sanitizerVerdicts } from '../../../lib/pull-request/sanitizer-verdicts.ts';
import { capture as captureMain } from '../../../scripts/capture.ts';
import { guarded } from '../../../scripts/cli/run-command.ts';
import type { DraftView } from '../../../site/scripts/workbench/messages/draft-view.ts';
import type { LogSummary } from '../../../site/scripts/workbench/messages/log-summary.ts';
import type { StanzaView } from '../../../site/scripts/workbench/messages/stanza-view.ts';
import type { WorkerRequest } from '../../../site/scripts/workbench/messages/worker-request.ts';
import type { WorkerResponse } from '../../../site/scripts/workbench/messages/worker-response.ts';
import { captureMutant } from '../../fuzz/capture-mutants.ts';
import { FIXTURE_CORPUS as corpus, FIXTURE_FILES as FILES, FIXTURE } from '../../helpers/fixture-spec.ts';
import { builtSite } from '../../helpers/site/built-site.ts';
import { tempFolder } from '../../helpers/temp-spec.ts';
import { testIo } from '../../helpers/test-io.ts';
import { THOROUGH } from '../../helpers/thorough.ts';
import { logOf, specNodes } from '../../lib/capture/spec-nodes.ts';
import { open } from './workbench.ts';

/** What the worker of the built site says of a log: of all of it, and of its first stanza. */
interface Said {
  readonly found: LogSummary;
  readonly shown: StanzaView | undefined;
  readonly made: DraftView | undefined;
}

/** Asks the worker of the built site itself, as its page does, so that nothing that a page leaves out is lost. */
async function askWorker(
  page: Page,
  logs: readonly { input: string | readonly number[]; direction: OneWay }[],
): Promise<readonly Said[]> {
  const names = await readdir(join(await builtSite(), '_assets'));
  const worker = names.find((name) => /^workbench-worker.*\.js$/.test(name)) ?? 'no worker';
  return page.evaluate(
    async ({ address, asked }) => {
      const {
        corpus = '',
        base = '/',
        validator = '',
      } = document.querySelector<HTMLElement>('workbench-app')?.dataset ?? {};
      const at = new Worker(address, { type: 'module' });
      const ask = <Kind extends WorkerResponse['kind']>(message: WorkerRequest, kind: Kind) =>
        new Promise<Extract<WorkerResponse, { kind: Kind }>>((resolve, reject) => {
          at.onerror = () => reject(new Error('The worker broke.'));
          at.onmessage = ({ data }: MessageEvent<WorkerResponse>) => {
            if (data.kind === 'failed') reject(new Error(data.words));
            else if (data.kind === kind) resolve(data as Extract<WorkerResponse, { kind: Kind }>);
          };
          at.postMessage(message);
        });
      const packed = await (await fetch(corpus)).text();
      at.postMessage({
        kind: 'start',
        corpus: packed,
        base,
        origin: location.origin,
        validator: new URL(validator, location.href).href,
      });
      const said: Said[] = [];
      for (const { input, direction } of asked) {
        const { summary: found } = await ask(
          { kind: 'read', input: typeof input === 'string' ? input : Uint8Array.from(input) },
          'found',
        );
        if (found.stanzas[0] === undefined || found.stanzas[0].refused !== undefined) {
          said.push({ found, shown: undefined, made: undefined });
          continue;
        }
        const { view: shown } = await ask({ kind: 'show', index: 0 }, 'shown');
        const options = { technique: 'websocket-capture', kind: 'captured', tools: [], direction } as const;
        const { draft: made } = await ask({ kind: 'make', index: 0, call: undefined, options }, 'made');
        said.push({ found, shown, made });
      }
      at.terminate();
      return said;
    },
    { address: `/_assets/${worker}`, asked: logs },
  );
}

/** A capture of the spec with what CI reads: the body as it came, in a format of captures. */
async function withBody(yaml: string, id: string, form: FormName, log: string): Promise<string> {
  const { stanzas } = parse(log, { form, decodeBinary: await loadBinaryDecoder() });
  const raw =
    form === 'hex' || form === 'base64'
      ? { format: 'hex', body: Buffer.from(log.trim(), form).toString('hex') }
      : { format: 'xml', body: stanzas.map(({ root }) => printXml(root)).join('') };
  return stringifyYaml({ ...parseYaml(yaml), id, raw });
}

test('page, command and CI agree on a log, byte for byte', async (t) => {
  const random = seededRandom(4);
  const stanzas = [...corpus.definitions.stanza.values()];
  const [personal, clean] = [specNodes(corpus, 'personal', random), specNodes(corpus, 'clean', random)];
  const logs = CAPTURE_FORMS.flatMap((form, f) =>
    (THOROUGH ? [0, 1, 2, 3, 4, 5] : [0, 5]).map((i) => {
      const which = (f * 6 + i) % stanzas.length;
      const node = (i === 5 ? clean : personal)[which] as CapturedNode;
      const direction: OneWay = stanzas[which]?.data.direction[0] === 'incoming' ? 'incoming' : 'outgoing';
      return { form, input: logOf(form, [node]), direction };
    }),
  );
  const { page, wrong } = await open(t);
  const said = await askWorker(page, logs);
  assert.deepEqual(wrong, []);

  const root = await tempFolder(t, Object.fromEntries(logs.map(({ input }, i) => [`${i}.log`, input])));
  const forCi = new Map<string, string>();
  let made = 0;
  for (const [i, { form, input }] of logs.entries()) {
    const { found, shown, made: capture } = said[i] as Said;
    const io = testIo({ cwd: root });
    const code = await guarded(captureMain, ['sanitize', `${i}.log`, '--spec', FIXTURE], io);
    const told = `${form} ${input.slice(0, 200)}`;
    assert.deepEqual([found.stanzas.length, found.problems, shown?.leaks, code], [1, [], [], 0], told);
    assert.equal(
      io.stderr(),
      `1 stanza. Replaced: ${shown?.replaced.words || 'nothing'}.\n${found.skipped} other lines have no stanza.\n`,
    );
    if (capture === undefined || !('yaml' in capture)) continue;
    made += 1;
    const { body } = (parseYaml(capture.yaml) as { raw: { body: string } }).raw;
    assert.equal(`${body}\n`, io.stdout(), told);
    forCi.set(`captures/made-${i}.yaml`, capture.yaml.replace(/^id: .*$/m, `id: made-${i}`));
    forCi.set(`captures/came-${i}.yaml`, await withBody(capture.yaml, `came-${i}`, form, input));
  }
  assert.ok(made >= logs.length / 2, `${made} captures`);
  const head = loadCorpus(overlayFiles(FILES, forCi));
  assert.deepEqual(head.findings, []);
  const verdicts = new Map((await sanitizerVerdicts(corpus, head.corpus)).map((one) => [one.id, one]));
  assert.equal(verdicts.size, 2 * made);
  for (const [i, { form, input }] of logs.entries()) {
    const words = (said[i] as Said).shown?.replaced.words ?? '';
    const [sanitized, came] = [verdicts.get(`made-${i}`), verdicts.get(`came-${i}`)];
    if (sanitized === undefined || came === undefined) continue;
    assert.deepEqual([sanitized.fixedPoint, sanitized.note], [true, '']);
    assert.deepEqual([came.fixedPoint, came.note], [words === '', words], `${form} ${input.slice(0, 200)}`);
  }
});

test('page and command report the same problems of broken logs', async (t) => {
  // As files: what is pasted has been text already.
  const encoder = new TextEncoder();
  const mutants = Array.from({ length: THOROUGH ? 64 : 16 }, (_, i) => captureMutant(5, i).input).map(
    (input) => (typeof input === 'string' ? encoder.encode(input) : input),
  );
  const { page } = await open(t);
  const said = await askWorker(
    page,
    mutants.map((input) => ({ input: [...input], direction: 'outgoing' })),
  );
  const root = await tempFolder(t, {});
  const codes = new Set<number>();
  for (const [i, input] of mutants.entries()) {
    const { found } = said[i] as Said;
    await writeFile(join(root, `${i}.log`), input);
    const io = testIo({ cwd: root });
    const args = ['sanitize', `${i}.log`, '--spec', FIXTURE, '--format', 'json'];
    codes.add(await guarded(captureMain, args, io));
    const { problems, skipped, refused, stanzas } = JSON.parse(io.stdout());
    const places = (list: readonly { line: number; column: number }[]): string[] =>
      list.map(({ line, column }) => `${line}:${column}`);
    assert.deepEqual(
      {
        problems: found.problems,
        skipped: found.skipped,
        refused: places(found.stanzas.filter((one) => one.refused !== undefined)),
        stanzas: places(found.stanzas.filter((one) => one.refused === undefined)),
      },
      { problems, skipped, refused: places(refused), stanzas: places(stanzas) },
      Buffer.from(input).toString('latin1', 0, 400),
    );
  }
  assert.deepEqual([...codes].sort(), [0, 1]);
});
