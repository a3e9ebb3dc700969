import type { Spec } from '../../schema/types.generated.ts';
import type { Io } from '../process/io.ts';
import { UsageError } from '../process/usage-error.ts';

export interface SiteAddress {
  /** Without a trailing slash. */
  readonly origin: string | undefined;
  /** With slashes at both ends. */
  readonly base: string;
}

/**
 * The address of the site: SITE_URL and BASE_PATH, or what spec.yaml says. BASE_PATH overrides the path of the URL.
 * @throws UsageError when one of them cannot be an address
 */
export function siteAddress(spec: Spec, io: Io): SiteAddress {
  const { SITE_URL, BASE_PATH } = io.env;
  const site = SITE_URL || spec.site;
  const named = SITE_URL ? 'SITE_URL' : 'site in spec.yaml';
  const url = site === undefined ? undefined : parse(named, site);
  const base = BASE_PATH || url?.pathname || '/';
  if (!/^[\w./~-]*$/.test(base) || base.split('/').some((part) => part === '.' || part === '..')) {
    throw new UsageError(
      BASE_PATH
        ? `BASE_PATH ${base} is not a path such as /spec/.`
        : `${named} ${site} has the path ${base}, which is not a path such as /spec/.`,
    );
  }
  const inner = base.split('/').filter((part) => part !== '');
  return { origin: url?.origin, base: inner.length === 0 ? '/' : `/${inner.join('/')}/` };
}

function parse(named: string, site: string): URL {
  const url = URL.canParse(site) ? new URL(site) : undefined;
  if (
    url === undefined ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new UsageError(`${named} ${site} is not an address such as https://example.org/spec/.`);
  }
  return url;
}
