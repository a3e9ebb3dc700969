import {
  type NameFound,
  type PartCitation,
  type PartCitations,
  SOURCE_PROBLEMS,
  type SourceCheck,
  type SourceChecks,
} from '../../model/source-checks.ts';
import { parseSource } from '../source-ref.ts';
import { isWholeHash } from '../url-pin.ts';

/** What the check has found when it opened the sources. */
export interface OpenedSources {
  readonly sourceChecks: SourceChecks;
  readonly partCitations: PartCitations;
}

/** What a text holds, or why it is not the file that the check writes, without a full stop. */
export type ReadChecks = (OpenedSources & { readonly reason?: never }) | { readonly reason: string };

/** Reads the file of source checks. */
export function readSourceChecks(text: string): ReadChecks {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { reason: 'it is not JSON' };
  }
  const list = field(data, 'sources');
  if (!Array.isArray(list)) return { reason: 'it has no list of sources' };
  const checks = new Map<string, SourceCheck>();
  for (const [i, one] of list.entries()) {
    const source = field(one, 'source');
    const check = readCheck(one);
    if (typeof source !== 'string' || check === undefined) {
      return { reason: `entry ${i + 1} of sources is not what the check writes` };
    }
    if (checks.has(source)) return { reason: `entry ${i + 1} of sources repeats an earlier one` };
    checks.set(source, check);
  }
  // An older check did not keep the commits: nobody knows which lines those are now, and the next check finds them again.
  const searched = field(data, 'searched');
  const partCitations =
    searched === undefined ? new Map() : readCitations(field(data, 'parts') ?? {}, searched);
  return partCitations === undefined
    ? { reason: 'parts is not what the check writes' }
    : { sourceChecks: checks, partCitations };
}

/** @param searched the commit of each flavor at which its code was searched */
function readCitations(data: unknown, searched: unknown): PartCitations | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const citations = new Map<string, PartCitation[]>();
  for (const [part, places] of Object.entries(data)) {
    const all = Array.isArray(places) ? places.map((place) => readCitation(place, searched)) : [undefined];
    if (!all.every((one) => one !== undefined)) return undefined;
    citations.set(part, all);
  }
  return citations;
}

function readCitation(place: unknown, searched: unknown): PartCitation | undefined {
  const ref = typeof place === 'string' ? parseSource(place) : undefined;
  if (typeof place !== 'string' || ref?.kind !== 'flavor') return undefined;
  const commit = field(searched, ref.flavor);
  return typeof commit === 'string' && COMMIT.test(commit)
    ? { place, flavor: ref.flavor, commit }
    : undefined;
}

const COMMIT = /^[0-9a-f]{7,64}$/;

const FOUND = /^(?:exact|spelling|alias|no|around [1-9]\d?)$/;

function readCheck(data: unknown): SourceCheck | undefined {
  const commit = field(data, 'commit');
  if (typeof commit !== 'string' || !COMMIT.test(commit)) return undefined;
  const given = field(data, 'problem');
  if (given !== undefined) {
    const problem = SOURCE_PROBLEMS.find((one) => one === given);
    return problem === undefined ? undefined : { commit, problem };
  }
  const digest = field(data, 'digest');
  const names = field(data, 'names');
  if (typeof digest !== 'string' || !isWholeHash(digest) || typeof names !== 'object' || names === null) {
    return undefined;
  }
  const found = Object.entries(names);
  return found.every(([, how]) => FOUND.test(String(how)))
    ? { commit, digest, names: new Map(found as [string, NameFound][]) }
    : undefined;
}

const field = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? (data as Readonly<Record<string, unknown>>)[key]
    : undefined;
