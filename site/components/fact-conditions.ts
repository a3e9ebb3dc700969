import { type HtmlValue, html, joined } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { FactView } from '../model/views/fact-view.ts';
import { proseLine } from './prose.ts';
import { refList } from './ref-list.ts';
import { ruleLine } from './rule-line.ts';

/** When a fact holds: in words, as conditions, and in which builds. */
export const factConditions = (fact: FactView, links: TextLinks): readonly HtmlValue[] => {
  const conditions = [
    fact.when !== undefined && html`<b>When:</b> ${proseLine(fact.when, links)}`,
    fact.onlyIf !== undefined && html`<b>Only if:</b> <code>${fact.onlyIf}</code>`,
    fact.requiredIf !== undefined && html`<b>Always if:</b> <code>${fact.requiredIf}</code>`,
    fact.writtenBy !== undefined && html`<b>Written by:</b> ${fact.writtenBy}`,
    fact.builds.length > 0 && html`<b>Known in:</b> ${fact.builds.join('; ')}`,
  ].filter((one) => one !== false);
  return [
    conditions.length > 0 && html`<p class="when">${joined(conditions, ' ')}</p>`,
    fact.refuses.length > 0 && html`<p class="when"><b>Refuses:</b> ${refList(fact.refuses)}</p>`,
    fact.remedy !== undefined &&
      html`<p class="when"><b>What to do:</b> ${proseLine(fact.remedy, links)}</p>`,
    ruleLine(fact.rules),
    fact.isOnlyNamed && html`<p class="clients">No code that writes or reads it is known.</p>`,
  ];
};
