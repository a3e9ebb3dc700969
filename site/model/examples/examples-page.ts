import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { PlacedLink } from '../views/linked-lines.ts';
import { type ExampleView, exampleViews } from './example-view.ts';

/** The page with all examples of a stanza in all their forms, which would be too long for its own page. */
export interface ExamplesPage {
  readonly stanza: Ref;
  readonly examples: readonly PlacedExample[];
}

/** An example whose names lead to the page of its stanza. */
export interface PlacedExample extends ExampleView {
  readonly placed: readonly PlacedLink[];
}

/** The path of that page. */
export const examplesPath = (stanza: string): string => `stanzas/${encodeURIComponent(stanza)}/examples/`;

/** @throws when the corpus has no stanza of this id */
export function examplesPage({ corpus }: Published, links: Links, id: string): ExamplesPage {
  const data = corpus.definitions.stanza.get(id)?.data;
  if (data === undefined) throw new Error(`no stanza ${id}`);
  const href = links.definition('stanza', id);
  return {
    stanza: { text: data.display_name, href },
    examples: exampleViews(data, corpus, links).map((example) => ({
      ...example,
      placed: example.links.map(({ anchor, start, end }) => ({
        start,
        end,
        href: `${href}${fragment(anchor)}`,
      })),
    })),
  };
}
