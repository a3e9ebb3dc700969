import type { DecodeBinary } from '../../capture/parse/parse.ts';
import type { FilePort } from '../../corpus/ports/file-port.ts';
import { type ReadBundles, readBundles } from '../../diff/bundle/read-bundles.ts';
import { captureRules } from '../../rules/capture-rules.ts';
import { RULES } from '../../rules/index.ts';
import type { Rule } from '../../rules/parts/rule.ts';
import { pathsKept } from '../../rules/paths-kept.ts';
import { releasesKept } from '../../rules/releases-kept.ts';
import { foldersOf } from '../../schema/kinds.ts';
import { sha256 } from '../cache/sha256.ts';

/**
 * Every rule that a spec is held against: those of the corpus alone, those about what was captured, and
 * that no release and no released path is lost. The decoder of WABinary is large, so it is loaded for a spec that has captures
 * in hex and for no other.
 * @param releases its frozen releases, where they were read already
 */
export async function allRules(
  files: FilePort,
  releases: ReadBundles = readBundles(files),
): Promise<readonly Rule[]> {
  const decodeBinary = hasHex(files) ? await (await decoder())() : undefined;
  return rulesOf(files, releases, decodeBinary);
}

/** The same, with the decoder or without it, which then cannot read captures in hex. */
export function rulesOf(
  files: FilePort,
  releases: ReadBundles,
  decodeBinary?: DecodeBinary,
): readonly Rule[] {
  return [...RULES, ...captureRules(decodeBinary), pathsKept(releases), releasesKept(files, sha256)];
}

const decoder = async () => (await import('../../capture/decode/load-binary-decoder.ts')).loadBinaryDecoder;

function hasHex(files: FilePort): boolean {
  try {
    return foldersOf('capture').some((folder) =>
      (files.list(folder) ?? []).some(
        ({ name, type }) => type === 'file' && /format:\s*['"]?hex/.test(textOf(files, `${folder}/${name}`)),
      ),
    );
  } catch {
    // What cannot be read is reported when the spec is loaded.
    return false;
  }
}

const textOf = (files: FilePort, path: string): string => new TextDecoder().decode(files.read(path));
