/**
 * Reads a file of the search index.
 * @throws for a file that does not exist
 */
export async function readIndex(path: string): Promise<unknown> {
  // The first file names the others, whose names change with their content.
  const response = await fetch(path, { cache: path.endsWith('/start.json') ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response.json();
}
