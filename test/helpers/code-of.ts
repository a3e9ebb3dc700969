import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../lib/node/process/project-root.ts';

/**
 * The TypeScript of a file: of a page or a component its frontmatter and its scripts.
 * @param file its path from the root of the project
 */
export function codeOf(file: string): string {
  const text = readFileSync(join(PROJECT, file), 'utf8');
  if (!file.endsWith('.astro')) return text;
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script(?:\s[^>]*)?>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => code ?? '',
  );
  return [head, ...scripts].join('\n');
}
