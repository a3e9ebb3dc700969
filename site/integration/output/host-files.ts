import type { PublishedFile } from '../../../lib/export/formats/published-file.ts';

/**
 * Files for hosts: `_headers` (Netlify, Cloudflare Pages and others) with the headers that a page cannot set itself,
 * and `.nojekyll`, without which GitHub Pages skips folders that begin with an underscore. The content security policy
 * is in each page instead, because a header would also apply to the worker of the workbench, which then could not run
 * the decoder of WABinary.
 * @param base the base path of the site, with slashes at both ends
 */
export function hostFiles(base: string): PublishedFile[] {
  const headers = [
    `${base}*`,
    "  Content-Security-Policy: frame-ancestors 'none'",
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    // The names of the files in this folder contain a hash of their content.
    `${base}_assets/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
  ];
  return [
    { path: '_headers', text: `${headers.join('\n')}\n` },
    { path: '.nojekyll', text: '' },
  ];
}
