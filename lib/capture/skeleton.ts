import { valueFits } from '../corpus/value-fits.ts';
import type { YamlValue } from '../source/edit.ts';
import type { CapturedNode } from './captured-node.ts';
import { isReplacedName, isWord } from './placeholders.ts';

/** What stands behind an entry that is made from a capture. */
export interface SkeletonEvidence {
  readonly technique: string;
  /** A source, such as capture:<id>. */
  readonly source: string;
}

const TO_DESCRIBE = 'Seen in a capture. What it means is not known yet.';

const provenance = ({ technique, source }: SkeletonEvidence): YamlValue => ({
  techniques: [technique],
  sources: [source],
});

/**
 * An entry for an attribute that no stanza describes, to be filled in.
 * @param value its sanitized value, of which only the type is used
 */
export function attributeSkeleton(name: string, value: string, evidence: SkeletonEvidence): YamlValue {
  return {
    name,
    type: typeOf(value),
    confidence: 'speculative',
    description: TO_DESCRIBE,
    provenance: provenance(evidence),
  };
}

/** An entry for a value that its enum does not list. */
export function valueSkeleton(value: string, evidence: SkeletonEvidence): YamlValue {
  return {
    value,
    confidence: 'speculative',
    description: TO_DESCRIBE,
    provenance: provenance(evidence),
  };
}

/** An entry for the content of a node. */
export function contentSkeleton(node: CapturedNode, evidence: SkeletonEvidence): YamlValue {
  const { content } = node;
  return {
    type: content?.kind === 'text' ? typeOf(content.text) : 'bytes',
    confidence: 'speculative',
    description: TO_DESCRIBE,
    provenance: provenance(evidence),
  };
}

/** An entry for a child that no stanza describes, with everything in it that kept its name. */
export function childSkeleton(
  nodes: readonly CapturedNode[],
  times: number,
  evidence: SkeletonEvidence,
): YamlValue {
  const tag = nodes[0]?.tag ?? '';
  const attributes = new Map(
    nodes.flatMap((node) =>
      node.attributes.filter(({ name }) => !isReplacedName(name)).map((one) => [one.name, one.value]),
    ),
  );
  const children = new Map<string, CapturedNode[]>();
  for (const child of nodes.flatMap((node) => node.children)) {
    if (isReplacedName(child.tag)) continue;
    children.set(child.tag, [...(children.get(child.tag) ?? []), child]);
  }
  const most = (child: string): number =>
    nodes.reduce((n, node) => Math.max(n, node.children.filter((one) => one.tag === child).length), 0);
  const withContent = nodes.find(({ content }) => content !== undefined);
  return {
    tag,
    occurrence: times > 1 ? '0..n' : '0..1',
    confidence: 'speculative',
    description: TO_DESCRIBE,
    ...(attributes.size === 0
      ? {}
      : { attributes: [...attributes].map(([name, value]) => attributeSkeleton(name, value, evidence)) }),
    ...(children.size === 0
      ? {}
      : { children: [...children].map(([name, same]) => childSkeleton(same, most(name), evidence)) }),
    ...(withContent === undefined ? {} : { content: contentSkeleton(withContent, evidence) }),
    provenance: provenance(evidence),
  };
}

// The narrowest type that a placeholder shows. What may be a flag or a number is a number.
function typeOf(value: string): string {
  if (isWord(value)) return 'string';
  if (valueFits(value, 'int')) return /^170\d{7}(?:\d{3})?$/.test(value) ? 'timestamp' : 'int';
  if (value.includes('@') && valueFits(value, 'jid')) return 'jid';
  if (value.length >= 8 && /^[0A-Fa-f0-9]+$/.test(value) && valueFits(value, 'hex')) return 'hex';
  return value.length >= 8 && /^A{4}/.test(value) ? 'bytes' : 'string';
}
