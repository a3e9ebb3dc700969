/**
 * Makes a link open another site in a new tab, and hides it while it has no URL. The page itself has the bare element,
 * since a target without an address is not valid HTML.
 */
export function leadOut(link: HTMLAnchorElement, address: string | undefined): void {
  link.hidden = address === undefined;
  if (address === undefined) return;
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}
