import { posix } from 'node:path';

/**
 * A page as it can be opened from disk: every address inside the site leads to a file beside it, and the
 * scripts, which a browser does not load from there, are left out, so that what stands there for a reader without
 * scripts is for every reader. Nothing that is said depends on them.
 * @param html a page that the site was built with
 * @param file the path of the page from the root of the site, such as `stanzas/call-offer/index.html`
 * @param base the path under which the site was built, with slashes at both ends
 */
export function portablePage(html: string, file: string, base: string): string {
  const here = new URL(`${base}${file}`, 'https://site.invalid');
  const local = (address: string): string => {
    const url = new URL(address, here);
    if (url.origin !== here.origin || address.startsWith('#') || !url.pathname.startsWith(base))
      return address;
    const target = url.pathname.slice(base.length).replace(/(^|\/)$/, '$1index.html');
    return `${posix.relative(posix.dirname(file), target)}${url.search}${url.hash}`;
  };
  return html
    .replace(/<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g, '')
    .replace(/<\/?noscript>/g, '')
    .replace(/(\s(?:href|src)="|\scontent="0; url=)([^"]*)"/g, (_, before: string, address: string) => {
      return `${before}${local(address)}"`;
    });
}
