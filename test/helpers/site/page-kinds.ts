import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withSlashes } from '../../../lib/node/files/with-slashes.ts';

/** The files of all pages of a site, from its folder on, sorted. */
export async function pageFiles(site: string): Promise<string[]> {
  const files = await readdir(site, { recursive: true });
  return files
    .filter((name) => name.endsWith('.html'))
    .map((name) => withSlashes(name))
    .sort();
}

/**
 * What a page is one of: all stanzas are made alike, and so are all pages of old versions about them. A list is a kind
 * of its own.
 * @param file such as stanzas/call-offer/index.html
 */
export function pageKind(file: string): string {
  const [, version = '', path = ''] = /^(v\/)?(.*)$/.exec(file.replace(/^v\/[^/]+/, 'v')) ?? [];
  return version + path.replace(/^([^/]+)\/[^/]+\//, '$1/*/');
}

/** A page of each kind that is neither one of the smallest nor of the largest, in the order in which the kinds come. */
export async function pageOfEachKind(site: string, files: readonly string[]): Promise<string[]> {
  const kinds = new Map<string, { readonly file: string; readonly size: number }[]>();
  for (const file of files) {
    const { size } = await stat(join(site, file));
    kinds.set(pageKind(file), [...(kinds.get(pageKind(file)) ?? []), { file, size }]);
  }
  return [...kinds.values()].flatMap((pages) => {
    const bySize = pages.sort((a, b) => a.size - b.size);
    return bySize.slice(bySize.length >> 1, (bySize.length >> 1) + 1).map(({ file }) => file);
  });
}
