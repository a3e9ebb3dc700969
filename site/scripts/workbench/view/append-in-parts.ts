/** How many elements are made and added in one go: with more, the page would not answer meanwhile. */
const AT_ONCE = 25;

/**
 * Adds many elements to another, the first at once and the others in the next frames.
 * @param make makes the element of a place, from 0, when it is its turn
 */
export function appendInParts(
  to: HTMLElement,
  count: number,
  make: (place: number) => HTMLElement,
  from = 0,
): void {
  const end = Math.min(count, from + AT_ONCE);
  for (let place = from; place < end; place += 1) to.append(make(place));
  if (end < count) requestAnimationFrame(() => appendInParts(to, count, make, end));
}
