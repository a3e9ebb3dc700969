import { type Html, type HtmlValue, html } from '../html/html.ts';

/** A heading at a level that the data decides; deeper ones than h6 are h6. */
export function heading(
  level: number,
  content: HtmlValue,
  { id, className }: { readonly id?: string; readonly className?: string } = {},
): Html {
  if (level <= 2) return html`<h2 class=${className} id=${id}>${content}</h2>`;
  if (level === 3) return html`<h3 class=${className} id=${id}>${content}</h3>`;
  if (level === 4) return html`<h4 class=${className} id=${id}>${content}</h4>`;
  if (level === 5) return html`<h5 class=${className} id=${id}>${content}</h5>`;
  return html`<h6 class=${className} id=${id}>${content}</h6>`;
}
