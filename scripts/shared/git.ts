import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The last commit of the repository that a folder is in, and its day in UTC as YYYY-MM-DD; undefined where
 * there is no repository, no commit or no git.
 */
export async function lastCommit(folder: string): Promise<{ commit: string; date: string } | undefined> {
  try {
    const { stdout } = await run('git', ['log', '-1', '--format=%H %ct'], { cwd: folder });
    const [commit = '', seconds] = stdout.trim().split(' ');
    const date = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
    return commit === '' ? undefined : { commit, date };
  } catch {
    return undefined;
  }
}
