import { stringify } from 'yaml';
import { annotate } from '../../lib/capture/annotate.ts';
import { captureOf } from '../../lib/capture/capture-of.ts';
import { captureRules } from '../../lib/capture/capture-rules.ts';
import { captureYaml } from '../../lib/capture/capture-yaml.ts';
import type {
  CapturedAttribute,
  CapturedContent,
  CapturedNode,
  CapturedStanza,
} from '../../lib/capture/captured-node.ts';
import { findLeaksInNode } from '../../lib/capture/leaks.ts';
import { leaksInOptions, type OptionName } from '../../lib/capture/leaks-in-options.ts';
import type { StanzaReview, Verdict } from '../../lib/capture/match.ts';
import { type ParseResult, parse } from '../../lib/capture/parse.ts';
import { toHex } from '../../lib/capture/parse-content.ts';
import { isReplacedName } from '../../lib/capture/placeholders.ts';
import { capturesByKey, planCaptures } from '../../lib/capture/plan-captures.ts';
import { replacedInWords } from '../../lib/capture/replaced-in-words.ts';
import { type Replaced, sanitize } from '../../lib/capture/sanitize.ts';
import { sayVerdict } from '../../lib/capture/say-verdict.ts';
import { readValuePath, shareValues } from '../../lib/capture/share-values.ts';
import { printShared } from '../../lib/capture/shared-on-purpose.ts';
import {
  attributeSkeleton,
  childSkeleton,
  type SkeletonEvidence,
  valueSkeleton,
} from '../../lib/capture/skeleton.ts';
import { type Standing, standAlone } from '../../lib/capture/stand-alone.ts';
import { unlistedValues } from '../../lib/capture/unlisted-values.ts';
import { loadBinaryDecoder } from '../../lib/capture/wabinary.ts';
import { whyNameHeldBack } from '../../lib/capture/why-name-held-back.ts';
import { whyValueHeldBack } from '../../lib/capture/why-value-held-back.ts';
import type { Corpus, Entry } from '../../lib/corpus/corpus.ts';
import { enumOfType } from '../../lib/corpus/enum-of-type.ts';
import { unpackCorpus } from '../../lib/corpus/packed-corpus.ts';
import { printable } from '../../lib/findings/printable.ts';
import { runRules } from '../../lib/rules/run-rules.ts';
import type { Capture } from '../../lib/schema/types.generated.ts';
import { readSource } from '../../lib/source/read-source.ts';
import { fragment } from '../model/links.ts';
import { PAGES_OF_KINDS } from '../model/pages-of-kinds.ts';
import type {
  Asked,
  Choosable,
  FoundStanza,
  Made,
  MakeOptions,
  Named,
  NewEntry,
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
  /** The captures of the spec, by kind, worked out when one is asked for. */
  readonly captures: Map<string, ReturnType<typeof capturesByKey>>;
  readonly base: string;
  readonly validator: string;
}

let work: Work | undefined;
/** What was read last. */
let parsed: ParseResult | undefined;
let stanzas: readonly Standing[] = [];
/** The names, and the paths of values, that the reader shares though the spec does not know them. */
let keepNames: readonly string[] = [];
let keepValues: readonly string[] = [];
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
      const { replaced } = sanitize([raw], known ?? work.corpus, { keepNames });
      const shown = show(raw, clean.stanza, clean.review, replaced, reason, work);
      tell({ kind: 'shown', index: asked.index, shown });
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

function hold({ stanzas: found, problems, skipped }: ParseResult, { corpus }: Work): void {
  const list: Standing[] = [];
  tell({ kind: 'step', words: 'Replacing what is personal' });
  let told = performance.now();
  for (const one of standAlone(found, known ?? corpus, { keepNames })) {
    list.push(one);
    if (performance.now() - told > TELL_MS) {
      told = performance.now();
      tell({ kind: 'step', words: 'Holding it against the spec', done: list.length, of: found.length });
    }
  }
  stanzas = list;
  tell({
    kind: 'found',
    found: { stanzas: list.map(foundOf), problems, skipped, kept: [...keepNames, ...keepValues] },
  });
}

function share(wanted: readonly string[], { corpus }: Work): void {
  keepNames = wanted.filter((one) => !one.includes('=') && whyNameHeldBack(one) === undefined);
  keepValues = wanted.filter((one) => {
    const path = readValuePath(one);
    return path !== undefined && whyValueHeldBack(path.value) === undefined;
  });
  known = shareValues(corpus, keepValues);
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

function foundOf({ raw, clean, reason }: Standing): FoundStanza {
  const { line, column, root } = raw;
  const review = clean?.review;
  const count = (...verdicts: Verdict['verdict'][]): number =>
    review?.verdicts.filter(({ verdict }) => verdicts.includes(verdict)).length ?? 0;
  const fresh = review === undefined ? 0 : freshIn(review).length;
  return {
    line,
    column,
    shape: review === undefined ? `<${clip(root.tag)}>` : shapeOf(review),
    stanza: review?.stanza,
    direction: review?.direction,
    refused: clean === undefined ? reason : undefined,
    counts: {
      supports: count('supports') - fresh,
      contradicts: count('contradicts'),
      unknown: count('unknown', 'ledger') + fresh,
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

/** What a review says of the values that are shared. */
const freshIn = ({ verdicts }: StanzaReview): Verdict[] =>
  verdicts.filter(({ path }) => keepValues.includes(path) && work?.corpus.factByPath.has(path) === false);

type Part = ReturnType<typeof annotate>[number]['part'];

function show(
  raw: CapturedStanza,
  clean: CapturedStanza,
  review: StanzaReview,
  replaced: readonly Replaced[],
  reason: string | undefined,
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
  const were = namesBefore(raw.root, clean.root);
  // What is shared agrees with the spec as it will be; to the spec as it is, it is new.
  const fresh = freshIn(review);
  const isFresh = (part: Part, verdict: Verdict | undefined): boolean => {
    const id = enumOfType(corpus.factByPath.get(verdict?.path ?? '')?.type);
    const text =
      part.kind === 'attribute'
        ? part.attribute.value
        : part.kind === 'content' && part.node.content?.kind === 'text'
          ? part.node.content.text
          : undefined;
    return fresh.some(({ path }) => path === `${id}=${text}`);
  };
  return {
    head: shapeOf(review),
    unfit: reason,
    stanza: stanzaNamed(review.stanza),
    envelope: stanzaNamed(review.envelope),
    direction: review.direction,
    directionListed: review.directionListed,
    rows: annotate(clean.root, review, corpus).map(({ depth, part, verdict }) => ({
      depth,
      role: part.kind,
      ...namesOf(part),
      was: wasOf(part, were),
      ...(isFresh(part, verdict)
        ? { verdict: 'unknown', confidence: undefined }
        : {
            verdict: verdict?.verdict,
            confidence: verdict !== undefined && 'confidence' in verdict ? verdict.confidence : undefined,
          }),
      path: verdict === undefined ? undefined : fact(verdict.path),
    })),
    contradicts: remarks('contradicts'),
    unknown: [
      ...remarks('unknown', 'ledger', 'cut'),
      ...fresh.map(({ path, count }) => ({
        at: fact(path),
        count,
        message: 'The enum does not list this value yet.',
        hint: 'The entry that has to come with the capture stands below.',
      })),
    ],
    supports: review.verdicts.filter(({ verdict }) => verdict === 'supports').length - fresh.length,
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
    names: unknownNames(raw.root, clean.root),
    values: unlisted(raw.root, clean.root, corpus),
    replaced: { words: replacedInWords(replaced), pairs: pairsOf(raw.root, clean.root) },
    leaks: [...new Set(findLeaksInNode(clean.root).map(({ kind }) => kind))],
  };
}

/** The names of a stanza as they stand in the log, by the node or attribute that has lost its own. */
function namesBefore(raw: CapturedNode, clean: CapturedNode): Map<CapturedNode | CapturedAttribute, string> {
  const names = new Map<CapturedNode | CapturedAttribute, string>();
  const walk = (a: CapturedNode, b: CapturedNode): void => {
    if (a.tag !== b.tag) names.set(b, a.tag);
    for (const [i, one] of b.attributes.entries()) {
      const before = a.attributes[i]?.name;
      if (before !== undefined && before !== one.name) names.set(one, before);
    }
    for (const [i, child] of b.children.entries()) {
      const before = a.children[i];
      if (before !== undefined) walk(before, child);
    }
  };
  walk(raw, clean);
  return names;
}

function wasOf(part: Part, were: ReturnType<typeof namesBefore>): string | undefined {
  const was =
    part.kind === 'node'
      ? were.get(part.node)
      : part.kind === 'attribute'
        ? were.get(part.attribute)
        : undefined;
  return was === undefined ? undefined : clip(was);
}

/** The names that the spec does not know, each once, with whether it is shared. */
function unknownNames(raw: CapturedNode, clean: CapturedNode): Choosable[] {
  const names = new Map<string, Choosable & { where: string[] }>();
  const look = (before: string, after: string, where: string): void => {
    const shared = before === after;
    if (shared && !keepNames.includes(before)) return;
    const heldBack = whyNameHeldBack(before);
    const one = names.get(before) ?? {
      key: heldBack === undefined ? before : undefined,
      was: clip(before),
      after,
      where: [],
      shared,
      heldBack,
    };
    names.set(before, one);
    if (!one.where.includes(where)) one.where.push(where);
  };
  const walk = (a: CapturedNode, b: CapturedNode, parent: string): void => {
    look(a.tag, b.tag, parent === '' ? 'the outermost tag' : `a tag in <${parent}>`);
    for (const [i, { name }] of a.attributes.entries()) {
      look(name, b.attributes[i]?.name ?? name, `an attribute of <${clip(b.tag)}>`);
    }
    for (const [i, child] of a.children.entries()) {
      const other = b.children[i];
      if (other !== undefined) walk(child, other, clip(b.tag));
    }
  };
  walk(raw, clean, '');
  return [...names.values()];
}

/** The values that their enum does not list, each once, with whether it is shared. */
function unlisted(raw: CapturedNode, clean: CapturedNode, corpus: Corpus): Choosable[] {
  const after = new Map<string, string>();
  const walk = (a: CapturedNode, b: CapturedNode): void => {
    for (const [i, { value }] of a.attributes.entries()) after.set(value, b.attributes[i]?.value ?? '');
    if (a.content?.kind === 'text' && b.content?.kind === 'text') after.set(a.content.text, b.content.text);
    for (const [i, child] of a.children.entries()) {
      const other = b.children[i];
      if (other !== undefined) walk(child, other);
    }
  };
  walk(raw, clean);
  return unlistedValues(raw, corpus).map(({ path, enum: id, value, where }) => {
    const heldBack = whyValueHeldBack(value);
    return {
      key: heldBack === undefined ? path : undefined,
      was: clip(value),
      after: clip(after.get(value) ?? ''),
      where: where.map((one) => `${clip(one)}, of the enum ${id}`),
      shared: keepValues.includes(path),
      heldBack,
    };
  });
}

function namesOf(part: Part): Pick<Shown['rows'][number], 'name' | 'value'> {
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

/** How the page calls what an option of the command says. */
const FIELDS: Readonly<Record<OptionName, string>> = {
  id: 'The id',
  title: '“What it shows”',
  contributor: '“Contributor”',
  'captured-at': '“Day”',
  issue: 'The issue',
  tool: '“Tool”',
};

async function make(
  index: number,
  options: MakeOptions,
  { corpus, captures, validator }: Work,
): Promise<Made> {
  const { technique, kind, direction: said, ...rest } = options;
  const { clean, reason } = stanzas[index] ?? {};
  if (clean === undefined) return { wanted: ['There is no such stanza.'] };
  const { review } = clean;
  const wanted = leaksInOptions(rest).map(
    ({ option, kind: leak }) => `${FIELDS[option]} holds what looks like ${leak}. Write something else.`,
  );
  if (reason !== undefined) {
    wanted.push(`No capture is made of this stanza: ${reason}. Copy it whole from the log.`);
  }
  if (findLeaksInNode(clean.stanza.root).length > 0) {
    wanted.push(
      'After sanitizing something personal may be left, so nothing is made of it. Report this without the log.',
    );
  }
  if (review.stanza === undefined) {
    wanted.push(
      `No stanza of the spec has the tag ${clip(review.tag)}. Describe it first, in a copy of the repository: npm run new -- stanza ID`,
    );
  }
  const shared = new Set(keepNames);
  const values = review.verdicts.map(({ path }) => path).filter((path) => keepValues.includes(path));
  if (kind === 'synthetic' && (values.length > 0 || holdsName(clean.stanza.root, shared))) {
    wanted.push(
      'A synthetic stanza adds nothing to the spec, so it cannot bring a new name or value. Do not share it, or describe it first.',
    );
  }
  if (technique === undefined) wanted.push('Choose how it was captured.');
  if (kind === undefined) wanted.push('Choose what it is.');
  if (review.direction === undefined && said === undefined) {
    wanted.push('The log does not tell the direction: choose it.');
  }
  if (wanted.length > 0 || technique === undefined || kind === undefined) return { wanted };
  const complete = { ...rest, technique, kind, direction: said };
  // Those before it count, too: stanzas of one log get different ids, and always the same ones.
  const there = captures.get(kind) ?? capturesByKey(corpus, kind);
  captures.set(kind, there);
  const plan = planCaptures(stanzas.slice(0, index + 1), corpus, there, complete)[index];
  if (plan === undefined || 'reason' in plan) {
    return { wanted: [`No capture is made of this stanza: ${plan?.reason}. Choose another one.`] };
  }
  const capture = captureOf(plan.id, plan.stanza, plan.direction, complete);
  const yaml = captureYaml(capture);
  const wrong = await wrongWith(capture, yaml, known ?? corpus, validator);
  if (wrong.length > 0) return { wanted: wrong };
  const evidence = { technique, source: `capture:${plan.id}` };
  return {
    id: plan.id,
    path: `captures/${plan.id}.yaml`,
    yaml,
    entries: [
      ...entriesOf(review, shared, evidence),
      ...values.flatMap((path) => valueEntry(path, evidence)),
    ],
    fields: {
      technique,
      direction: plan.direction,
      kind,
      capture: capture.raw.body,
      share: printShared({
        keepNames: keepNames.filter((name) => holdsName(plan.stanza.root, new Set([name]))),
        keepValues: values,
      }),
      'captured-at': complete.capturedAt ?? '',
    },
  };
}

/** The entry that an enum needs for a value that is shared. */
function valueEntry(path: string, evidence: SkeletonEvidence): NewEntry[] {
  const one = readValuePath(path);
  if (one === undefined) return [];
  const yaml = stringify([valueSkeleton(one.value, evidence)]);
  return [{ file: `enums/${one.enum}.yaml`, list: 'values', parent: one.enum, yaml }];
}

const holdsName = ({ tag, attributes, children }: CapturedNode, names: ReadonlySet<string>): boolean =>
  names.has(tag) ||
  attributes.some(({ name }) => names.has(name)) ||
  children.some((one) => holdsName(one, names));

/** The entries that the spec needs for the names that are shared: without them it would not take the capture. */
function entriesOf(
  { verdicts }: StanzaReview,
  shared: ReadonlySet<string>,
  evidence: SkeletonEvidence,
): NewEntry[] {
  return verdicts.flatMap(({ path, count, ...one }): NewEntry[] => {
    if (one.verdict !== 'unknown' || one.what.kind === 'content') return [];
    const { what } = one;
    const file = `stanzas/${path.slice(0, path.indexOf(':'))}.yaml`;
    if (what.kind === 'attribute') {
      if (!shared.has(what.name)) return [];
      const entry = attributeSkeleton(what.name, what.attribute.value, evidence);
      return [{ file, list: 'attributes', parent: what.parent, yaml: stringify([entry]) }];
    }
    if (isReplacedName(what.name) || !holdsName(what.node, shared)) return [];
    const entry = childSkeleton([what.node], count, evidence);
    return [{ file, list: 'children', parent: what.parent, yaml: stringify([entry]) }];
  });
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
  return runRules(only, captureRules(undefined, keepNames)).map(({ message }) => message);
}

type Validate = ((data: unknown) => boolean) & {
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
};
