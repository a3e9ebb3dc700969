import { type Html, html, joined } from '../html/html.ts';
import type { CaptureRemark } from '../model/captures/capture-page.ts';
import { refLink } from './ref-link.ts';

/** How many records of a trace are named. */
const NAMED = 5;

/** What a capture has that the spec does not describe or contradicts, and in which records of a trace. */
export function captureRemark({ at, message, records }: CaptureRemark): Html {
  const named = records.slice(0, NAMED).map((n) => html`<a href=${`#${n}`}>${n}</a>`);
  const more = records.length - named.length;
  return html`<code>${refLink(at)}</code>: ${message}${
    named.length > 0 && html` (in ${joined(named, ', ')}${more > 0 && ` and ${more} more`})`
  }`;
}
