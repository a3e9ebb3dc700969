import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { factAt } from '../../../lib/corpus/facts/fact-at.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { anchorBelow } from '../../../lib/corpus/model/defined-node.ts';

/** The parts of a stanza: its attributes, and the attributes, contents and children in it. */
export interface Parts {
  /** How many parts each fact describes, by its path. */
  readonly described: ReadonlyMap<string, number>;
  /** The anchors of what no fact describes, without what is inside of it. */
  readonly undescribed: readonly string[];
}

/** What a spec has of each part of a captured stanza. It is looked up by place, without the matcher. */
export function partsOf(root: CapturedNode, stanza: string, corpus: Corpus): Parts {
  const described = new Map<string, number>();
  const undescribed: string[] = [];
  const isDescribed = (anchor: string): boolean => {
    const path = factAt(corpus, `${stanza}:${anchor}`)?.path;
    if (path === undefined) undescribed.push(anchor);
    else described.set(path, (described.get(path) ?? 0) + 1);
    return path !== undefined;
  };
  /** Whether the children of any tag that a node may have include one. */
  const allows = (anchor: string, tag: string): boolean => {
    const fact = factAt(corpus, `${stanza}:${anchor}`);
    const tags = fact?.child?.tags_from?.replace('enum:', '');
    return fact !== undefined && (tags === undefined || corpus.factByPath.has(`${tags}=${tag}`));
  };
  const visit = (node: CapturedNode, at: string): void => {
    for (const { name } of node.attributes) isDescribed(anchorBelow(at, `@${name}`));
    if (node.content !== undefined) isDescribed(anchorBelow(at, 'text()'));
    for (const child of node.children) {
      const named = anchorBelow(at, child.tag);
      const any = anchorBelow(at, '*');
      const anchor =
        factAt(corpus, `${stanza}:${named}`) === undefined && allows(any, child.tag) ? any : named;
      if (isDescribed(anchor)) visit(child, anchor);
    }
  };
  visit(root, '');
  return { described, undescribed };
}
