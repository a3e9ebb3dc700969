/**
 * Lets a link lead to another site, in a tab of its own; hides it where there is no address yet. In the page it stands
 * without any of this: what opens a tab and leads nowhere is no valid HTML.
 */
export function leadOut(link: HTMLAnchorElement, address: string | undefined): void {
  link.hidden = address === undefined;
  if (address === undefined) return;
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}
