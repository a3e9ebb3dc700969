/** What to do about errors of the system that a person can do something about. */
const HELP: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room, then run this again',
  EDQUOT: 'the quota of the disk is used up. Make room, then run this again',
  EFBIG: 'it would be larger than files may be here. Raise the limit (ulimit -f), then run this again',
  EACCES: 'access is denied. Change its rights, or run this as somebody who may',
  EPERM: 'the system does not permit it. Change its rights, or run this as somebody who may',
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
export function systemErrorWords(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const help = HELP[code ?? ''];
  if (help === undefined || syscall === undefined) return undefined;
  const where = dest ?? path ?? 'a file';
  return `Cannot ${VERBS[syscall] ?? syscall} ${where}: ${help}. (${code})`;
}

const VERBS: Readonly<Record<string, string>> = {
  open: 'open',
  scandir: 'list',
  opendir: 'list',
  mkdtemp: 'make a folder beside',
  mkdir: 'make the folder',
  write: 'write',
  rename: 'write',
  link: 'write',
};
