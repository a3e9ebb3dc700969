import { type HtmlValue, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { FactView } from '../model/views/fact-view.ts';
import { clientLine } from './client-line.ts';
import { proseLine } from './prose.ts';
import { refList } from './ref-list.ts';
import { ruleLine } from './rule-line.ts';

/** When a fact holds: in words, as conditions, in which builds, and which clients write and read it. */
export const factConditions = (fact: FactView, links: TextLinks): readonly HtmlValue[] => [
  fact.when !== undefined && html`<p class="when"><b>When:</b> ${proseLine(fact.when, links)}</p>`,
  fact.onlyIf !== undefined && html`<p class="when"><b>Only if:</b> <code>${fact.onlyIf}</code></p>`,
  fact.requiredIf !== undefined &&
    html`<p class="when"><b>Always if:</b> <code>${fact.requiredIf}</code></p>`,
  fact.writtenBy !== undefined && html`<p class="when"><b>Written by:</b> ${fact.writtenBy}</p>`,
  fact.builds.length > 0 && html`<p class="when"><b>Known in:</b> ${fact.builds.join('; ')}</p>`,
  fact.refuses.length > 0 && html`<p class="when"><b>Refuses:</b> ${refList(fact.refuses)}</p>`,
  fact.remedy !== undefined && html`<p class="when"><b>What to do:</b> ${proseLine(fact.remedy, links)}</p>`,
  ruleLine(fact.rules),
  clientLine(fact.clients, fact.mostClients),
  fact.isOnlyNamed && html`<p class="clients">No code that writes or reads it is known.</p>`,
];
