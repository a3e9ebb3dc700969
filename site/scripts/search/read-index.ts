/**
 * Reads a file of the search index.
 * @throws Error for a file that is not there
 */
export async function readIndex(path: string): Promise<unknown> {
  // The first file says which the others are, and theirs change their names with what they hold.
  const response = await fetch(path, { cache: path.endsWith('/start.json') ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response.json();
}
