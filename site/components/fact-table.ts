import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { FactView } from '../model/views/fact-view.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { factConditions } from './fact-conditions.ts';
import { factName } from './fact-name.ts';
import { factRows } from './fact-rows.ts';
import { observedValues } from './observed-values.ts';
import { presenceMarks } from './presence-marks.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/**
 * Facts as rows: a line with what each is, and below it what it means and how it is known. On a narrow screen each row
 * becomes an entry with its parts below one another.
 * @param label what the table lists, for screen readers
 * @param of what the facts are: attributes have types, values of an enum do not
 */
export function factTable(
  rows: readonly FactView[],
  label: string,
  links: TextLinks,
  of: 'attributes' | 'values' = 'attributes',
): Html {
  return html`<table class="facts" aria-label=${label}>
    <thead>
      <tr>
        ${
          of === 'values'
            ? html`<th scope="col" colspan="2">Value, Description</th>`
            : html`<th scope="col">Name, Type, Description</th><th scope="col">Required</th>`
        }
        <th scope="col">Confidence, Provenance</th>
      </tr>
    </thead>
    ${rows.map((fact) => factRow(fact, links, of))}
  </table>`;
}

// Who writes and reads a value is in a table of its own.
const factRow = (fact: FactView, links: TextLinks, of: 'attributes' | 'values'): Html =>
  factRows(
    fact.anchor,
    html`${factName(fact.name, fact.href, { className: 'self', refuted: fact.refuted })}${typeOf(fact)}`,
    of === 'attributes' && presenceMarks(fact.presence),
    confidenceMark(fact.confidence),
    [
      proseLine(fact.description, links, fact.terms),
      factConditions(of === 'values' ? { ...fact, isOnlyNamed: false } : fact, links),
      observedValues(fact),
      evidenceFold(fact, links),
    ],
  );

const typeOf = ({ type, size }: FactView): HtmlValue =>
  type !== undefined && html` <span class="type">${refLink(type)}${size !== undefined && `, ${size}`}</span>`;
