import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import { MAX_ADDRESS } from './new-file-url.ts';

/**
 * The URL of GitHub's issue form for captures, with values for its fields.
 * @param fields the values by the id of their field
 * @returns undefined if the repository is not a safe URL, or the URL would be too long
 */
export function captureFormUrl(
  repository: string,
  fields: Readonly<Record<string, string>>,
): string | undefined {
  const form = safeUrl(`${withoutSlash(repository)}/issues/new`);
  if (form === undefined) return undefined;
  const said = Object.entries(fields).filter(([, value]) => value !== '');
  const address = `${form}?${new URLSearchParams([['template', 'capture.yml'], ...said])}`;
  return address.length <= MAX_ADDRESS ? address : undefined;
}
