/**
 * Marks the entry of "On this page" whose part of the page is being read: the last one that begins above the upper
 * quarter of the window, at the end of the page above a line that sinks to its foot, and none before the first.
 * Without this script the entries are links all the same.
 */
export function markPlace(): void {
  const list = document.querySelector<HTMLElement>('.toc');
  if (list === null) return;
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of list.querySelectorAll('a')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target !== null && !links.has(target)) links.set(target, link);
  }
  let current: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const left = document.documentElement.scrollHeight - innerHeight - scrollY;
    const line = Math.max(innerHeight / 4, innerHeight - left);
    const above = [...links].findLast(([target]) => target.getBoundingClientRect().top < line);
    const link = scrollY > 0 ? above?.[1] : undefined;
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
    if (link !== undefined) keepInSight(list, link);
  };
  addEventListener('scroll', mark, { passive: true });
  requestAnimationFrame(mark);
}

/** Scrolls only the list: the page stays where it is. */
function keepInSight(list: HTMLElement, link: HTMLElement): void {
  if (list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top < outer.top + 40) list.scrollTop += inner.top - outer.top - 80;
  else if (inner.bottom > outer.bottom - 40) list.scrollTop += inner.bottom - outer.bottom + 80;
}

markPlace();
