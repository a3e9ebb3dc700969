import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';

/** GitHub takes no longer address than that. */
export const MAX_ADDRESS = 8000;

/** Where a new file of a repository is made: with its text, or without it where that is too long. */
export interface NewFileUrl {
  readonly href: string;
  /** Whether the text stands in the address. */
  readonly whole: boolean;
}

/**
 * The form of a new file on GitHub, which makes a fork for those who may not write to the repository.
 * @param path the path of the file in the repository
 * @returns undefined for an address that is not safe
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
  // Everything in it is ASCII, so that characters are bytes.
  if (whole.length <= MAX_ADDRESS) return { href: whole, whole: true };
  return { href: `${form}?${new URLSearchParams({ filename: path })}`, whole: false };
}
