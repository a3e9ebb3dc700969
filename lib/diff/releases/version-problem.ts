import { compareVersions } from '../../text/compare-versions.ts';
import { IMPACTS, type Impact } from '../changes/impact-of.ts';

/** A version that can be released: three numbers, and an optional pre-release part. */
const RELEASABLE = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-[0-9A-Za-z.-]{1,40})?$/;

/**
 * Why a version cannot follow another after changes of an impact; undefined if it can. Before 1.0.0 nothing is stable, so
 * a major change needs only a new minor version.
 */
export function versionProblem(
  latest: string | undefined,
  version: string,
  impact: Impact,
): string | undefined {
  const next = RELEASABLE.exec(version);
  if (next === null) return `${version} is no version such as 1.2.0`;
  if (latest === undefined) return undefined;
  if (compareVersions(version, latest) <= 0)
    return `${version} does not come after ${latest}, the latest release`;
  if (impact === 'none') return `nothing changed since ${latest}`;
  const [, major = '0', minor = '0'] = RELEASABLE.exec(latest) ?? [];
  const step: Impact = next[1] !== major ? 'major' : next[2] !== minor ? 'minor' : 'patch';
  const needed: Impact = major === '0' && impact === 'major' ? 'minor' : impact;
  if (IMPACTS.indexOf(step) >= IMPACTS.indexOf(needed)) return undefined;
  return `the changes since ${latest} are ${impact}: they take a new ${needed} version, and ${version} is a new ${step} version`;
}
