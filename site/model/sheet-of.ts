/** First steps of the paths of pages that are no more than text and tables. */
const PLAIN: ReadonlySet<string> = new Set([
  '',
  '404.html',
  'contributors',
  'enums',
  'flavors',
  'glossary',
  'questions',
  'rules',
  'search',
  'stanzas',
  'techniques',
]);

/**
 * Which of the two stylesheets a page has. One is all that a page waits for, and the pages that are read most
 * have the small one.
 * @param path the path of the page without the base
 */
export function sheetOf(path: string): 'plain' | 'whole' {
  return PLAIN.has(path.split('/')[0] ?? '') ? 'plain' : 'whole';
}
