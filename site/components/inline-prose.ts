import { type Html, html } from '../html/html.ts';
import type { LinkedPart } from '../model/text/linked-prose.ts';
import type { TextLinks } from '../model/text/text-links.ts';

/** Parts of a text, inline. A name in code is a link if the corpus has it. */
export function inlineProse(parts: readonly LinkedPart[], links: Pick<TextLinks, 'word'>): Html {
  return html`${parts.map((part) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'code': {
        const href = links.word(part.text);
        const code = html`<code>${part.text}</code>`;
        return href === undefined ? code : html`<a href=${href}>${code}</a>`;
      }
      case 'emphasis':
        return html`<em>${inlineProse(part.parts, links)}</em>`;
      case 'strong':
        return html`<strong>${inlineProse(part.parts, links)}</strong>`;
      case 'link':
        return html`<a href=${part.url}>${inlineProse(part.parts, links)}</a>`;
      case 'term':
        return html`<a class="term" href=${part.link.href} title=${part.link.definition}>${part.text}</a>`;
      default:
        return part satisfies never;
    }
  })}`;
}
