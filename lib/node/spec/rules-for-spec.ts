import type { FilePort } from '../../corpus/ports/file-port.ts';
import type { ReadBundles } from '../../diff/bundle/read-bundles.ts';
import { allRules } from '../../rules/all-rules.ts';
import type { Rule } from '../../rules/parts/rule.ts';
import { sha256 } from '../cache/sha256.ts';

/**
 * All rules, for the spec in some files. The decoder of binary captures is large, so it is loaded only for a spec that
 * has captures in hex.
 * @param releases the frozen releases, if they were read already
 */
export async function rulesForSpec(files: FilePort, releases?: ReadBundles): Promise<readonly Rule[]> {
  const decodeBinary = hasHex(files) ? await (await decoder())() : undefined;
  return allRules(files, { sha256, releases, decodeBinary });
}

const decoder = async () => (await import('../../capture/decode/load-binary-decoder.ts')).loadBinaryDecoder;

function hasHex(files: FilePort): boolean {
  try {
    return (files.list('captures') ?? []).some(
      ({ name, type }) => type === 'file' && /format:\s*['"]?hex/.test(textOf(files, `captures/${name}`)),
    );
  } catch {
    // A file that cannot be read is reported when the spec is loaded.
    return false;
  }
}

const textOf = (files: FilePort, path: string): string => new TextDecoder().decode(files.read(path));
