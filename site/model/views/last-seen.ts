import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import { compareText } from '../../../lib/text/compare-text.ts';

interface Seen {
  readonly client: string;
  readonly version: string | undefined;
  readonly platform: string | undefined;
  readonly date: string;
}

/**
 * Where one of some facts was last seen: in the latest capture that they name, or without one in the latest flavor,
 * such as `WhatsApp Web 2.3000.1, 2026-05-01`. What a capture shows was there; code only expects it. undefined if there
 * is none whose date is known.
 */
export function lastSeen(facts: readonly Pick<Fact, 'provenance'>[], corpus: Corpus): string | undefined {
  const { flavors, captures } = namedBy(facts);
  const last =
    latest([...captures].flatMap((id) => seenInCapture(id, corpus))) ??
    latest([...flavors].flatMap((id) => seenInFlavor(id, corpus)));
  return last === undefined ? undefined : wordsOf(last);
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

function seenInCapture(id: string, { definitions }: Corpus): Seen[] {
  const capture = definitions.capture.get(id)?.data;
  // What was made up has not been seen.
  if (capture?.source.captured_at === undefined || capture.kind === 'synthetic') return [];
  const { client = 'a client', version, platform, captured_at: date } = capture.source;
  // Which of the official clients it is, its platform says.
  if (client === 'official') {
    return [{ client: platform ?? 'an official client', version, platform: undefined, date }];
  }
  return [{ client: definitions.flavor.get(client)?.data.name ?? client, version, platform, date }];
}

function seenInFlavor(id: string, { definitions }: Corpus): Seen[] {
  const flavor = definitions.flavor.get(id)?.data;
  if (flavor?.date === undefined || flavor.kind === 'description') return [];
  return [
    { client: flavor.name ?? id, version: flavor.version, platform: flavor.platform, date: flavor.date },
  ];
}

const wordsOf = ({ client, version, platform, date }: Seen): string =>
  [
    client,
    ...(version === undefined ? [] : [` ${version}`]),
    ...(platform === undefined ? [] : [` (${platform})`]),
    `, ${date.slice(0, 10)}`,
  ].join('');
