import { parse } from 'yaml';
import type { Io } from '../../../lib/node/process/io.ts';
import { siteAddress } from '../../../lib/node/spec/site-address.ts';
import type { SpecFolder } from '../../../lib/node/spec/spec-folder.ts';
import type { Spec } from '../../../lib/schema/types.generated.ts';

/**
 * The path under which the site of a spec will most likely stand, before the spec is read: so that work which needs
 * nothing else can begin. Undefined when that cannot be told; what is wrong is said when the spec is read.
 */
export function baseBeforeLoad({ files }: SpecFolder, io: Io): string | undefined {
  try {
    return siteAddress({ site: siteOf(files) } as Spec, io).base;
  } catch {
    return undefined;
  }
}

function siteOf(files: SpecFolder['files']): string | undefined {
  try {
    const { site } = parse(new TextDecoder().decode(files.read('spec.yaml'))) as Partial<Spec>;
    return typeof site === 'string' ? site : undefined;
  } catch {
    // A spec may do without this file.
    return undefined;
  }
}
