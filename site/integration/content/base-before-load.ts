import { parse } from 'yaml';
import type { Io } from '../../../lib/node/process/io.ts';
import { siteAddress } from '../../../lib/node/spec/site-address.ts';
import type { SpecFolder } from '../../../lib/node/spec/spec-folder.ts';
import type { Spec } from '../../../lib/schema/types.generated.ts';

/**
 * Guesses the base path of a site before the spec is loaded, so that work which needs nothing else can start. Undefined
 * if that is not possible; loading the spec will report why.
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
    // The file is optional.
    return undefined;
  }
}
