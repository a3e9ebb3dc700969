/**
 * Derives the id of a new definition from a name: its letters in lower case, its digits, and single hyphens for
 * everything in between. Lower case, since some file systems ignore case.
 * @returns undefined if nothing is left of the name, or too much
 */
export function idFrom(name: string): string | undefined {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' || id.length > 80 ? undefined : id;
}
