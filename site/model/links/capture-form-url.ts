import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import { MAX_ADDRESS } from './new-file-url.ts';

/**
 * The issue form for captures on GitHub, filled in.
 * @param fields what stands in its fields, by their id
 * @returns undefined where the repository is not safe, or the address would be too long
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
