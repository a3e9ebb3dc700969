import type { Confidence } from '../../lib/schema/types.generated.ts';
import { type Html, html } from '../html/html.ts';

/** A confidence as a shape and a word. */
export const confidenceMark = (name: Confidence): Html => html`<span class="conf ${name}">${name}</span>`;
