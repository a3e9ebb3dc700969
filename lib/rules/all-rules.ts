import type { DecodeBinary } from '../capture/parse/parse.ts';
import type { FilePort } from '../corpus/ports/file-port.ts';
import { type ReadBundles, readBundles } from '../diff/bundle/read-bundles.ts';
import { captureRules } from './capture-rules.ts';
import { frozenReleasesIntact } from './frozen-releases-intact.ts';
import { RULES } from './index.ts';
import type { Rule } from './parts/rule.ts';
import { releasedPathsResolve } from './released-paths-resolve.ts';

export interface RuleInputs {
  /** The SHA-256 of the bytes of a file, as hex. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** The frozen releases, if they were read already. */
  readonly releases?: ReadBundles | undefined;
  /** Reads captures in hex; without it they are reported as unreadable. */
  readonly decodeBinary?: DecodeBinary | undefined;
}

/**
 * Every rule that `validate` runs: the rules about the definitions alone, those about captures, and those that compare
 * the spec with its releases.
 * @param files the files of the spec; only the releases are read
 */
export function allRules(files: FilePort, { sha256, releases, decodeBinary }: RuleInputs): readonly Rule[] {
  return [
    ...RULES,
    ...captureRules(decodeBinary),
    releasedPathsResolve(releases ?? readBundles(files)),
    frozenReleasesIntact(files, sha256),
  ];
}
