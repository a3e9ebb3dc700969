/** How far below the top of the window a part begins that is being read, in pixels. Links lead to above it. */
const TOP = 110;

/**
 * Marks the entry of "On this page" whose part of the page is being read: the one that a link has just led to, else the
 * last one that begins near the top of the window, at the end of the page above a line that sinks to its foot, and none
 * before the first. Without this script the entries are links all the same.
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
  // Where the last link led to. Near the end of the page it cannot bring its part to the top.
  let aim: { readonly link: HTMLAnchorElement | undefined; readonly at: number } | undefined;
  const mark = (): void => {
    const left = document.documentElement.scrollHeight - innerHeight - scrollY;
    const line = Math.max(TOP, innerHeight - 2 * left);
    const above = [...links].findLast(([target]) => target.getBoundingClientRect().top < line);
    const aimed = scrollY === aim?.at ? aim.link : undefined;
    const link = scrollY > 0 ? (aimed ?? above?.[1]) : undefined;
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
    if (link !== undefined) keepInSight(list, link);
  };
  const arrive = (): void => {
    const target = document.querySelector(':target');
    aim = { link: target === null ? undefined : links.get(target), at: scrollY };
    mark();
  };
  addEventListener('scroll', mark, { passive: true });
  addEventListener('hashchange', arrive);
  requestAnimationFrame(arrive);
}

/** Scrolls only the list: the page stays where it is. */
function keepInSight(list: HTMLElement, link: HTMLElement): void {
  if (list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top < outer.top + 40) list.scrollTop += inner.top - outer.top - 80;
  else if (inner.bottom > outer.bottom - 40) list.scrollTop += inner.bottom - outer.bottom + 80;
}

markPlace();
