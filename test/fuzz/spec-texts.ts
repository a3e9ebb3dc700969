import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of every definition of a spec by path, in the order of their paths. */
export function specTexts(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
