import { type Html, type HtmlValue, html } from '../html/html.ts';
import { breakableName } from './breakable-name.ts';

/**
 * The name of a fact as a link, such as to its own address. A name that an open dispute denies is struck through, and
 * the word says so.
 */
export const factName = (
  name: string,
  href: string | undefined,
  { className, refuted = false }: { readonly className?: string; readonly refuted?: boolean } = {},
): readonly Html[] => {
  const text: HtmlValue = name === '' ? '(empty)' : breakableName(name);
  return [
    html`<a class=${className} href=${href}>${refuted ? html`<s>${text}</s>` : text}</a>`,
    ...(refuted ? [REFUTED] : []),
  ];
};

/** Says that nobody should rely on a fact: an open dispute denies it. */
const REFUTED = html` <b class="refuted">refuted</b>`;
