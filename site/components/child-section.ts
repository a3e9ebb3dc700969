import { type Html, html } from '../html/html.ts';
import type { ChildView } from '../model/nodes/child-view.ts';
import { tagWords } from '../model/nodes/tag-words.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { choiceList } from './choice-list.ts';
import { codeLinks } from './code-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { contentPart } from './content-part.ts';
import { evidenceFold } from './evidence-fold.ts';
import { factConditions } from './fact-conditions.ts';
import { factName } from './fact-name.ts';
import { factTable } from './fact-table.ts';
import { heading } from './heading.ts';
import { presenceMarks } from './presence-marks.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';
import { sharedFacts } from './shared-facts.ts';

/**
 * A child: what it is, then its own content and attributes, then what it takes from a shared node. Children that the
 * page describes itself follow as sections of their own.
 */
export function childSection(child: ChildView, links: TextLinks): Html {
  const { fact, depth, tag } = child;
  const title = html`
    ${child.above.slice(depth > 1 ? 1 : 0).map((ref) => html`<span class="above">${refLink(ref)} / </span>`)}
    ${factName(tagWords(tag), fact.href, { className: 'self', refuted: fact.refuted })}`;
  const attributes = html`Attributes<span class="vh"> of ${tagWords(tag)}</span>`;
  const shared = sharedFacts(child.shared, `Shared facts of ${tagWords(tag)}`, links);
  // Names alone go on in the paragraph, unless facts of the page's own come before them.
  const hasOwn = child.content !== undefined || child.choices.length > 0 || child.rows.length > 0;
  const isInline = child.shared.names.length > 0 && !hasOwn;
  return html`<section class="child" id=${fact.anchor}>
    ${heading(depth + 2, title)}
    <dl class="meta">
      ${fact.presence.length > 0 && html`<div class="legs"><dt class="vh">required:</dt> <dd>${presenceMarks(fact.presence)}</dd></div> `}
      <div><dt class=${depth > 1 && 'vh'}>occurrence:</dt> <dd><code>${child.occurrence}</code>, ${child.occurrenceWords}</dd></div>${' '}
      <div><dt class="vh">confidence:</dt> <dd>${confidenceMark(fact.confidence)}</dd></div>${' '}
      ${child.tagsFrom !== undefined && html`<div><dt>Tag:</dt> <dd>a value of ${refLink(child.tagsFrom)}</dd></div> `}
    </dl>
    <div class="about">
    ${proseLine(fact.description, links, fact.terms)}
    ${child.uses !== undefined && html`<p class="when"><b>${child.usesAnyTag ? 'With the facts of' : 'Shared node'}:</b> <a class="chip" href=${child.uses.href}>${child.uses.text}</a>${child.without.length > 0 && html`, without ${codeLinks(child.without)}`}</p>`}
    ${factConditions(fact, links)}
    ${child.apart !== undefined && html`<p class="when"><b>Described here and not as a shared node:</b> ${proseLine(child.apart, links)}</p>`}
    ${child.order !== undefined && html`<p class="clients">${proseLine(child.order, links)}${fact.orderRules.length > 0 && html` <b>Rules:</b> ${refList(fact.orderRules)}`}</p>`}
    ${isInline && shared}
    ${evidenceFold({ ...fact, name: tagWords(tag) }, links)}
    </div>
    ${child.content !== undefined && contentPart(child.content, tagWords(tag), links)}
    ${choiceList(child.choices, links)}
    ${
      child.rows.length > 0 && [
        heading(depth + 3, attributes, { className: 'vh' }),
        factTable(child.rows, `Attributes of ${tagWords(tag)}`, links),
      ]
    }
    ${!isInline && shared}
  </section>`;
}
