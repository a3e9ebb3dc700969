import { type Html, html } from '../html/html.ts';
import type { ChildView } from '../model/definitions/stanza-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { factTable } from './fact-table.ts';
import { heading } from './heading.ts';
import { prose, proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/** A child of a stanza: what it is, then its own attributes and content. Its children follow as sections of their own. */
export function childSection(child: ChildView, links: TextLinks): Html {
  const { fact, depth, tag } = child;
  const title = html`
    ${child.above.map((ref) => html`<span class="above">${refLink(ref)} / </span>`)}
    <a class="self" href=${fact.href}>&lt;${tag}&gt;</a>`;
  const attributes = html`Attributes<span class="vh"> of &lt;${tag}&gt;</span>`;
  return html`<section class="child" id=${fact.anchor}>
    ${heading(depth + 2, title)}
    <dl class="meta">
      <div><dt>occurrence:</dt> <dd><code>${child.occurrence}</code>, ${child.occurrenceWords}</dd></div>${' '}
      <div><dt>confidence:</dt> <dd>${confidenceMark(fact.confidence)}</dd></div>${' '}
      <div><dt>provenance:</dt> <dd>${fact.techniques.map((one) => [refLink(one), ', '])}${fact.evidence}</dd></div>
    </dl>
    ${prose(fact.description, links, { terms: fact.terms, className: 'text' })}
    ${fact.when !== undefined && html`<p class="when"><b>When:</b> ${proseLine(fact.when, links)}</p>`}
    ${child.order !== undefined && html`<p class="note">${child.order}</p>`}
    ${evidenceFold(fact, links)}
    ${
      child.rows.length > 0 && [
        heading(depth + 3, attributes, { className: 'sub' }),
        factTable(child.rows, `Attributes of <${tag}>`, links),
      ]
    }
  </section>`;
}
