import { type HtmlValue, html } from '../html/html.ts';
import type { Choice } from '../model/lists/facts-page.ts';

/** With more choices than this, a value is typed: the size of a page does not grow with the corpus. */
const MOST_CHOICES = 200;

/** A drop-down list in a filter, or a field where there are too many choices. Without a choice, it does not filter. */
export const filterSelect = (name: string, label: string, choices: readonly Choice[]): HtmlValue => {
  if (choices.length === 0) return undefined;
  if (choices.length > MOST_CHOICES)
    return html`<label>
      <span>${label}</span>
      <input type="search" name=${name} autocomplete="off" spellcheck="false" maxlength="100" placeholder="any part of its id">
    </label>`;
  return html`<label>
    <span>${label}</span>
    <select name=${name}>
      <option value="">all</option>
      ${choices.map(({ value, text }) => html`<option value=${value}>${text}</option>`)}
    </select>
  </label>`;
};
