import {
  findLeaks,
  findLeaksInId,
  findLeaksInNode,
  findLeaksInVersion,
  type Leak,
  type LeakKind,
} from '../capture/leaks/find-leaks.ts';
import { findLeaksInSpec } from '../capture/leaks/find-leaks-in-spec.ts';
import { findLeaksInUrl } from '../capture/leaks/find-leaks-in-url.ts';
import { withoutExceptions } from '../capture/leaks/without-exceptions.ts';
import { listedBytes } from '../capture/lookup/listed-bytes.ts';
import type { DecodeBinary } from '../capture/parse/parse.ts';
import { storedRecords } from '../capture/parse/stored-records.ts';
import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import { pathAt } from '../corpus/load/path-at.ts';
import { baseOfType } from '../corpus/match/value-fits.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { Fact } from '../corpus/model/fact.ts';
import { finding } from '../findings/finding.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Pointer } from '../source/mark.ts';
import { placesInText } from '../source/places-in-text.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/** No capture, example or observed value contains anything that may be personal. */
export const nothingLeaks = (decodeBinary: DecodeBinary | undefined): Rule => ({
  name: 'nothing-leaks',
  codes: ['capture/leak', 'capture/public-unused'],
  check(corpus, report) {
    for (const { entry, facts } of ownedFacts(corpus)) {
      if (entry.kind === 'enum') continue;
      const times = timesOf(facts, corpus);
      const inSpec = (text: string): Leak[] => findLeaksInSpec(text, times);
      for (const fact of facts) {
        const values = fact.observed.map((value, i) => [['observed_values', i], value] as const);
        for (const [at, value] of [...values, [['value'], fact.value] as const]) {
          const pointer = [...fact.pointer, ...at];
          reportLeaks(entry, pointer, value, report, (text) => leaksOfValue(fact, text, inSpec, corpus));
        }
      }
      if (!isOf(entry, 'stanza')) continue;
      // A capture keeps the values that `match` names, so they are checked here too.
      for (const [i, { values }] of (entry.data.match?.attributes ?? []).entries()) {
        for (const [j, value] of values.entries()) {
          reportLeaks(entry, ['match', 'attributes', i, 'values', j], value, report);
        }
      }
      for (const [i, example] of (entry.data.examples ?? []).entries()) {
        for (const key of ['title', 'body', 'note'] as const) {
          if (key === 'body' && example.format === 'hex') continue;
          reportLeaks(entry, ['examples', i, key], example[key], report, inSpec);
        }
      }
    }
    checkTypes(corpus, report);
    checkCaptures(corpus, decodeBinary, report);
  },
});

const isOf = <K extends Kind>(entry: Entry<Kind>, kind: K): entry is Entry<K> => entry.kind === kind;

const baseOf = (type: string | undefined, corpus: Corpus): string | undefined =>
  type === undefined ? undefined : baseOfType(type, corpus.definitions.type);

/** The attributes that a definition describes as times, and the tags whose content is one. */
const timesOf = (facts: readonly Fact[], corpus: Corpus): ReadonlySet<string> =>
  new Set(
    facts
      .filter(({ type }) => baseOf(type, corpus) === 'timestamp')
      .map(({ kind, name, node }) => (kind === 'content' ? (node.split('/').at(-1) ?? '') : name)),
  );

/** A value is checked together with its name, unless the spec says that it belongs to a person. */
function leaksOfValue(
  { kind, name, node, type }: Fact,
  value: string,
  inSpec: (text: string) => Leak[],
  corpus: Corpus,
): Leak[] {
  if (baseOf(type, corpus) === 'jid') return findLeaks(value);
  const lead = `${kind === 'content' ? (node.split('/').at(-1) ?? '') : name}="`;
  return inSpec(`${lead}${value}"`)
    .filter(({ offset }) => offset >= lead.length)
    .map((leak) => ({ ...leak, offset: leak.offset - lead.length }));
}

function checkTypes(corpus: Corpus, report: Report): void {
  const inSpec = (text: string): Leak[] => findLeaksInSpec(text, new Set());
  for (const entry of corpus.definitions.type.values()) {
    const { expected, examples, placeholder, typescript } = entry.data;
    for (const [pointer, text] of textsIn({ expected, examples, placeholder, typescript })) {
      // What is said of a time may show one.
      const isTime = entry.data.base === 'timestamp' && pointer[0] === 'examples';
      reportLeaks(entry, pointer, text, report, isTime ? timeExample : inSpec);
    }
  }
}

/** An example of a time is checked as the value of an attribute that is one. */
const timeExample = (value: string): Leak[] =>
  findLeaksInSpec(`t="${value}"`, new Set(['t'])).map(({ kind }) => ({ kind, offset: 0 }));

/** How the texts of a capture are searched that look like something else. */
const LEAKS_IN: Readonly<Record<string, (text: string) => Leak[]>> = {
  'source.version': findLeaksInVersion,
  'source.url': findLeaksInUrl,
};

function checkCaptures(corpus: Corpus, decodeBinary: DecodeBinary | undefined, report: Report): void {
  for (const entry of corpus.definitions.capture.values()) {
    const { trace, public: exceptions = [] } = entry.data;
    const values = exceptions.map(({ value }) => value);
    const excepted = new Set(values);
    const reasons = exceptions.map(({ reason }) => ({ reason }));
    const words = {
      ...entry.data,
      raw: undefined,
      trace: trace?.map(({ note }) => ({ note })),
      public: reasons,
    };
    for (const [pointer, text] of textsIn(words)) {
      reportLeaks(entry, pointer, text, report, LEAKS_IN[pointer.join('.')]);
    }
    const used = new Set<string>();
    for (const { record, stanza } of storedRecords(entry.data, decodeBinary)) {
      const at = [...record.pointer, 'body'];
      // The text of a hex dump is not checked; its bytes are, below.
      const seen =
        record.format === 'hex'
          ? new Set()
          : reportLeaks(entry, at, record.body, report, (text) =>
              withoutExceptions(text, findLeaks(text), excepted),
            );
      if ('reason' in stanza) continue;
      const inNode = (without: ReadonlySet<string>): readonly Leak[] =>
        findLeaksInNode(stanza.root, listedBytes(corpus), without);
      const leaks = inNode(excepted);
      const kinds = new Set(leaks.map(({ kind }) => kind));
      const place = entry.source.place(at);
      for (const kind of kinds) {
        if (!seen.has(kind)) report(finding('capture/leak', { kind }, place, entry.id));
      }
      for (const value of values) {
        if (inNode(new Set(values.filter((one) => one !== value))).length > leaks.length) used.add(value);
      }
    }
    for (const [i, value] of values.entries()) {
      if (!used.has(value)) report(findingAt(entry, ['public', i, 'value'], 'capture/public-unused', {}));
    }
  }
}

function* textsIn(value: unknown, at: Pointer = []): Generator<[Pointer, string]> {
  if (typeof value === 'string') yield [at, value];
  else if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* textsIn(one, [...at, i]);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* textsIn(one, [...at, key]);
  }
}

function reportLeaks(
  entry: Entry<Kind>,
  pointer: Pointer,
  text: string | undefined,
  report: Report,
  find: (text: string) => readonly Leak[] = ['id', 'technique', 'contributor'].includes(
    String(pointer.at(-1)),
  )
    ? findLeaksInId
    : findLeaks,
): Set<LeakKind> {
  const leaks = text === undefined ? [] : find(text);
  if (text !== undefined && leaks.length > 0) {
    const placeOf = placesInText(entry.source, pointer, text);
    const path = pathAt(entry.kind, entry.id, entry.data, pointer);
    for (const { kind, offset } of leaks) report(finding('capture/leak', { kind }, placeOf(offset), path));
  }
  return new Set(leaks.map(({ kind }) => kind));
}
