import { type Html, html } from '../html/html.ts';

/**
 * A block of text that may be wider than the page: it can be scrolled with the keyboard, and has a name.
 * @param label its name for who cannot see it
 */
export const scrolledCode = (text: string, label: string, className = 'code'): Html =>
  html`<pre class=${className} tabindex="0" role="group" aria-label=${label}><code>${text}</code></pre>`;

/**
 * A block of text that is copied as it is: no line of it breaks, so one that is wider than the page is scrolled to.
 * @param label its name, and that of its button, for who cannot see it
 */
export const copiedCode = (text: string, label: string): Html =>
  html`<div class="snippet">${scrolledCode(text, label, 'code aligned')}</div>`;
