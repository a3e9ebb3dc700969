import { findLeaks, type Leak } from './find-leaks.ts';

/** The hash of a commit, which is a step of a path. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** The place of a comment in a page of a forge. */
const COMMENT = /^(?:issuecomment|discussioncomment|discussion_r|pullrequestreview|note_)-?\d{1,12}$/;
const GIST = /^https:\/\/gist\.github(?:usercontent)?\.com\/[\w-]{1,40}\/[0-9a-f]{20,32}(?=[/#?]|$)/;

/**
 * The leaks of the address where a capture was published. What looks like a secret elsewhere is a part of an address
 * there: the hash of a commit, the id of a gist or of a comment. Each step of the path is searched by itself.
 */
export function findLeaksInUrl(url: string): Leak[] {
  const leaks: Leak[] = [];
  let offset = GIST.exec(url)?.[0].length ?? 0;
  for (const step of url.slice(offset).split(/(?<=[/?#&=])/)) {
    const text = step.replace(/[/?#&=]$/, '');
    if (!COMMIT.test(text) && !COMMENT.test(text)) {
      for (const leak of findLeaks(text)) leaks.push({ kind: leak.kind, offset: offset + leak.offset });
    }
    offset += step.length;
  }
  return leaks;
}
