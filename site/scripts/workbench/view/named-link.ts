import { makeElement as make } from '../../search/make-element.ts';
import type { LinkedText } from '../messages/stanza-view.ts';

/** A text, as a link if it has a page. */
export function namedLink({ text, href }: LinkedText): HTMLElement {
  if (href === undefined) return make('span', '', text);
  const link = make('a', '', text);
  link.href = href;
  return link;
}
