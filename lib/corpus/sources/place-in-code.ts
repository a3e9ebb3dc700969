import { safeUrl } from '../../prose/safe-url.ts';
import type { Corpus } from '../model/corpus.ts';
import { permalink } from './permalink.ts';

/**
 * A file of a client, with its permalink at the commit of its flavor, or else at the last of the given commits. Without a
 * repository it has no address.
 */
export function placeInCode(
  flavor: string,
  path: string,
  commits: readonly string[],
  corpus: Corpus,
): { readonly text: string; readonly href: string | undefined } {
  const data = corpus.definitions.flavor.get(flavor)?.data;
  const commit = commits.at(-1);
  const at = permalink(`${flavor}:${path}`, corpus);
  if (at !== undefined || data?.repository === undefined || commit === undefined)
    return { text: path, href: at };
  const file = path.split('/').map(encodeURIComponent).join('/');
  return { text: path, href: safeUrl(`${data.repository}/blob/${commit}/${file}`) };
}
