import { statementAnchor } from '../../lib/corpus/parts/part-texts.ts';
import { fragment } from '../../lib/pages/fragment.ts';
import type { Inline } from '../../lib/prose/inline.ts';
import type { Block } from '../../lib/prose/read-markdown.ts';
import { safeUrl } from '../../lib/prose/safe-url.ts';
import { type Html, type HtmlValue, html } from '../html/html.ts';

/** Where a link of Markdown may lead: to a page by its name. */
export type PageOf = (name: string) => string | undefined;

/**
 * Markdown from the data. It becomes paragraphs, lists, quotes, code and headings below those of the page; links lead to
 * a page by its name or through the gate for addresses, and are text otherwise.
 */
export const markdown = (blocks: readonly Block[], pageOf: PageOf): Html =>
  html`${blocks.map((block) => blockHtml(block, pageOf))}`;

function blockHtml(block: Block, pageOf: PageOf): HtmlValue {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inlineHtml(block.inside, pageOf)}</p>`;
    case 'heading': {
      const inside = inlineHtml(block.inside, pageOf);
      if (block.level === 1) return html`<h3>${inside}</h3>`;
      return block.level === 2 ? html`<h4>${inside}</h4>` : html`<h5>${inside}</h5>`;
    }
    case 'code':
      return html`<div class="snippet"><pre class="code" tabindex="0" aria-label="Code"><code>${block.text}</code></pre></div>`;
    case 'quote':
      return html`<blockquote>${markdown(block.inside, pageOf)}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${itemHtml(item, pageOf)}</li>`);
      return block.start === undefined
        ? html`<ul>${items}</ul>`
        : html`<ol start=${block.start === 1 ? undefined : block.start}>${items}</ol>`;
    }
    default:
      return block satisfies never;
  }
}

/** An item of one plain line needs no paragraph. */
function itemHtml(item: readonly Block[], pageOf: PageOf): HtmlValue {
  const [first, ...rest] = item;
  if (first?.kind !== 'paragraph') return markdown(item, pageOf);
  return [inlineHtml(first.inside, pageOf), markdown(rest, pageOf)];
}

function inlineHtml(inside: readonly Inline[], pageOf: PageOf): HtmlValue {
  return inside.map((one): HtmlValue => {
    switch (one.kind) {
      case 'text':
        return one.text;
      case 'code':
        return html`<code>${one.text}</code>`;
      case 'break':
        return html`<br>`;
      case 'emphasis':
        return html`<em>${inlineHtml(one.inside, pageOf)}</em>`;
      case 'strong':
        return html`<strong>${inlineHtml(one.inside, pageOf)}</strong>`;
      case 'statement': {
        const anchor = statementAnchor(one.number);
        return html`<span class="statement" id=${anchor}>${inlineHtml(one.inside, pageOf)}</span> <a class="mark" href=${fragment(anchor)} aria-label="Statement ${one.number}">#${one.number}</a>`;
      }
      case 'link': {
        const href = pageOf(one.to) ?? safeUrl(one.to);
        const words = inlineHtml(one.inside, pageOf);
        return href === undefined ? words : html`<a href=${href}>${words}</a>`;
      }
      default:
        return one satisfies never;
    }
  });
}
