import { readdir, readFile } from 'node:fs/promises';

/**
 * The kinds of definitions in a folder of schemas: each schema that is an object, by the name of its file, with its
 * title. One without a type holds definitions that others share.
 * @param folder URL of a folder of *.schema.json files
 */
export async function definitionKinds(folder: URL): Promise<{ kind: string; title: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json')).sort();
  const kinds: { kind: string; title: string }[] = [];
  for (const name of names) {
    const { type, title } = JSON.parse(await readFile(new URL(name, folder), 'utf8'));
    if (type !== undefined) kinds.push({ kind: name.replace(/\.schema\.json$/, ''), title });
  }
  return kinds;
}
