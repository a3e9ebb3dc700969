import { safeUrl } from '../../prose/safe-url.ts';
import { citedDirection } from '../captures/capture-records.ts';
import type { Corpus } from '../model/corpus.ts';
import { dayOf, laterDay } from '../sources/is-of-its-time.ts';
import { parseSource } from '../sources/source-ref.ts';
import { observedLibrary } from './observed-library.ts';
import type { Named } from './rests-on.ts';

/** What the sources of a fact can count for. */
export interface SortedSources {
  /** The techniques and the flavors that have a source, with the day of the newest; undefined if one has no date. */
  readonly ofTechniques: ReadonlyMap<string, string | undefined>;
  readonly ofFlavors: ReadonlyMap<string, string | undefined>;
  /** The number of sources that can count for any technique or flavor. */
  readonly free: number;
  /** The number of notes in words, which can only count for a flavor. */
  readonly notes: number;
  readonly count: number;
}

/** Sorts the sources of a fact by what they are evidence of. Equal sources, and malformed ones, do not count. */
export function sortSources(named: Named, corpus: Corpus): SortedSources {
  const ofTechniques = new Map<string, string | undefined>();
  const ofFlavors = new Map<string, string | undefined>();
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
        // Two places on one page are one source.
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
        // An illustration, which nobody observed.
        if (capture?.kind === 'synthetic') continue;
        const day = dayOf(capture?.source.captured_at);
        const direction = capture && citedDirection(capture, source.record);
        // A record that does not exist.
        if (capture !== undefined && direction === undefined) continue;
        const library =
          capture === undefined || direction === undefined
            ? undefined
            : observedLibrary({ direction, source: capture.source }, corpus);
        if (library !== undefined) {
          if (library.flavor !== undefined) addDay(ofFlavors, library.flavor, day);
          break;
        }
        const technique = capture?.source.technique;
        if (technique !== undefined) addDay(ofTechniques, technique, day);
        // Without a folder of captures, it is not known how this one was made.
        else if (corpus.absent.has('capture')) free += 1;
        break;
      }
      case 'flavor': {
        const flavor = corpus.definitions.flavor.get(source.flavor)?.data;
        const day = dayOf(flavor?.date);
        addDay(ofFlavors, source.flavor, day);
        for (const id of flavor?.basis ?? []) addDay(ofTechniques, id, day);
        break;
      }
      default:
        source satisfies never;
    }
    count += 1;
  }
  return { ofTechniques, ofFlavors, free, notes, count };
}

function addDay(days: Map<string, string | undefined>, id: string, day: string | undefined): void {
  days.set(id, days.has(id) ? laterDay(days.get(id), day) : day);
}
