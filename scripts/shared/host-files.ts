import type { Twin } from '../../lib/export/twin.ts';

/**
 * What hosts read beside the pages: `_headers` (Netlify, Cloudflare Pages and others), with the policy that the
 * pages state themselves and what a page cannot state, and `.nojekyll`, without which GitHub Pages leaves out
 * folders that begin with an underscore when it serves a branch.
 * @param page the text of a built page
 * @param base the path under which the site stands, with slashes at both ends
 * @throws when the page states no policy
 */
export function hostFiles(page: string, base: string): Twin[] {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(page)?.[1];
  if (policy === undefined) throw new Error('A page states no policy.');
  const headers = [
    `${base}*`,
    `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
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
