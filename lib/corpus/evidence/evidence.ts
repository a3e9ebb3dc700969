import { safeUrl } from '../../prose/safe-url.ts';
import type { Confidence, Technique } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';
import { byEffort } from './compare-effort.ts';
import { type Named, namedBy, type Stated } from './evidence-index.ts';
import { type FlavorLineage, flavorLineage, groupByFamily } from './flavor-lineage.ts';
import { isObservable } from './is-observable.ts';
import { observedLibrary } from './observed-library.ts';
import { parseSource } from './source-ref.ts';

export type Channel = NonNullable<Technique['channel']>;

/** What stands behind a fact, and how far it carries. */
export interface Evidence {
  /** The highest confidence that the evidence carries: confirmed, probable or unknown. */
  readonly carries: Confidence;
  /** Channels on which a technique with a source listened. */
  readonly channels: readonly Channel[];
  /** Techniques that are listed, with a source or without. */
  readonly techniques: readonly string[];
  /** Those of the techniques that a source was found for. */
  readonly served: readonly string[];
  /** Flavors that are listed, with a source or without. */
  readonly flavors: readonly string[];
  /**
   * Implementations that are listed and have a source, by family: each family counts once. A flavor that is a
   * description is in none.
   */
  readonly families: readonly (readonly string[])[];
  /** How many well-formed sources there are. Addresses that differ only behind # are one. */
  readonly sources: number;
  /** Whether the fact says nothing itself and rests on what stands inside it. */
  readonly inherited: boolean;
  /** The cheapest step to the next confidence, in words; '' when it is confirmed. */
  readonly missing: string;
  /** What it has, in words. */
  readonly has: string;
  /** What it has and what is missing, in words. */
  readonly words: string;
}

/**
 * How far the evidence of a fact carries. `confirmed` takes two techniques on different channels, each with a
 * source; `probable` takes a technique, or a flavor with a source. A flavor that only describes the protocol
 * and implements nothing carries nothing.
 *
 * A capture counts for the technique that it was made with; one of what a third-party client sent counts for that
 * client alone, see {@link observedLibrary}. A place in a flavor's code counts for that flavor
 * and for the techniques that the flavor rests on. A link or an issue counts for one listed technique that has
 * nothing else, so that as many channels as possible are served; what is left counts for a flavor. A note in
 * words, which nobody can follow, counts for a flavor and never for a technique.
 */
export function carriedBy(fact: Stated, corpus: Corpus): Evidence {
  const named = namedBy(fact, corpus);
  const techniques = [...named.techniques];
  const channelOf = (technique: string): Channel | undefined => corpus.techniques.get(technique)?.channel;

  const sources = sortSources(named, corpus);
  const served = new Set(techniques.filter((id) => sources.ofTechniques.has(id)));
  const channels = new Set([...served].flatMap((id) => channelOf(id) ?? []));
  let free = sources.free;
  // First one technique for each channel that nothing serves yet, then the other techniques.
  for (const round of ['channel', 'technique'] as const) {
    for (const id of techniques) {
      const channel = channelOf(id);
      if (free === 0 || served.has(id)) continue;
      if (round === 'channel' && (channel === undefined || channels.has(channel))) continue;
      served.add(id);
      if (channel !== undefined) channels.add(channel);
      free -= 1;
    }
  }
  const { lineage, descriptions } = backgroundOf(corpus);
  const listed = [...named.flavors].filter((id) => !descriptions.has(id));
  let spare = free + sources.notes;
  const flavors = listed.filter((id) => {
    if (sources.ofFlavors.has(id)) return true;
    if (spare === 0) return false;
    spare -= 1;
    return true;
  });

  const families = groupByFamily(flavors, lineage);
  const carries: Confidence =
    channels.size > 1 ? 'confirmed' : techniques.length > 0 || families.length > 0 ? 'probable' : 'unknown';
  const state: State = {
    channels: [...channels].sort(byChannel),
    techniques,
    served,
    channelOf,
    families,
    lineage,
    bareFlavors: listed.filter((id) => !flavors.includes(id)),
    unlisted: [...sources.ofFlavors].filter((id) => !named.flavors.has(id) && !descriptions.has(id)),
    unlistedTechniques: [...sources.ofTechniques].filter(
      (id) => !named.techniques.has(id) && corpus.techniques.has(id),
    ),
    descriptions: [...new Set([...named.flavors, ...sources.ofFlavors])].filter((id) => descriptions.has(id)),
    sources: sources.count,
    notes: sources.notes,
    capturable: isObservable(fact, corpus),
    carries,
  };
  const missing = missingOf(state, corpus);
  const has = `${named.inherited ? 'from what is inside: ' : ''}${hasOf(state)}`;
  return {
    carries,
    channels: state.channels,
    techniques,
    served: techniques.filter((id) => served.has(id)),
    flavors: [...named.flavors],
    families,
    sources: sources.count,
    inherited: named.inherited,
    missing,
    has,
    words: missing === '' ? has : `${has}; ${missing}`,
  };
}

interface SortedSources {
  readonly ofTechniques: ReadonlySet<string>;
  readonly ofFlavors: ReadonlySet<string>;
  /** How many can be given to any technique or flavor. */
  readonly free: number;
  /** How many are words, which can be given to a flavor. */
  readonly notes: number;
  readonly count: number;
}

function sortSources(named: Named, corpus: Corpus): SortedSources {
  const ofTechniques = new Set<string>();
  const ofFlavors = new Set<string>();
  const pages = new Set<string>();
  let free = 0;
  let notes = 0;
  let count = 0;
  for (const text of named.sources) {
    const source = parseSource(text);
    switch (source.kind) {
      case 'malformed':
        continue;
      case 'url': {
        // Two places of one page are one source.
        const page = safeUrl(source.url)?.replace(/#.*$/, '');
        if (page === undefined || pages.has(page)) continue;
        pages.add(page);
        free += 1;
        break;
      }
      case 'issue':
        free += 1;
        break;
      case 'note':
        notes += 1;
        break;
      case 'capture': {
        const capture = corpus.definitions.capture.get(source.id)?.data;
        // Made up to illustrate: nobody has seen it.
        if (capture?.kind === 'synthetic') continue;
        const library = capture === undefined ? undefined : observedLibrary(capture, corpus);
        if (library !== undefined) {
          if (library.flavor !== undefined) ofFlavors.add(library.flavor);
          break;
        }
        const technique = capture?.source.technique;
        if (technique !== undefined) ofTechniques.add(technique);
        // Without a folder of captures nobody can say how it was made.
        else if (corpus.absent.has('capture')) free += 1;
        break;
      }
      case 'flavor':
        ofFlavors.add(source.flavor);
        for (const id of corpus.definitions.flavor.get(source.flavor)?.data.basis ?? []) ofTechniques.add(id);
        break;
      default:
        source satisfies never;
    }
    count += 1;
  }
  return { ofTechniques, ofFlavors, free, notes, count };
}

interface Background {
  readonly lineage: FlavorLineage;
  /** Flavors that describe the protocol and implement nothing. */
  readonly descriptions: ReadonlySet<string>;
  /** The techniques of the corpus in the order in which they are proposed: the easiest first. */
  readonly proposed: readonly string[];
}

// Asked for with each fact of a corpus that never changes, so it is worked out once.
const backgrounds = new WeakMap<Corpus, Background>();

function backgroundOf(corpus: Corpus): Background {
  let background = backgrounds.get(corpus);
  if (background === undefined) {
    const flavors = corpus.definitions.flavor;
    background = {
      lineage: flavorLineage(flavors),
      descriptions: new Set(
        [...flavors].filter(([, { data }]) => data.kind === 'description').map(([id]) => id),
      ),
      proposed: byEffort(corpus),
    };
    backgrounds.set(corpus, background);
  }
  return background;
}

interface State {
  readonly channels: readonly Channel[];
  readonly techniques: readonly string[];
  readonly served: ReadonlySet<string>;
  readonly channelOf: (technique: string) => Channel | undefined;
  readonly families: readonly (readonly string[])[];
  readonly lineage: FlavorLineage;
  /** Flavors that are listed and have no source. */
  readonly bareFlavors: readonly string[];
  /** Flavors that have a source and are not listed. */
  readonly unlisted: readonly string[];
  /** Techniques that a source was made with, or that its flavor rests on, and that are not listed. What a flavor rests on may also be words. */
  readonly unlistedTechniques: readonly string[];
  /** Descriptions, listed or with a source. */
  readonly descriptions: readonly string[];
  readonly sources: number;
  readonly notes: number;
  readonly capturable: boolean;
  readonly carries: Confidence;
}

const CHANNELS: readonly Channel[] = ['wire', 'runtime', 'code'];
const byChannel = (a: Channel, b: Channel): number => CHANNELS.indexOf(a) - CHANNELS.indexOf(b);

const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

function hasOf(state: State): string {
  const { channels, techniques, served, channelOf, families, bareFlavors, unlisted, descriptions } = state;
  const parts: string[] = [];
  const onChannels = techniques.filter((id) => {
    const channel = channelOf(id);
    return channel !== undefined && channels.includes(channel);
  });
  if (channels.length > 0) {
    const some = `${counted(channels.length, 'channel')} (${channels.join(', ')})`;
    parts.push(onChannels.length > channels.length ? `${onChannels.length} techniques on ${some}` : some);
  }
  const others = techniques.filter((id) => !onChannels.includes(id));
  const bare = others.filter((id) => !served.has(id));
  const unplaced = others.filter((id) => served.has(id));
  if (bare.length > 0) {
    const source = state.notes > 0 ? 'source that can be followed' : 'source';
    parts.push(`${counted(bare.length, 'technique')} without a ${source} (${bare.join(', ')})`);
  }
  if (unplaced.length > 0) {
    parts.push(`${counted(unplaced.length, 'technique')} on no known channel (${unplaced.join(', ')})`);
  }
  if (families.length > 0) {
    parts.push(flavorsOf(state));
  } else {
    if (bareFlavors.length > 0) {
      parts.push(`${counted(bareFlavors.length, 'flavor')} without a source (${bareFlavors.join(', ')})`);
    }
    if (unlisted.length > 0 && techniques.length === 0) {
      const which = unlisted.length === 1 ? 'which is' : 'which are';
      parts.push(`sources in the code of ${joined(unlisted)}, ${which} not listed as a flavor`);
    }
    if (descriptions.length > 0 && techniques.length === 0) {
      parts.push(`what ${joined(descriptions)} describes and does not implement`);
    }
  }
  if (parts.length > 0) return parts.join(', ');
  return state.sources === 0
    ? 'nothing stands behind it'
    : `${counted(state.sources, 'source')}, no technique and no flavor`;
}

function flavorsOf({ families, lineage }: State): string {
  const all = families.flat();
  const independent = counted(families.length, 'independent flavor');
  if (all.length === families.length) return independent;
  const [[a = '', b = ''] = []] = families;
  if (all.length > 2) return `${independent} among ${all.length}`;
  const [port, from] = lineage.ancestors(a).has(b) ? [a, b] : [b, a];
  return lineage.ancestors(port).has(from)
    ? `${independent} of 2 (${port} derives from ${from})`
    : `${independent} of 2 (both derive from a third)`;
}

const joined = (ids: readonly string[]): string => ids.join(' and ');

function missingOf(state: State, corpus: Corpus): string {
  const { channels, techniques, served, channelOf, bareFlavors, unlisted, unlistedTechniques, carries } =
    state;
  if (carries === 'confirmed') return '';
  const { proposed } = backgroundOf(corpus);
  if (carries !== 'probable') {
    const [first] = unlisted;
    if (first !== undefined) return `listing ${first} among its flavors would make it probable`;
    const [technique] = unlistedTechniques;
    if (technique !== undefined) return `listing ${technique} among its techniques would make it probable`;
    const [flavor] = bareFlavors;
    return `a source in ${flavor === undefined ? "a client's code" : `the code of ${flavor}`} would make it probable`;
  }
  const steps: string[] = [];
  const heard = new Set<Channel>(channels);
  const listen = (id: string, step: string): void => {
    const channel = channelOf(id);
    if (steps.length + channels.length >= 2 || channel === undefined || heard.has(channel)) return;
    // What no stanza holds, no capture shows.
    if (channel !== 'code' && !state.capturable) return;
    heard.add(channel);
    steps.push(step);
  };
  // What has its source already costs a word, and a source for what was done less than doing something new.
  for (const id of unlistedTechniques) listen(id, `listing ${id} among its techniques`);
  for (const id of techniques) if (!served.has(id)) listen(id, `a source for its ${id}`);
  for (const id of proposed) {
    const thing = channelOf(id) === 'code' ? ' source' : id.endsWith('capture') ? '' : ' capture';
    listen(id, `${/^[aeiou]/i.test(id) ? 'an' : 'a'} ${id}${thing}`);
  }
  const open = 2 - channels.length - steps.length;
  if (open === 1) steps.push(`a technique on ${heard.size === 0 ? 'a' : 'another'} channel, with a source,`);
  if (open === 2) steps.push('two techniques on different channels, each with a source,');
  return `${steps.join(' and ')} would confirm it`;
}
