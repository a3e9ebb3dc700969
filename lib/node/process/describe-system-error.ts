import { constants } from 'node:os';

/** What the user can do about an error of the system. */
const HELP: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room, then run this again',
  EDQUOT: 'the quota of the disk is used up. Make room, then run this again',
  EFBIG: 'it would exceed the size limit for files. Raise the limit (ulimit -f), then run this again',
  EACCES: 'access is denied. Change the permissions of it or its folder, or run this as another user',
  EPERM:
    'the system does not permit it. Close programs that have it open, change the permissions of it or its folder, or run this as another user',
  EBUSY: 'another program has it open. Close that, then run this again',
  EROFS: 'the file system is read-only. Write somewhere else',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its links form a cycle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open. Raise the limit (ulimit -n), then run this again',
  EXDEV: 'it is on another file system',
};

/** An error of the system as a sentence: what failed, on which file, and what helps. Undefined for other errors. */
export function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const help = HELP[code ?? ''];
  if (help === undefined || syscall === undefined) return describeForeignError(error);
  const where = dest ?? path;
  const verb = where !== undefined && TEMPORARY.test(where) ? 'write' : (VERBS[syscall] ?? syscall);
  return `Cannot ${verb} ${where?.replace(TEMPORARY, '') ?? 'a file'}: ${help}. (${code})`;
}

/** The suffixes of temporary files and locks. They are cut off, since the user knows only the target. */
const TEMPORARY = /(?:\.tmp(?:-\d+-\w{6})?|[\\/]\.writing(?:\.\d+)?)(?=[\\/]|$)/;

// Child processes and the bundler report errors of the system only as text.
function describeForeignError({ message }: Error): string | undefined {
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
