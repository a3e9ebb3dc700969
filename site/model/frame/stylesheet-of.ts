/** The first segments of the paths of pages that hold only text and tables. */
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
 * The stylesheet of a page. A page waits for one stylesheet alone, and the pages that are read most have the smallest.
 * @param path the path of the page without the base
 */
export function stylesheetOf(path: string): 'stanza' | 'plain' | 'whole' {
  const [folder = '', id = ''] = path.split('/');
  if (folder === 'stanzas' && id !== '') return 'stanza';
  return PLAIN.has(folder) ? 'plain' : 'whole';
}
