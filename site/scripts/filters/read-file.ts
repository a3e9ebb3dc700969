/** Reads a file that a filter works on. @throws for a file that does not exist */
export async function readFile(path: string): Promise<unknown> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response.json();
}
