import { type HtmlValue, html } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';
import { refList } from './ref-list.ts';

/** The requirements that speak of something; nothing without any. */
export const ruleLine = (rules: readonly Ref[]): HtmlValue =>
  rules.length > 0 && html`<p class="when"><b>Rules:</b> ${refList(rules)}</p>`;
