import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Io } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';

/** The option for the folder with the code of flavors. */
export const CLONES_OPTION = {
  type: 'string',
  value: 'DIR',
  help: 'A folder with <flavor>/<commit>/, or git clones: <flavor> or <owner>/<name>.',
} as const;

/**
 * The folder that the option names.
 * @param orFetched whether it is filled if it is not there
 * @throws UsageError if there is none
 */
export function clonesFolder(clones: unknown, io: Io, { orFetched = false } = {}): string {
  if (clones === undefined) {
    throw new UsageError('There is no --clones DIR. Name the folder with the code of the flavors.');
  }
  const folder = resolve(io.cwd, String(clones));
  if (!orFetched && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(
      `There is no folder ${clones}. Name the folder with the code of the flavors; npm run sources -- check --fetch fills it.`,
    );
  }
  return folder;
}
