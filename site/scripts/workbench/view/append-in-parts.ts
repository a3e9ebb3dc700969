/** How many elements are added in one go: with more, the page would not answer meanwhile. */
const AT_ONCE = 25;

/** Adds many elements to another, the first at once and the others in the next frames. */
export function appendInParts(to: HTMLElement, elements: readonly HTMLElement[]): void {
  to.append(...elements.slice(0, AT_ONCE));
  const rest = elements.slice(AT_ONCE);
  if (rest.length > 0) requestAnimationFrame(() => appendInParts(to, rest));
}
