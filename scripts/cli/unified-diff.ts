import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/**
 * A change of a file as a unified diff that `git apply` accepts; '' when nothing changed.
 * @param before undefined for a new file
 */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  return createTwoFilesPatch(from, `b/${path}`, before ?? '', after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
