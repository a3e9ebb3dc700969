import { safeUrl } from '../../prose/safe-url.ts';
import { withoutSlash } from '../../prose/without-slash.ts';
import type { Corpus } from '../model/corpus.ts';
import { parseSource } from './source-ref.ts';

/**
 * The URL that shows a source: in a flavor's repository at its pinned commit, in this spec's repository for an issue,
 * or the https URL itself. undefined for a note, a malformed source, a capture (which has a page on the site), and a
 * flavor that is unknown or has no repository.
 */
export function permalink(source: string, corpus: Pick<Corpus, 'definitions' | 'spec'>): string | undefined {
  const ref = parseSource(source);
  switch (ref.kind) {
    case 'url':
      return safeUrl(ref.url);
    case 'issue':
      return corpus.spec.repository === undefined
        ? undefined
        : safeUrl(`${withoutSlash(corpus.spec.repository)}/issues/${ref.number}`);
    case 'flavor': {
      const flavor = corpus.definitions.flavor.get(ref.flavor)?.data;
      if (flavor?.repository === undefined) return undefined;
      const path = ref.path.split('/').map(encodeURIComponent).join('/');
      const lines = ref.from === undefined ? '' : `#L${ref.from}${ref.to === undefined ? '' : `-L${ref.to}`}`;
      return safeUrl(`${withoutSlash(flavor.repository)}/blob/${flavor.commit ?? 'HEAD'}/${path}${lines}`);
    }
    case 'capture':
    case 'note':
    case 'malformed':
      return undefined;
    default:
      return ref satisfies never;
  }
}
