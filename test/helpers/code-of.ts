/**
 * The TypeScript of a file: of a page or a component its frontmatter and its scripts.
 * @param file its name, which says what it is
 */
export function codeOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script(?:\s[^>]*)?>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => code ?? '',
  );
  return [head, ...scripts].join('\n');
}
