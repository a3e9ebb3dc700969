import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { FactView } from '../model/views/fact-view.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { factName } from './fact-name.ts';
import { factRows } from './fact-rows.ts';
import { proseLine } from './prose.ts';

/**
 * The rows of a statement of a part, such as a requirement or a field: what it is, what it says, and its evidence.
 * @param traits what stands beside its name
 * @param more what stands below its description
 */
export const statementRows = (fact: FactView, traits: HtmlValue, more: HtmlValue, links: TextLinks): Html =>
  factRows(
    fact.anchor,
    html`${factName(fact.name, fact.href, { className: 'self', refuted: fact.refuted })}`,
    traits,
    confidenceMark(fact.confidence),
    [proseLine(fact.description, links, fact.terms), more, evidenceFold(fact, links)],
  );
