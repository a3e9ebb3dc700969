/**
 * Follows a link to a part of a page that has moved. The page's redirect would lose the fragment, so the fragment is
 * looked up first, among the parts that the page lists.
 */
export function followMoved(): void {
  const anchor = decodeURIComponent(location.hash.slice(1));
  const part = anchor === '' ? null : document.getElementById(anchor);
  const link = part?.querySelector<HTMLAnchorElement>('a[href]');
  if (document.querySelector('meta[http-equiv="refresh"]') !== null && link) location.replace(link.href);
}

followMoved();
