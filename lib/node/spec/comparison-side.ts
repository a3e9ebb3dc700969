import { realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Bundle } from '../../diff/bundle/bundle.ts';
import { bundleOf } from '../../diff/bundle/bundle-of.ts';
import { readBundle } from '../../diff/bundle/read-bundle.ts';
import { filesAtRevision } from '../git/files-at-revision.ts';
import { nodeFiles } from '../node-files.ts';
import type { Io } from '../process/io.ts';
import { UsageError } from '../process/usage-error.ts';
import { loadSpec } from './load-spec.ts';
import type { SpecFolder } from './spec-folder.ts';

/** The name of the spec folder in a comparison, wherever it is. */
const OWN = 'spec';

/**
 * Loads one side of a comparison: a folder, a bundle by its file or its version, or a git revision, tried in this
 * order. `spec` is the folder of the spec, and no other folder of that name; revisions are those of its repository.
 * @param spec the folder of the spec, which has the releases and is read at a revision
 * @returns undefined when the spec has errors, which are then on stderr
 * @throws UsageError when the name is none of these
 */
export async function comparisonSide(name: string, spec: string, io: Io): Promise<Bundle | undefined> {
  const own = resolve(io.cwd, spec);
  const path = name === OWN ? own : resolve(io.cwd, name);
  const stats = name === '' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory())
    return bundled({ root: path, files: nodeFiles(path, name === OWN ? spec : name) }, io);
  if (stats?.isFile()) return bundleFrom(path, name);
  if (/^[0-9A-Za-z][0-9A-Za-z.+-]*$/.test(name)) {
    const frozen = resolve(own, 'releases', `${name}.json`);
    if (statSync(frozen, { throwIfNoEntry: false })?.isFile()) return bundleFrom(frozen, name);
  }
  // Git resolves links in the names of folders.
  const there = statSync(own, { throwIfNoEntry: false })?.isDirectory() === true;
  const real = there ? realpathSync(own) : own;
  const { files, reason } = await filesAtRevision(name, real, there ? real : io.cwd);
  if (files !== undefined) return bundled({ root: own, files }, io);
  throw new UsageError(
    `${name} is not a folder, a bundle or a version in ${spec}/releases/. As a git revision: ${reason}`,
  );
}

async function bundled(folder: SpecFolder, io: Io): Promise<Bundle | undefined> {
  const corpus = await loadSpec(folder, io);
  return corpus === undefined ? undefined : bundleOf(corpus);
}

async function bundleFrom(path: string, name: string): Promise<Bundle> {
  const { bundle, reason } = readBundle(await readFile(path, 'utf8'));
  if (bundle === undefined) throw new UsageError(`${name} is not a release bundle: ${reason}.`);
  return bundle;
}
