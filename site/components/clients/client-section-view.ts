import type { OthersParts } from '../../../lib/corpus/clients/others-parts.ts';
import { counted } from '../../../lib/text/counted.ts';
import { type Html, type HtmlValue, html } from '../../html/html.ts';
import type { ClientSection } from '../../model/clients/client-sections.ts';
import { refLink } from '../ref-link.ts';

/** A stanza as a client writes and reads it, and what else its code has of it. */
export const clientSectionView = ({
  id,
  stanza,
  matrix,
  writes,
  reads,
  names,
  refuted,
  alone,
  unwritten,
  unread,
}: ClientSection): Html => html`<section class="client-stanza" id="${`~${id}`}">
  <h3>${refLink(stanza)} <small><a href=${matrix}>all implementations<span class="vh"> of ${stanza.text}</span></a></small></h3>
  <div class="deeds">
    ${leg('As it writes it', writes)}
    ${leg('As it reads it', reads)}
  </div>
  ${partList('Only names', names)}
  ${partList('Refuted, and in its code', refuted)}
  ${partList('Known to no other family', alone)}
  ${others('write', unwritten)}
  ${others('read', unread)}
</section>`;

const leg = (title: string, text: string): HtmlValue =>
  text !== '' && html`<div><h4>${title}</h4><pre>${text}</pre></div>`;

const partList = (title: string, parts: readonly string[]): HtmlValue =>
  parts.length > 0 && html`<p class="clients"><b>${title}:</b> <code>${parts.join(', ')}</code></p>`;

/** What others do that its code was not seen to do. */
const others = (does: 'write' | 'read', { parts, total }: OthersParts): HtmlValue =>
  total > 0 &&
  html`<details class="fold">
    <summary>Others ${does} ${counted(total, 'part')} not seen in its code</summary>
    <p class="clients"><code>${parts.join(', ')}</code></p>
  </details>`;
