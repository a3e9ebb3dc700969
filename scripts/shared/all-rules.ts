import { captureRules } from '../../lib/capture/capture-rules.ts';
import type { FilePort } from '../../lib/corpus/file-port.ts';
import { pathsKept } from '../../lib/diff/paths-kept.ts';
import { type ReadBundles, readBundles } from '../../lib/diff/read-bundles.ts';
import { releasesKept } from '../../lib/diff/releases-kept.ts';
import { RULES } from '../../lib/rules/index.ts';
import type { Rule } from '../../lib/rules/rule.ts';
import { digestOf } from './digest-of.ts';

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
  return [...RULES, ...captureRules(decodeBinary), pathsKept(releases), releasesKept(files, digestOf)];
}

const decoder = async () => (await import('../../lib/capture/wabinary.ts')).loadBinaryDecoder;

function hasHex(files: FilePort): boolean {
  try {
    return (files.list('captures') ?? []).some(
      ({ name, type }) => type === 'file' && /format:\s*['"]?hex/.test(textOf(files, `captures/${name}`)),
    );
  } catch {
    // What cannot be read is reported when the spec is loaded.
    return false;
  }
}

const textOf = (files: FilePort, path: string): string => new TextDecoder().decode(files.read(path));
