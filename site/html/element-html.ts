import type { Arrow, Element, ElementTag, Inside } from './element.ts';
import { type Html, type HtmlValue, html } from './html.ts';

/** The HTML of an element; a script makes the same with elementNode(). */
export function elementHtml(one: Element | Arrow): Html {
  if ('arrow' in one) return ARROWS[one.arrow];
  return PRINTERS[one.tag](one, one.inside.map(insideHtml));
}

function insideHtml(inside: Inside): HtmlValue {
  if (typeof inside !== 'object') return inside;
  return isList(inside) ? inside.map(insideHtml) : elementHtml(inside);
}

const isList = (inside: Element | Arrow | readonly Inside[]): inside is readonly Inside[] =>
  Array.isArray(inside);

type Print = (element: Element, inside: HtmlValue) => Html;

// A template names its tags itself: data cannot.
const PRINTERS: Readonly<Record<ElementTag, Print>> = {
  a: ({ className, href, label }, inside) =>
    html`<a class=${className} href=${href} aria-label=${label}>${inside}</a>`,
  b: ({ className }, inside) => html`<b class=${className}>${inside}</b>`,
  code: ({ className }, inside) => html`<code class=${className}>${inside}</code>`,
  dd: ({ className }, inside) => html`<dd class=${className}>${inside}</dd>`,
  details: ({ className }, inside) => html`<details class=${className}>${inside}</details>`,
  div: ({ className }, inside) => html`<div class=${className}>${inside}</div>`,
  dl: ({ className }, inside) => html`<dl class=${className}>${inside}</dl>`,
  dt: ({ className }, inside) => html`<dt class=${className}>${inside}</dt>`,
  h3: ({ className }, inside) => html`<h3 class=${className}>${inside}</h3>`,
  li: ({ className }, inside) => html`<li class=${className}>${inside}</li>`,
  ol: ({ className, label }, inside) => html`<ol class=${className} aria-label=${label}>${inside}</ol>`,
  p: ({ className }, inside) => html`<p class=${className}>${inside}</p>`,
  small: ({ className }, inside) => html`<small class=${className}>${inside}</small>`,
  span: ({ className, isSilent }, inside) =>
    html`<span class=${className} aria-hidden=${isSilent === true && 'true'}>${inside}</span>`,
  summary: ({ className }, inside) => html`<summary class=${className}>${inside}</summary>`,
  ul: ({ className, label }, inside) => html`<ul class=${className} aria-label=${label}>${inside}</ul>`,
};

const ARROWS: Readonly<Record<Arrow['arrow'], Html>> = {
  straight: html`<svg class="arrow" aria-hidden="true"><line class="line" x1="0" x2="100%" y1="6" y2="6"></line><svg x="100%" y="6"><path d="M0 0-9-5V5z"></path></svg></svg>`,
  back: html`<svg class="arrow" aria-hidden="true"><path class="line" d="M0 5H26V19H5"></path><path d="M0 19 9 14V24z"></path></svg>`,
};
