import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { Node } from '../../../lib/schema/types.generated.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import type { Links } from '../links/links.ts';
import { type NodeBody, nodeBody, tocOfBody, tocSection } from '../nodes/node-body.ts';
import { type UseView, useViews } from '../nodes/use-view.ts';

/** Everything that the page of a shared node shows. */
export interface NodePage extends NodeBody {
  readonly node: Node;
  /** Every place that uses it. */
  readonly uses: readonly UseView[];
  readonly toc: readonly TocEntry[];
}

/**
 * The page of a shared node.
 * @throws when the corpus has no shared node of this id
 */
export function nodePage(publication: Published, links: Links, id: string): NodePage {
  const entry = publication.corpus.definitions.node.get(id);
  if (entry === undefined) throw new Error(`no shared node ${id}`);
  const body = nodeBody(publication, links, entry, []);
  return {
    ...body,
    node: entry.data,
    uses: useViews(id, publication.corpus, links),
    toc: tocOfBody(body, { examples: false, before: [tocSection('Used at')] }),
  };
}
