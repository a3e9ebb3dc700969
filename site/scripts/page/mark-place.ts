/**
 * Marks the entry of "On this page" whose part of the page is being read: the last one that begins above the upper
 * third of the window. Without this script the entries are links all the same.
 */
export function markPlace(): void {
  const list = document.querySelector<HTMLElement>('.toc');
  if (list === null) return;
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of list.querySelectorAll('a')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target !== null && !links.has(target)) links.set(target, link);
  }
  const above = new Set<Element>();
  let current: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const last = [...links.keys()].findLast((target) => above.has(target));
    const link = last === undefined ? undefined : links.get(last);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
    if (link !== undefined) keepInSight(list, link);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
        const started = isIntersecting || boundingClientRect.top < (rootBounds?.top ?? 0);
        if (started) above.add(target);
        else above.delete(target);
      }
      mark();
    },
    { rootMargin: '0px 0px -66% 0px' },
  );
  for (const target of links.keys()) observer.observe(target);
}

/** Scrolls only the list: the page stays where it is. */
function keepInSight(list: HTMLElement, link: HTMLElement): void {
  if (list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top < outer.top + 40) list.scrollTop += inner.top - outer.top - 80;
  else if (inner.bottom > outer.bottom - 40) list.scrollTop += inner.bottom - outer.bottom + 80;
}

markPlace();
