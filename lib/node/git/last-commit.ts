import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The most that git may print: all files of a spec are smaller. */
const MAX_OUTPUT = 512 * 1024 * 1024;

/** git is missing or refused. The message is the cause as a sentence, with what helps. */
export class GitRefusal extends Error {}

/**
 * Runs git in a folder and returns its output.
 * @param input its standard input
 * @param more environment variables
 * @throws GitRefusal if git is missing or refuses
 */
export async function git(
  args: readonly string[],
  cwd: string,
  input?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  // causeOf matches messages in English.
  const env = { ...process.env, LC_ALL: 'C', LANGUAGE: 'C', ...more };
  try {
    const child = run('git', args, { cwd, env, encoding: 'buffer', maxBuffer: MAX_OUTPUT });
    child.child.stdin?.end(input);
    return (await child).stdout;
  } catch (error) {
    throw new GitRefusal(causeOf(error as NodeJS.ErrnoException & { stderr?: Buffer }, cwd), {
      cause: error,
    });
  }
}

function causeOf({ code, stderr }: NodeJS.ErrnoException & { stderr?: Buffer }, cwd: string): string {
  if (code === 'ENOENT') return 'git is not installed. Install it from https://git-scm.com/downloads';
  const said = stderr?.toString().trim() ?? '';
  const trust = /^\s*(git config --global --add safe\.directory .+)$/m.exec(said)?.[1];
  if (trust !== undefined) {
    return `git refuses to read ${cwd}, because the repository belongs to another user. If you trust it, run: ${trust}`;
  }
  if (/not a git repository/.test(said)) {
    return `${cwd} is not in a git repository. A copy made with git clone is; an unpacked archive is not`;
  }
  if (/does not have any commits yet/.test(said)) return 'the git repository has no commit yet';
  return `git failed: ${said.split('\n')[0] || code}`;
}

/** The last commit of a repository, with its day in UTC as YYYY-MM-DD; or why there is none. */
export type LastCommit =
  | { readonly commit: string; readonly date: string; readonly reason?: never }
  | { readonly commit?: never; readonly date?: never; readonly reason: string };

/** The last commit of the repository that a folder is in. */
export async function lastCommit(folder: string): Promise<LastCommit> {
  try {
    const said = (await git(['log', '-1', '--format=%H %ct'], folder)).toString();
    const [commit = '', seconds] = said.trim().split(' ');
    return { commit, date: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) };
  } catch (error) {
    if (error instanceof GitRefusal) return { reason: error.message };
    throw error;
  }
}

/** The warning for a build without a commit. */
export const noCommitWords = (reason: string): string =>
  `No commit is known, so links to sources lead to the main branch: ${reason}\n`;
