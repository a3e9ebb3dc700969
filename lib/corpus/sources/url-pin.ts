/** How firmly an address into a repository stands. */
export interface UrlPin {
  /** moving: a branch, which shows something else tomorrow; short: a hash of which more commits may have the beginning. */
  readonly kind: 'moving' | 'short';
  /** The branch, or the hash. */
  readonly ref: string;
}

/** The words before a branch, a tag or a commit, where the address of a file or a folder has them. */
const VIEWS = '(?:blob|tree|raw|blame|edit|commits?|plain|src|media)';

/**
 * Where the ref stands: on hosts of raw files; on GitLab (behind a hyphen) and on Forgejo and Gitea (which say what
 * kind of ref it is), whatever their host; on the hosts that are known to be a forge.
 */
const FORMS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /^(?:raw|media)\.githubusercontent\.com$/, path: /^\/(?:media\/)?[^/]+\/[^/]+\/(.+)$/ },
  { host: /^cdn\.jsdelivr\.net$/, path: /^\/gh\/[^/]+\/[^/@]+(?:@([^/]+))?(?:\/.*)?$/ },
  { host: /^(?:raw|rawcdn)\.githack\.com$/, path: /^\/[^/]+\/[^/]+\/(.+)$/ },
  { host: /./, path: new RegExp(`^/.+?/-/${VIEWS}/(.+)$`) },
  { host: /./, path: /^\/[^/]+\/[^/]+\/(?:src|raw|media)\/((?:branch|commit|tag)\/.+)$/ },
  {
    host: /(?:^|\.)(?:git\w*|codeberg|bitbucket)\.|^git\.sr\.ht$/,
    path: new RegExp(`^/~?[^/]+/[^/]+/${VIEWS}/(.+)$`),
  },
];

/**
 * What is loose about an address into a repository, as far as its form tells: undefined for a whole commit hash,
 * a tag, and any address that is none into a repository.
 * @param href an address that was parsed
 */
export function pinOfUrl(href: string): UrlPin | undefined {
  const url = new URL(href);
  const query = url.searchParams.get('ref') ?? url.searchParams.get('at') ?? url.searchParams.get('h');
  if (/^(?:api\.github\.com|git\.)/.test(url.hostname) && query !== null) return pinOfRef(query);
  const host = url.hostname.replace(/^www\./, '');
  for (const form of FORMS) {
    const found = form.host.test(host) ? form.path.exec(url.pathname) : null;
    if (found === null) continue;
    const rest = found[1];
    return rest === undefined ? { kind: 'moving', ref: 'HEAD' } : pinOfRef(decoded(rest));
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const VERSION = /^(?:[A-Za-z][\w.]*[-_@/])?[vV]?\d+(?:\.\w+)+(?:[-+_][\w.+-]*)?$/;

function pinOfRef(text: string): UrlPin | undefined {
  const steps = text.split('/').filter((step) => step !== '');
  const [first = '', second = ''] = steps;
  if (first === 'refs') {
    return second === 'tags' ? undefined : { kind: 'moving', ref: steps.slice(2, 3).join('/') };
  }
  // Forgejo and Gitea say which it is; on another host a branch may be called so.
  if (first === 'branch' && second !== '') return { kind: 'moving', ref: second };
  if (first === 'tag' && second !== '') return undefined;
  const ref = first === 'commit' && second !== '' ? second : first;
  if (ref === '' || isWholeHash(ref)) return undefined;
  if (/^[0-9a-f]{7,63}$/i.test(ref)) return { kind: 'short', ref };
  return VERSION.test(ref) ? undefined : { kind: 'moving', ref };
}

/** Whether a text is the whole hash of a commit: SHA-1, or SHA-256. */
export const isWholeHash = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text);
