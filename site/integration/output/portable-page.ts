import { posix } from 'node:path';

/**
 * A page for reading from disk: internal links lead to files, and scripts, which browsers do not load from disk, are
 * removed. The content of `<noscript>` becomes part of the page; no information depends on scripts.
 * @param html a page of the site
 * @param file its path from the root of the site, such as `stanzas/call-offer/index.html`
 * @param base the base path of the site, with slashes at both ends
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
