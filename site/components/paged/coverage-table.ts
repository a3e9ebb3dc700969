import { type Html, html } from '../../html/html.ts';
import type { ChannelCell, CoveragePart, DefinitionCoverage } from '../../model/paged/coverage-pages.ts';
import { refLink } from '../ref-link.ts';
import { tallyCell } from '../tally-cell.ts';

/** What the columns of channels are called. */
const CHANNEL_TITLES: Readonly<Record<ChannelCell['channel'], string>> = {
  wire: 'Wire',
  runtime: 'Running app',
  code: 'Code',
};

/** Definitions of a kind with their facts by confidence, and the evidence that they have on each channel. */
export const coverageTable = (
  caption: string,
  { rows, channels }: CoveragePart,
): Html => html`<table class="slim grid">
  <caption class="vh">${caption}</caption>
  <thead>
    <tr>
      <th scope="col" data-sort="text">Name</th>
      <th scope="col" data-sort="number">Facts</th>
      <th scope="col" data-sort="number">Score</th>
      ${channels.map((channel) => html`<th scope="col" data-sort="number">${CHANNEL_TITLES[channel]}</th>`)}
      ${channels.length > 0 && html`<th scope="col" data-sort="number">Impl.</th>`}
    </tr>
  </thead>
  <tbody>${rows.map(rowOf)}</tbody>
</table>`;

const rowOf = ({ name, tally, facts, cells, flavors }: DefinitionCoverage): Html => html`<tr>
  <th scope="row">${refLink(name)}${facts !== undefined && html` <small><a href=${facts} aria-label=${`Facts of ${name.text}`}>facts</a></small>`}</th>
  <td data-label="Facts" data-value=${tally.total}>${tallyCell(tally)}</td>
  <td data-label="Score" data-value=${Number.parseInt(tally.coverage, 10) || 0}>${tally.coverage}</td>
  ${cells.map(cellOf)}
  ${flavors !== undefined && html`<td data-label="Implementations" data-value=${flavors}>${flavors}</td>`}
</tr>`;

// The bar says the share by its length, so that it needs no colour to be read.
const cellOf = ({
  channel,
  facts,
  share,
  fill,
}: ChannelCell): Html => html`<td data-label=${CHANNEL_TITLES[channel]} data-value=${facts}>
  ${
    facts > 0
      ? html`<b>${facts}</b><svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${share} height="1"></rect></svg>`
      : html`<b>none</b>${fill !== undefined && html` <small>${refLink(fill.technique)} ${fill.words}</small>`}`
  }
</td>`;
