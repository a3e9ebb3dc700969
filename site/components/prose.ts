import { type Html, html, joined } from '../html/html.ts';
import { linkedProse, type TermLink } from '../model/text/linked-prose.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { inlineProse } from './inline-prose.ts';

/** Prose from the data as paragraphs. */
export function prose(
  text: string,
  links: TextLinks,
  { className, terms = [] }: { readonly className?: string; readonly terms?: readonly TermLink[] } = {},
): Html {
  const paragraphs = linkedProse(text, terms, links.terms);
  return html`${paragraphs.map((parts) => html`<p class=${className}>${inlineProse(parts, links)}</p>`)}`;
}

/**
 * Prose from the data in one line, for the inside of a sentence, a cell or an item.
 * @param terms terms of the glossary that are linked where they first occur
 */
export function proseLine(text: string, links: TextLinks, terms: readonly TermLink[] = []): Html {
  const paragraphs = linkedProse(text, terms, links.terms);
  return html`${joined(
    paragraphs.map((parts) => inlineProse(parts, links)),
    html`<br>`,
  )}`;
}
