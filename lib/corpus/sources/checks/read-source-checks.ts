import {
  type NameFound,
  type PartCitations,
  SOURCE_PROBLEMS,
  type SourceCheck,
  type SourceChecks,
} from '../../model/source-checks.ts';
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
  const partCitations = readCitations(field(data, 'parts') ?? {});
  return partCitations === undefined
    ? { reason: 'parts is not what the check writes' }
    : { sourceChecks: checks, partCitations };
}

function readCitations(data: unknown): PartCitations | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const parts = Object.entries(data);
  return parts.every(
    ([, places]) => Array.isArray(places) && places.every((place) => typeof place === 'string'),
  )
    ? new Map(parts as [string, string[]][])
    : undefined;
}

const FOUND = /^(?:exact|spelling|alias|no|around [1-9]\d?)$/;

function readCheck(data: unknown): SourceCheck | undefined {
  const commit = field(data, 'commit');
  if (typeof commit !== 'string' || !/^[0-9a-f]{7,64}$/.test(commit)) return undefined;
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
