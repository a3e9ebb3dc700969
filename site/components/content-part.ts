import { type Html, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { FactView } from '../model/views/fact-view.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { factConditions } from './fact-conditions.ts';
import { factName } from './fact-name.ts';
import { observedValues } from './observed-values.ts';
import { presenceMarks } from './presence-marks.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/**
 * The content of a node. It needs no table, since a node has only one.
 * @param tag of the node, in words
 */
export const contentPart = (
  fact: FactView,
  tag: string,
  links: TextLinks,
): Html => html`<div class="content" id=${fact.anchor}>
    <dl class="meta">
      ${fact.presence.length > 0 && html`<div class="legs"><dt class="vh">required:</dt> <dd>${presenceMarks(fact.presence)}</dd></div> `}
      <div><dt>${factName('content', fact.href, { className: 'self', refuted: fact.refuted })}:</dt> <dd class="type">${fact.type !== undefined && refLink(fact.type)}${fact.size !== undefined && `, ${fact.size}`}</dd></div>${' '}
      <div><dt class="vh">confidence:</dt> <dd>${confidenceMark(fact.confidence)}</dd></div>
    </dl>
    <div class="about">${proseLine(fact.description, links, fact.terms)}
    ${factConditions(fact, links)}
    ${observedValues(fact)}
    ${evidenceFold({ ...fact, name: `the content of ${tag}` }, links)}</div>
  </div>`;
