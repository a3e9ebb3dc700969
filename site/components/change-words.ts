import type { Words } from '../../lib/diff/changes/describe-change.ts';
import { plainProse } from '../../lib/prose/parse-prose.ts';
import { type Html, html } from '../html/html.ts';

/** What changed, in words; those from data are quoted. */
export const changeWords = (words: Words): Html =>
  html`${words.map((one) => {
    if (typeof one === 'string') return one;
    return 'code' in one ? html`<code>${one.code}</code>` : html`<q>${plainProse(one.data)}</q>`;
  })}`;
