import type { Words } from '../../lib/diff/changes/describe-change.ts';
import { plainProse } from '../../lib/prose/parse-prose.ts';
import { type Html, html } from '../html/html.ts';

/** A description of a change; text from the data is quoted. */
export const changeWords = (words: Words): Html =>
  html`${words.map((one) => {
    if (typeof one === 'string') return one;
    return 'code' in one ? html`<code>${one.code}</code>` : html`<q>${plainProse(one.data)}</q>`;
  })}`;
