import { safeUrl } from '../../prose/safe-url.ts';
import { withoutSlash } from '../../prose/without-slash.ts';
import type { Corpus } from '../model/corpus.ts';
import { parseSource } from './source-ref.ts';

/**
 * The address at which a source can be seen: in a flavor's repository at its pinned commit, in this spec's
 * repository for an issue, or the https address itself. undefined where there is none: a note, a malformed
 * source, a capture (a page of ours), a flavor that is not known or names no repository.
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
