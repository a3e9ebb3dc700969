/** How many facts of a shared node a payload, and a node further inside, may have to be repeated at a place. */
const MOST = { payload: 16, inside: 9, onFullPage: 0 };

/**
 * Whether a shared node at a place is too large to be repeated there.
 * @param anchor the place; the outermost node, '', is never too large
 * @param facts how many facts the shared node has, without those of shared nodes inside it
 * @param full whether the page has much else
 */
export function isLarge(anchor: string, facts: number, full = false): boolean {
  if (anchor === '') return false;
  return facts > (!anchor.includes('/') ? MOST.payload : full ? MOST.onFullPage : MOST.inside);
}
