import { clientWords, wordsOfClient } from '../../corpus/captures/client-words.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { parseSource } from '../../corpus/sources/source-ref.ts';
import type { Capture } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import { sightings } from './sightings.ts';

interface Seen {
  readonly client: string;
  readonly date: string;
}

/**
 * Where one of some facts was last seen: in the latest capture that they name or that shows them, or without one in the
 * latest flavor, such as `WhatsApp Web 2.3000.1, 2026-05-01`. What a capture shows was there; code only expects it.
 * undefined if there is none whose date is known.
 */
export function lastSeen(
  facts: readonly Pick<Fact, 'path' | 'provenance'>[],
  corpus: Corpus,
): string | undefined {
  const { flavors, captures } = namedBy(facts);
  const shown = facts.flatMap(({ path }) => sightings(corpus).get(path) ?? []);
  const all = new Set([
    ...[...captures].flatMap((id) => corpus.definitions.capture.get(id)?.data ?? []),
    ...shown.map(({ capture }) => capture),
  ]);
  const last =
    latest([...all].flatMap((capture) => seenInCapture(capture, corpus))) ??
    latest([...flavors].flatMap((id) => seenInFlavor(id, corpus)));
  return last === undefined ? undefined : `${last.client}, ${last.date.slice(0, 10)}`;
}

const latest = (seen: readonly Seen[]): Seen | undefined =>
  seen.toSorted((a, b) => compareText(b.date, a.date))[0];

function namedBy(facts: readonly Pick<Fact, 'provenance'>[]): {
  flavors: Set<string>;
  captures: Set<string>;
} {
  const flavors = new Set<string>();
  const captures = new Set<string>();
  for (const { provenance } of facts) {
    for (const id of provenance.flavors) flavors.add(id);
    for (const source of provenance.sources) {
      const ref = parseSource(source);
      if (ref.kind === 'flavor') flavors.add(ref.flavor);
      if (ref.kind === 'capture') captures.add(ref.id);
    }
  }
  return { flavors, captures };
}

function seenInCapture({ kind, source }: Capture, corpus: Corpus): Seen[] {
  // What was made up has not been seen.
  if (source.captured_at === undefined || kind === 'synthetic') return [];
  return [{ client: clientWords(source, corpus), date: source.captured_at }];
}

function seenInFlavor(id: string, { definitions }: Corpus): Seen[] {
  const flavor = definitions.flavor.get(id)?.data;
  if (flavor?.date === undefined || flavor.kind === 'description') return [];
  const { name = id, version, platform, date } = flavor;
  return [{ client: wordsOfClient({ client: name, version, platform }), date }];
}
