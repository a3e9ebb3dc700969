import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { FilePort } from '../../corpus/ports/file-port.ts';
import { withSlashes } from '../files/with-slashes.ts';
import { nodeFiles } from '../node-files.ts';
import type { Io } from '../process/io.ts';
import { UsageError } from '../process/usage-error.ts';

export const SPEC_OPTION = {
  type: 'string',
  value: 'DIR',
  help: 'The folder of the spec. Default: SPEC_DIR, or spec.',
} as const;

export interface SpecFolder {
  /** Absolute path. */
  readonly root: string;
  readonly files: FilePort;
}

/**
 * The folder that --spec or SPEC_DIR names, by default `spec`, relative to the working directory.
 * @throws UsageError when there is no such folder
 */
export function specFolder(option: string | boolean | undefined, io: Io): SpecFolder {
  const given = (typeof option === 'string' ? option : undefined) ?? (io.env['SPEC_DIR'] || 'spec');
  const root = resolve(io.cwd, given);
  const shown = given.length > 1 ? given.replace(/[/\\]+$/, '') : given;
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(
      `There is no folder ${given}. Name the folder of the spec with --spec DIR or SPEC_DIR.`,
    );
  }
  const inside = withSlashes(relative(io.cwd, root));
  return { root, files: nodeFiles(root, inside.startsWith('..') ? shown : inside) };
}
