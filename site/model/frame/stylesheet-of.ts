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
 * Which of the stylesheets a page has. One is all that a page waits for, and the pages that are read most have
 * the smallest.
 * @param path the path of the page without the base
 */
export function stylesheetOf(path: string): 'stanza' | 'plain' | 'whole' {
  const [folder = '', id = ''] = path.split('/');
  if (folder === 'stanzas' && id !== '') return 'stanza';
  return PLAIN.has(folder) ? 'plain' : 'whole';
}
