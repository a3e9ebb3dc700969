/**
 * The id of a new definition, made of a name: its letters in lower case, its digits, single hyphens for all that
 * stands between. Two ids that differ only in their case are one file on some computers.
 * @returns undefined for a name of which nothing is left, or that is too long
 */
export function idFrom(name: string): string | undefined {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' || id.length > 80 ? undefined : id;
}
