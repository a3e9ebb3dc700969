import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { GitRefusal, git } from './last-commit.ts';
import { repositoryName } from './open-clones.ts';

/** Nothing is asked of a person, and no password is sent to an address that a corpus names. */
const ANONYMOUS = ['-c', 'credential.helper=', '-c', 'core.askPass='];
const ENVIRONMENT = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '' };

/**
 * Fetches one commit of each flavor's repository, without its history, into `<owner>/<name>.git` below a folder.
 * @param flavors ids of flavors; those without an https address or a commit are left out
 * @returns a sentence for each that could not be fetched
 * @throws GitRefusal if git is missing
 */
export async function fetchCommits(
  corpus: Corpus,
  folder: string,
  flavors: Iterable<string>,
): Promise<string[]> {
  const problems: string[] = [];
  const done = new Set<string>();
  for (const flavor of flavors) {
    const { commit, repository } = corpus.definitions.flavor.get(flavor)?.data ?? {};
    const name = repositoryName(repository);
    if (commit === undefined || name === undefined || !repository?.startsWith('https://')) continue;
    if (done.has(`${repository} ${commit}`)) continue;
    done.add(`${repository} ${commit}`);
    const clone = join(folder, `${name}.git`);
    const inClone = (...args: string[]): Promise<Buffer> =>
      git([...ANONYMOUS, '--git-dir', clone, ...args], folder, undefined, ENVIRONMENT);
    await mkdir(clone, { recursive: true });
    await git(['init', '--quiet', '--bare', clone], folder);
    try {
      await inClone(
        'fetch',
        '--quiet',
        '--depth=1',
        '--no-tags',
        '--',
        repository,
        `${commit}:refs/pins/${commit}`,
      );
    } catch (error) {
      if (!(error instanceof GitRefusal)) throw error;
      problems.push(`${flavor}: ${commit} of ${repository} was not fetched: ${error.message}`);
    }
  }
  return problems;
}
