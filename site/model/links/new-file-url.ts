import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';

/** GitHub rejects longer URLs. */
export const MAX_ADDRESS = 8000;

/** The URL of GitHub's form for a new file, with the text of the file unless that is too long. */
export interface NewFileUrl {
  readonly href: string;
  /** Whether the URL includes the text. */
  readonly whole: boolean;
}

/**
 * The URL of GitHub's form for a new file. GitHub makes a fork for users without write access.
 * @param path the path of the file in the repository
 * @returns undefined if the repository is not a safe URL
 */
export function newFileUrl(
  repository: string,
  branch: string,
  path: string,
  text: string,
): NewFileUrl | undefined {
  const form = safeUrl(`${withoutSlash(repository)}/new/${encodeURIComponent(branch)}`);
  if (form === undefined) return undefined;
  const whole = `${form}?${new URLSearchParams({ filename: path, value: text })}`;
  // The URL is ASCII, so its length is its size in bytes.
  if (whole.length <= MAX_ADDRESS) return { href: whole, whole: true };
  return { href: `${form}?${new URLSearchParams({ filename: path })}`, whole: false };
}
