/**
 * Finds names that repeat in one node.
 * @returns a function that is true for a name when it comes for the second time, and not again
 */
export function repeatedNames(): (name: string) => boolean {
  // Most nodes have a few attributes, for which a list is faster than a set.
  const few: string[] = [];
  let many: Set<string> | undefined;
  let reported: Set<string> | undefined;
  return (name) => {
    if (few.includes(name) || many?.has(name) === true) {
      reported ??= new Set();
      return !reported.has(name) && reported.add(name) !== undefined;
    }
    if (few.length < 16) few.push(name);
    else {
      many ??= new Set();
      many.add(name);
    }
    return false;
  };
}
