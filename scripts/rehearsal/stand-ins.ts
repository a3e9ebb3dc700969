import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The folders of a job that is rehearsed. */
export interface Stage {
  /** Where its steps run. */
  readonly workspace: string;
  /** Where the artifacts of its workflow are, each in a folder of its name. */
  readonly artifacts: string;
  /** The URL to clone. */
  readonly repository: string;
}

/** The inputs of an action, with expressions evaluated. */
type Inputs = Readonly<Record<string, string>>;

/** Simulates an action on this machine. @returns its outputs */
type StandIn = (inputs: Inputs, stage: Stage) => Promise<Readonly<Record<string, string>>>;

/** The actions that the workflows use. Those that publish or sign only check that their input exists. */
export const STAND_INS: Readonly<Record<string, StandIn>> = {
  'actions/checkout': async (inputs, { workspace, repository }) => {
    const depth = inputs['fetch-depth'] ?? '1';
    const args = ['clone', '--quiet', ...(depth === '0' ? [] : ['--depth', depth]), repository, workspace];
    await run('git', args);
    return {};
  },
  'actions/setup-node': async () => ({}),
  'actions/configure-pages': async () => ({ origin: 'https://spec.example.org', base_path: '/catalog' }),
  'actions/upload-artifact': async (inputs, { workspace, artifacts }) => {
    const path = resolve(workspace, inputs['path'] ?? '');
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) {
      if (inputs['if-no-files-found'] === 'error') throw new Error(`There is no ${inputs['path']} to keep.`);
      return {};
    }
    const folder = join(artifacts, inputs['name'] ?? 'artifact');
    await cp(path, found.isDirectory() ? folder : join(folder, basename(path)), { recursive: true });
    return { 'artifact-id': '1' };
  },
  'actions/upload-pages-artifact': async (inputs, { workspace, artifacts }) => {
    const folder = join(artifacts, 'github-pages');
    await mkdir(folder, { recursive: true });
    const from = resolve(workspace, inputs['path'] ?? '_site');
    // The action leaves out hidden files.
    await run('tar', ['--directory', from, '-cf', join(folder, 'artifact.tar'), '--exclude=.[^/]*', '.']);
    return {};
  },
  'actions/download-artifact': async (inputs, { workspace, artifacts }) => {
    const folder = join(artifacts, inputs['name'] ?? 'artifact');
    await cp(folder, resolve(workspace, inputs['path'] ?? ''), { recursive: true });
    return {};
  },
  'actions/attest-build-provenance': async (inputs, { workspace }) => {
    const path = resolve(workspace, inputs['subject-path'] ?? '');
    if (!(await readdir(dirname(path))).includes(basename(path))) {
      throw new Error(`There is no ${inputs['subject-path']} to sign.`);
    }
    return {};
  },
  'actions/deploy-pages': async (_inputs, { artifacts }) => {
    await stat(join(artifacts, 'github-pages/artifact.tar'));
    return { page_url: 'https://spec.example.org/catalog/' };
  },
};
