import { type Html, html } from '../../html/html.ts';

/** The filter of questions by a technique. Without a script it is not there. */
export const techniqueChoice = (
  choices: readonly { readonly id: string; readonly title: string }[],
): Html => html`<question-filter class="js">
  <form aria-label="Filter the questions">
    <label>
      <span>I can use</span>
      <select name="technique">
        <option value="">any method</option>
        ${choices.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </select>
    </label>
    <p role="status"></p>
  </form>
</question-filter>`;
