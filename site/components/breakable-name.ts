import { type HtmlValue, html } from '../html/html.ts';

/** Shorter names fit into any column. */
const LONG = 16;

/** A name that may break after an underscore or an at sign, as text does after a hyphen, and nowhere else. */
export const breakableName = (name: string): HtmlValue =>
  name.length < LONG ? name : name.split(/(?<=[_@])/).map((part, i) => (i === 0 ? part : html`<wbr>${part}`));
