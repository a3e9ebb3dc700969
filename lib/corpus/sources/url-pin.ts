/** How loosely a URL refers to the content of a repository. */
export interface UrlPin {
  /** moving: a branch, whose content changes; short: an abbreviated hash, which can become ambiguous. */
  readonly kind: 'moving' | 'short';
  /** The branch, or the hash. */
  readonly ref: string;
}

/** The path segments before a branch, a tag or a commit in the URL of a file or folder. */
const VIEWS = '(?:blob|tree|raw|blame|edit|commits?|plain|src|media)';

/**
 * Where the ref is: on hosts of raw files; on GitLab (after a hyphen) and on Forgejo and Gitea (which state the kind of
 * ref) under any host name; and on well-known forges.
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
 * What is loose about a URL into a repository, as far as its form tells; undefined for a full commit hash, a tag, and
 * any URL that does not refer to a repository.
 * @param href a normalized URL
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
  // Forgejo and Gitea state the kind of ref; elsewhere, a branch may have this name.
  if (first === 'branch' && second !== '') return { kind: 'moving', ref: second };
  if (first === 'tag' && second !== '') return undefined;
  const ref = first === 'commit' && second !== '' ? second : first;
  if (ref === '' || isWholeHash(ref)) return undefined;
  if (/^[0-9a-f]{7,63}$/i.test(ref)) return { kind: 'short', ref };
  return VERSION.test(ref) ? undefined : { kind: 'moving', ref };
}

/** Whether a text is a full commit hash: SHA-1, or SHA-256. */
export const isWholeHash = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text);
