import { type HtmlValue, joined } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';
import { refLink } from './ref-link.ts';

/** Links in a row, with commas between them. */
export const refList = (refs: readonly Ref[]): HtmlValue => joined(refs.map(refLink), ', ');
