import type { PublishedFile } from '../../../lib/export/formats/published-file.ts';

/**
 * What hosts read beside the pages: `_headers` (Netlify, Cloudflare Pages and others), with what a page cannot
 * state itself, and `.nojekyll`, without which GitHub Pages leaves out folders that begin with an underscore when
 * it serves a branch. The policy of the pages stands in each page and not here: a header would also bind the
 * worker of the workbench, which then could not run the decoder of WABinary.
 * @param base the path under which the site stands, with slashes at both ends
 */
export function hostFiles(base: string): PublishedFile[] {
  const headers = [
    `${base}*`,
    "  Content-Security-Policy: frame-ancestors 'none'",
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    // The name of a file in this folder holds the hash of what is in it.
    `${base}_assets/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
  ];
  return [
    { path: '_headers', text: `${headers.join('\n')}\n` },
    { path: '.nojekyll', text: '' },
  ];
}
