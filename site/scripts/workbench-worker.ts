import { annotate } from '../../lib/capture/annotate.ts';
import { captureIds } from '../../lib/capture/capture-ids.ts';
import { captureOf } from '../../lib/capture/capture-of.ts';
import { captureRules } from '../../lib/capture/capture-rules.ts';
import { captureYaml } from '../../lib/capture/capture-yaml.ts';
import type { CapturedContent, CapturedNode, CapturedStanza } from '../../lib/capture/captured-node.ts';
import { findLeaksInNode } from '../../lib/capture/leaks.ts';
import { match, type StanzaReview, type Verdict } from '../../lib/capture/match.ts';
import { type ParseResult, parse } from '../../lib/capture/parse.ts';
import { toHex } from '../../lib/capture/parse-content.ts';
import { replacedInWords } from '../../lib/capture/replaced-in-words.ts';
import { type Replaced, sanitize } from '../../lib/capture/sanitize.ts';
import { sayVerdict } from '../../lib/capture/say-verdict.ts';
import { loadBinaryDecoder } from '../../lib/capture/wabinary.ts';
import type { Corpus, Entry } from '../../lib/corpus/corpus.ts';
import { type PackedCorpus, unpackCorpus } from '../../lib/corpus/packed-corpus.ts';
import { printable } from '../../lib/findings/printable.ts';
import { runRules } from '../../lib/rules/run-rules.ts';
import type { Capture } from '../../lib/schema/types.generated.ts';
import { readSource } from '../../lib/source/read-source.ts';
import { fragment } from '../model/links.ts';
import { PAGES_OF_KINDS } from '../model/pages-of-kinds.ts';
import type {
  Asked,
  FoundStanza,
  Made,
  MakeOptions,
  Named,
  Remark,
  Shown,
  Told,
} from './workbench-messages.ts';

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
  readonly taken: PackedCorpus['captures'];
  readonly base: string;
  readonly validator: string;
}

/** A stanza of the input; undefined parts where it cannot be sanitized. */
interface One {
  readonly raw: CapturedStanza;
  readonly clean: CapturedStanza | undefined;
  readonly review: StanzaReview | undefined;
  readonly replaced: readonly Replaced[];
  readonly refused: string | undefined;
}

let work: Work | undefined;
let stanzas: readonly One[] = [];

const tell = (told: Told): void => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).catch((error: unknown) => {
    tell({ kind: 'failed', words: error instanceof Error ? error.message : String(error) });
  });
});

async function answer(asked: Asked): Promise<void> {
  if (asked.kind === 'start') {
    const { corpus, base, validator } = asked;
    work = { corpus: unpackCorpus(corpus), taken: corpus.captures, base, validator };
    return;
  }
  if (work === undefined) throw new Error('The spec is not there yet.');
  switch (asked.kind) {
    case 'read':
      return read(asked.input, work);
    case 'show': {
      const one = stanzas[asked.index];
      if (one?.clean === undefined || one.review === undefined) return;
      tell({
        kind: 'shown',
        index: asked.index,
        shown: show(one.raw, one.clean, one.review, one.replaced, work),
      });
      return;
    }
    case 'make':
      tell({ kind: 'made', index: asked.index, made: await make(asked.index, asked.options, work) });
      return;
    default:
      asked satisfies never;
  }
}

// --- reading

/** How often progress is told. */
const TELL_MS = 100;

async function read(input: string | Uint8Array, { corpus }: Work): Promise<void> {
  tell({ kind: 'step', words: 'Reading the log' });
  const parsed = await parsedWith(input);
  const list: One[] = [];
  let told = performance.now();
  for (const raw of parsed.stanzas) {
    // Each stanza is sanitized alone, as it will stand in a capture.
    const { stanzas: clean, refused, replaced } = sanitize([raw], corpus);
    const [one] = clean;
    list.push({
      raw,
      clean: one,
      review: one === undefined ? undefined : match(one, corpus),
      replaced,
      refused: refused[0]?.reason,
    });
    if (performance.now() - told > TELL_MS) {
      told = performance.now();
      tell({
        kind: 'step',
        words: 'Holding it against the spec',
        done: list.length,
        of: parsed.stanzas.length,
      });
    }
  }
  stanzas = list;
  const { problems, skipped } = parsed;
  tell({ kind: 'found', found: { stanzas: list.map(foundOf), problems, skipped } });
}

async function parsedWith(input: string | Uint8Array): Promise<ParseResult> {
  const parsed = parse(input);
  if (!parsed.problems.some(({ message }) => message.includes('WABinary'))) return parsed;
  tell({ kind: 'step', words: 'Fetching the decoder for WABinary' });
  try {
    return parse(input, { decodeBinary: await loadBinaryDecoder() });
  } catch {
    const hint = 'Read these bytes with the command: npm run capture -- check FILE';
    return {
      ...parsed,
      problems: parsed.problems.map((one) =>
        one.message.includes('WABinary')
          ? { ...one, message: 'This is WABinary, and this browser or host does not run the decoder.', hint }
          : one,
      ),
    };
  }
}

function foundOf({ raw, review, refused }: One): FoundStanza {
  const { line, column, root } = raw;
  const count = (...verdicts: Verdict['verdict'][]): number =>
    review?.verdicts.filter(({ verdict }) => verdicts.includes(verdict)).length ?? 0;
  return {
    line,
    column,
    shape: review === undefined ? `<${clip(root.tag)}>` : shapeOf(review),
    stanza: review?.stanza,
    direction: review?.direction,
    refused,
    counts: {
      supports: count('supports'),
      contradicts: count('contradicts'),
      unknown: count('unknown', 'ledger'),
      cut: count('cut'),
      settled: review?.settled.length ?? 0,
    },
  };
}

const shapeOf = ({ tag, payload }: StanzaReview): string =>
  payload.length === 0
    ? `<${clip(tag)}>`
    : `<${clip(tag)}> with ${payload
        .slice(0, 5)
        .map((one) => `<${clip(one)}>`)
        .join(', ')}${payload.length > 5 ? ', …' : ''}`;

// --- showing

/** How many characters of a value are shown. */
const MAX_SHOWN = 120;

function clip(text: string): string {
  const safe = printable(text).replaceAll('\n', '⏎');
  return safe.length <= MAX_SHOWN ? safe : `${safe.slice(0, MAX_SHOWN - 24)}… (${text.length} characters)`;
}

function contentText(content: CapturedContent): string {
  switch (content.kind) {
    case 'text':
      return clip(content.text);
    case 'bytes': {
      const { length } = content.bytes;
      const hex = toHex(content.bytes.subarray(0, 24));
      return `${hex}${length > 24 ? '…' : ''} (${length} ${length === 1 ? 'byte' : 'bytes'})`;
    }
    case 'cut':
      return content.size === undefined ? '(cut off)' : `(${content.size} bytes, cut off)`;
    default:
      return content satisfies never;
  }
}

function show(
  raw: CapturedStanza,
  clean: CapturedStanza,
  review: StanzaReview,
  replaced: readonly Replaced[],
  { corpus, base }: Work,
): Shown {
  const definition = (kind: 'stanza' | 'enum', id: string): string | undefined =>
    corpus.definitions[kind].has(id) ? `${base}${PAGES_OF_KINDS[kind]}${encodeURIComponent(id)}/` : undefined;
  const stanzaNamed = (id: string | undefined): Named | undefined =>
    id === undefined ? undefined : { text: id, href: definition('stanza', id) };
  const fact = (path: string): Named => {
    const found = corpus.factByPath.get(path);
    const page =
      found === undefined ? undefined : definition(found.kind === 'value' ? 'enum' : 'stanza', found.owner);
    return { text: path, href: page === undefined ? undefined : `${page}${fragment(found?.anchor ?? '')}` };
  };
  const remarks = (...kinds: Verdict['verdict'][]): Remark[] =>
    review.verdicts
      .filter(({ verdict }) => kinds.includes(verdict))
      .map((one) => {
        const { message, hint } = sayVerdict(one);
        return { at: fact(one.path), count: one.count, message, hint };
      });
  return {
    head: shapeOf(review),
    stanza: stanzaNamed(review.stanza),
    envelope: stanzaNamed(review.envelope),
    direction: review.direction,
    directionListed: review.directionListed,
    rows: annotate(clean.root, review, corpus).map(({ depth, part, verdict }) => ({
      depth,
      role: part.kind,
      ...namesOf(part),
      verdict: verdict?.verdict,
      confidence: verdict !== undefined && 'confidence' in verdict ? verdict.confidence : undefined,
      path: verdict === undefined ? undefined : fact(verdict.path),
    })),
    contradicts: remarks('contradicts'),
    unknown: remarks('unknown', 'ledger', 'cut'),
    supports: review.verdicts.filter(({ verdict }) => verdict === 'supports').length,
    settled: review.settled.map(({ question, owner, text, answer: then }) => {
      const asked = corpus.questions.find(
        (one) => one.owner === owner && (one.id ?? one.anchor) === question,
      );
      const page = asked === undefined || asked.kind === 'flow' ? undefined : definition(asked.kind, owner);
      return {
        at: {
          text: question,
          href: page === undefined ? undefined : `${page}${fragment(asked?.anchor ?? '')}`,
        },
        text,
        answer: then,
      };
    }),
    replaced: { words: replacedInWords(replaced), pairs: pairsOf(raw.root, clean.root) },
    leaks: [...new Set(findLeaksInNode(clean.root).map(({ kind }) => kind))],
  };
}

function namesOf(
  part: ReturnType<typeof annotate>[number]['part'],
): Pick<Shown['rows'][number], 'name' | 'value'> {
  switch (part.kind) {
    case 'node':
      return { name: part.node.tag, value: undefined };
    case 'attribute':
      return {
        name: part.attribute.name,
        value: part.attribute.cut ? '(cut off)' : clip(part.attribute.value),
      };
    case 'content':
      return {
        name: 'content',
        value: part.node.content === undefined ? '' : contentText(part.node.content),
      };
    case 'missing':
      return { name: part.name, value: undefined };
    default:
      return part satisfies never;
  }
}

/** What was replaced: the two trees have one shape. Equal pairs are told once, with all their places. */
function pairsOf(raw: CapturedNode, clean: CapturedNode): Shown['replaced']['pairs'] {
  const pairs = new Map<string, { where: string[]; before: string; after: string }>();
  const add = (where: string, before: string, after: string): void => {
    if (before === after) return;
    const key = `${before}\n${after}`;
    const pair = pairs.get(key) ?? { where: [], before, after };
    pairs.set(key, pair);
    if (!pair.where.includes(where)) pair.where.push(where);
  };
  const walk = (a: CapturedNode, b: CapturedNode): void => {
    add(`<${clip(b.tag)}>`, clip(a.tag), clip(b.tag));
    for (const [i, { name, value, cut }] of a.attributes.entries()) {
      const other = b.attributes[i];
      if (other === undefined) continue;
      const where = `${clip(b.tag)}@${clip(other.name)}`;
      add(where, clip(name), clip(other.name));
      add(where, clip(value), cut ? '(cut off)' : clip(other.value));
    }
    if (a.content !== undefined && b.content !== undefined) {
      add(`<${clip(b.tag)}>`, contentText(a.content), contentText(b.content));
    }
    for (const [i, child] of a.children.entries()) {
      const other = b.children[i];
      if (other !== undefined) walk(child, other);
    }
  };
  walk(raw, clean);
  return [...pairs.values()];
}

// --- making

async function make(index: number, options: MakeOptions, { corpus, taken, validator }: Work): Promise<Made> {
  const { technique, kind, direction: said, ...rest } = options;
  const one = stanzas[index];
  if (one?.clean === undefined || one.review === undefined) return { wanted: ['There is no such stanza.'] };
  const { clean, review } = one;
  const { stanza } = review;
  const direction = review.direction ?? said;
  const wanted: string[] = [];
  if (findLeaksInNode(clean.root).length > 0) {
    wanted.push(
      'After sanitizing something personal may be left, so nothing is made of it. Report this without the log.',
    );
  }
  if (stanza === undefined) {
    wanted.push(
      `No stanza of the spec has the tag ${clip(review.tag)}. Describe it first: npm run new -- stanza ID`,
    );
  }
  if (technique === undefined) wanted.push('Choose how it was captured.');
  if (kind === undefined) wanted.push('Choose what it is.');
  if (direction === undefined) wanted.push('The log does not tell the direction: choose it.');
  if (
    wanted.length > 0 ||
    stanza === undefined ||
    technique === undefined ||
    kind === undefined ||
    direction === undefined
  ) {
    return { wanted };
  }
  const complete = { ...rest, technique, kind, direction };
  // Stanzas of one log get different ids, and always the same ones.
  const earlier = stanzas.slice(0, index).filter((other) => other.review?.stanza === stanza).length;
  const name = captureIds(
    complete,
    earlier === 0 && complete.id !== undefined ? 1 : 2,
    new Set(taken.map((id) => id.toLowerCase())),
  );
  let id = name(stanza);
  for (let n = 0; n < earlier; n++) id = name(stanza);
  const capture = captureOf(id, clean, direction, complete);
  const yaml = captureYaml(capture);
  const wrong = await wrongWith(capture, yaml, corpus, validator);
  return wrong.length > 0 ? { wanted: wrong } : { id, path: `captures/${id}.yaml`, yaml };
}

/** What is wrong with the file of a capture: it is read again, held against its schema and its rules. */
async function wrongWith(
  capture: Capture,
  yaml: string,
  corpus: Corpus,
  validator: string,
): Promise<string[]> {
  const { source, findings } = readSource('capture.yaml', new TextEncoder().encode(yaml));
  if (source === undefined) return findings.map(({ message }) => message);
  const { default: validate } = (await import(/* @vite-ignore */ validator)) as { default: Validate };
  if (!validate(source.data)) {
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  }
  if (JSON.stringify(source.data) !== JSON.stringify(capture))
    return ['The file does not say what it should.'];
  const entry: Entry<'capture'> = { kind: 'capture', id: capture.id, data: capture, source };
  const only = {
    ...corpus,
    factsOfStanza: new Map(),
    definitions: { ...corpus.definitions, capture: new Map([[entry.id, entry]]) },
  };
  return runRules(only, captureRules()).map(({ message }) => message);
}

type Validate = ((data: unknown) => boolean) & {
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
};
