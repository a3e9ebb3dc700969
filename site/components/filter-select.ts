import { type HtmlValue, html } from '../html/html.ts';
import type { Choice } from '../model/lists/facts-page.ts';

/** A drop-down list in a filter. Without a choice, it does not filter. */
export const filterSelect = (name: string, label: string, choices: readonly Choice[]): HtmlValue =>
  choices.length > 0 &&
  html`<label>
    <span>${label}</span>
    <select name=${name}>
      <option value="">all</option>
      ${choices.map(({ value, text }) => html`<option value=${value}>${text}</option>`)}
    </select>
  </label>`;
