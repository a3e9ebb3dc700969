import type { Spec } from '../../lib/schema/types.generated.ts';
import type { Io } from './io.ts';
import { Misuse } from './misuse.ts';

export interface SiteAddress {
  /** Without a slash at the end. */
  readonly origin: string | undefined;
  /** With slashes at both ends. */
  readonly base: string;
}

/**
 * Where the site will stand: SITE_URL and BASE_PATH, else what spec.yaml says. The path of the address is the
 * base unless BASE_PATH says otherwise.
 * @throws Misuse when one of them cannot be an address
 */
export function siteAddress(spec: Spec, io: Io): SiteAddress {
  const site = io.env['SITE_URL'] || spec.site;
  const url = site === undefined ? undefined : parse(site);
  const base = io.env['BASE_PATH'] || url?.pathname || '/';
  if (!/^[\w./~-]*$/.test(base) || base.split('/').some((part) => part === '.' || part === '..')) {
    throw new Misuse(`BASE_PATH ${base} is not a path such as /spec/.`);
  }
  const inner = base.split('/').filter((part) => part !== '');
  return { origin: url?.origin, base: inner.length === 0 ? '/' : `/${inner.join('/')}/` };
}

function parse(site: string): URL {
  const url = URL.canParse(site) ? new URL(site) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new Misuse(`SITE_URL ${site} is not an address such as https://example.org/spec/.`);
  }
  return url;
}
