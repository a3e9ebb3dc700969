import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import type { DraftOptions } from '../../../../lib/capture/draft/draft-options.ts';
import { capturesByKey } from '../../../../lib/capture/draft/plan-captures.ts';
import { type ParseProblem, type ParseResult, parse } from '../../../../lib/capture/parse/parse.ts';
import { problem } from '../../../../lib/capture/problems/parse-problem.ts';
import { type Standing, sanitizeEach } from '../../../../lib/capture/review/sanitize-each.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import { shareValues } from '../../../../lib/capture/share/share-values.ts';
import type { SharedNames } from '../../../../lib/capture/share/shared-names.ts';
import { unpackCorpus } from '../../../../lib/corpus/load/packed-corpus.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { madeOf } from '../capture/made.ts';
import type { Asked, Told } from '../messages/messages.ts';
import { foundOf } from './found.ts';
import { sharingOf } from './sharing.ts';
import { shownOf } from './shown.ts';

// The work of the workbench, off the main thread. A worker is not under the policy of the page that starts it,
// so it gives up every way to the network itself, before it sees a byte. Modules of the site can still be
// imported: the decoder for WABinary and the schema of captures are.
for (const name of [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'Worker',
  'BroadcastChannel',
  'importScripts',
  'indexedDB',
  'caches',
]) {
  Object.defineProperty(globalThis, name, { value: undefined, configurable: false, writable: false });
}
for (const name of ['sendBeacon', 'storage', 'serviceWorker']) {
  Object.defineProperty(navigator, name, { value: undefined });
}

interface Work {
  readonly corpus: Corpus;
  /** The captures of the spec, by kind, worked out when one is asked for. */
  readonly captures: Map<DraftOptions['kind'], ReturnType<typeof capturesByKey>>;
  readonly base: string;
  readonly validator: string;
}

let work: Work | undefined;
/** What was read last. */
let parsed: ParseResult | undefined;
let stanzas: readonly Standing[] = [];
/** The names, and the paths of values, that the reader shares though the spec does not know them. */
let sharing: SharedNames = { keepNames: [], keepValues: [] };
/** The spec with the values that are shared. */
let known: Corpus | undefined;

const tell = (told: Told): void => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).catch((error: unknown) => {
    tell({ kind: 'failed', words: error instanceof Error ? error.message : String(error) });
  });
});

async function answer(asked: Asked): Promise<void> {
  if (asked.kind === 'start') {
    const { corpus, base, validator } = asked;
    work = { corpus: unpackCorpus(corpus), captures: new Map(), base, validator };
    return;
  }
  if (work === undefined) throw new Error('The spec is not there yet.');
  switch (asked.kind) {
    case 'read':
      tell({ kind: 'step', words: 'Reading the log' });
      parsed = await parsedWith(asked.input);
      share([], work);
      return hold(parsed, work);
    case 'keep':
      if (parsed === undefined) return;
      share(asked.shared, work);
      return hold(parsed, work);
    case 'show': {
      const { raw, clean, reason } = stanzas[asked.index] ?? {};
      if (raw === undefined || clean === undefined) return;
      const { replaced } = sanitize([raw], known ?? work.corpus, sharing);
      const shown = shownOf({ raw, clean, reason }, replaced, sharing, work.corpus, work.base);
      tell({ kind: 'shown', index: asked.index, shown });
      return;
    }
    case 'make': {
      const { index, options } = asked;
      const spec = { ...work, known: known ?? work.corpus, capturesOf: capturesOf(work) };
      tell({ kind: 'made', index, made: await madeOf(index, stanzas, options, sharing, spec) });
      return;
    }
    default:
      asked satisfies never;
  }
}

const capturesOf =
  ({ corpus, captures }: Work) =>
  (kind: DraftOptions['kind']): ReadonlyMap<string, string> => {
    const there = captures.get(kind) ?? capturesByKey(corpus, kind);
    captures.set(kind, there);
    return there;
  };

/** How often progress is told. */
const TELL_MS = 100;

/** Holds what was read against the spec, and tells the page what was found. */
function hold({ stanzas: found, problems, skipped }: ParseResult, { corpus }: Work): void {
  const list: Standing[] = [];
  tell({ kind: 'step', words: 'Replacing what is personal' });
  let told = performance.now();
  for (const one of sanitizeEach(found, known ?? corpus, sharing)) {
    list.push(one);
    if (performance.now() - told > TELL_MS) {
      told = performance.now();
      tell({ kind: 'step', words: 'Holding it against the spec', done: list.length, of: found.length });
    }
  }
  stanzas = list;
  const { keepNames, keepValues } = sharing;
  tell({
    kind: 'found',
    found: {
      stanzas: list.map((one) => foundOf(one, keepValues, corpus)),
      problems,
      skipped,
      kept: [...keepNames, ...keepValues],
    },
  });
}

/** From now on these names and values are shared, and no others. */
function share(wanted: readonly string[], { corpus }: Work): void {
  sharing = sharingOf(wanted);
  known = shareValues(corpus, sharing.keepValues);
}

/** Reads an input; the decoder for WABinary is fetched only where the input holds some. */
async function parsedWith(input: string | Uint8Array): Promise<ParseResult> {
  const parsed = parse(input);
  if (!parsed.problems.some(isBinary)) return parsed;
  tell({ kind: 'step', words: 'Fetching the decoder for WABinary' });
  try {
    return parse(input, { decodeBinary: await loadBinaryDecoder() });
  } catch {
    const way = 'Read these bytes with the command: npm run capture -- check FILE';
    const notLoaded = problem('wabinary/decoder-not-loaded', { way });
    return {
      ...parsed,
      problems: parsed.problems.map((one) => (isBinary(one) ? { ...one, ...notLoaded } : one)),
    };
  }
}

const isBinary = ({ code }: ParseProblem): boolean => code === 'wabinary/no-decoder';
