import { constants } from 'node:os';

/** What to do about errors of the system that a person can do something about. */
const HELP: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room, then run this again',
  EDQUOT: 'the quota of the disk is used up. Make room, then run this again',
  EFBIG: 'it would be larger than files may be here. Raise the limit (ulimit -f), then run this again',
  EACCES: 'access is denied. Change its rights or those of its folder, or run this as somebody who may',
  EPERM:
    'the system does not permit it. Close what has it open, or change its rights or those of its folder, or run this as somebody who may',
  EBUSY: 'another program has it open. Close that, then run this again',
  EROFS: 'the file system is read-only. Write somewhere else',
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is a file and no folder',
  EISDIR: 'it is a folder and no file',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open. Raise the limit (ulimit -n), then run this again',
  EXDEV: 'it lies on another file system',
};

/** An error of the system as a sentence: what could not be done with which file, and what helps; else undefined. */
export function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const help = HELP[code ?? ''];
  if (help === undefined || syscall === undefined) return wordsOfOthers(error);
  const where = dest ?? path;
  const verb = where !== undefined && OURS.test(where) ? 'write' : (VERBS[syscall] ?? syscall);
  return `Cannot ${verb} ${where?.replace(OURS, '') ?? 'a file'}: ${help}. (${code})`;
}

/** What names of ours stand beside a place that is written: the place is what a person knows. */
const OURS = /(?:\.tmp(?:-\d+-\w{6})?|[\\/]\.writing(?:\.\d+)?)(?=[\\/]|$)/;

// What other programs say of the system, such as the one that compiles the pages, and the bundler in it, is only words.
function wordsOfOthers({ message }: Error): string | undefined {
  const [, path, number] = /^Failed to write file in (.+)$[\s\S]*\(os error (\d+)\)/m.exec(message) ?? [];
  const [, name] = /^Error: (E[A-Z]+): .*, write$/m.exec(message) ?? [];
  const [known] = Object.entries(constants.errno).find(([, one]) => one === Number(number)) ?? [];
  const code = known ?? name;
  const help = HELP[code ?? ''];
  return help === undefined ? undefined : `Cannot write ${path ?? 'a file'}: ${help}. (${code})`;
}

const VERBS: Readonly<Record<string, string>> = {
  open: 'open',
  scandir: 'list',
  opendir: 'list',
  mkdtemp: 'make a folder beside',
  mkdir: 'make the folder',
  write: 'write',
  copyfile: 'write',
  rename: 'write',
  link: 'write',
};
