import { valueFits } from '../../../corpus/match/value-fits.ts';
import type { YamlValue } from '../../../source/edit-yaml.ts';
import { isReplacedName } from '../../sanitize/placeholders/name-placeholders.ts';
import { isWord } from '../../sanitize/placeholders/word-placeholders.ts';
import type { CapturedNode } from '../../tree/captured-node.ts';
import type { CaptureEvidence } from '../entry/capture-evidence.ts';

/** A part of a capture, with the evidence of that capture. */
export interface Seen<T> {
  readonly seen: T;
  readonly evidence: CaptureEvidence;
}

const TO_DESCRIBE = 'Seen in a capture. What it means is not known yet.';

function provenance(all: readonly CaptureEvidence[]): YamlValue {
  const some = (key: keyof CaptureEvidence): { readonly [key: string]: string[] } => {
    const list = [...new Set(all.flatMap((one) => one[key]))];
    return list.length === 0 ? {} : { [key]: list };
  };
  return { ...some('techniques'), ...some('flavors'), ...some('sources') };
}

const evidenceOf = (all: readonly Seen<unknown>[]): CaptureEvidence[] => all.map(({ evidence }) => evidence);

const begun = (all: readonly Seen<unknown>[]): { readonly [key: string]: YamlValue } => ({
  confidence: 'speculative',
  description: TO_DESCRIBE,
  provenance: provenance(evidenceOf(all)),
});

/**
 * An entry for an attribute that no stanza describes, to be filled in.
 * @param values its sanitized values; only their type is used
 */
export function attributeSkeleton(name: string, values: readonly Seen<string>[]): YamlValue {
  return { name, type: typeOf(values), ...begun(values) };
}

/** An entry for a value that its enum does not list. */
export function valueSkeleton(value: string, evidence: readonly CaptureEvidence[]): YamlValue {
  return { value, ...begun(evidence.map((one) => ({ seen: undefined, evidence: one }))) };
}

/** An entry for the content of nodes. */
export function contentSkeleton(nodes: readonly Seen<CapturedNode>[]): YamlValue {
  const texts = nodes.flatMap(({ seen: { content }, evidence }) =>
    content?.kind === 'text' ? [{ seen: content.text, evidence }] : [],
  );
  return { type: texts.length === 0 ? 'bytes' : typeOf(texts), ...begun(nodes) };
}

/**
 * An entry for a child that no stanza describes, with everything in it that kept its name. Each part names the
 * captures that show it.
 * @param most how often it comes in one stanza at most
 */
export function childSkeleton(nodes: readonly Seen<CapturedNode>[], most: number): YamlValue {
  const attributes = new Map<string, Seen<string>[]>();
  const children = new Map<string, Seen<CapturedNode>[]>();
  for (const { seen: node, evidence } of nodes) {
    for (const { name, value } of node.attributes) {
      if (!isReplacedName(name)) push(attributes, name, { seen: value, evidence });
    }
    for (const child of node.children) {
      if (!isReplacedName(child.tag)) push(children, child.tag, { seen: child, evidence });
    }
  }
  const mostIn = (tag: string): number =>
    nodes.reduce((n, { seen }) => Math.max(n, seen.children.filter((one) => one.tag === tag).length), 0);
  const withContent = nodes.filter(({ seen }) => seen.content !== undefined);
  const { confidence, description, provenance: behind } = begun(nodes) as Readonly<Record<string, YamlValue>>;
  return {
    tag: nodes[0]?.seen.tag ?? '',
    occurrence: most > 1 ? '0..n' : '0..1',
    confidence: confidence ?? '',
    description: description ?? '',
    ...(attributes.size === 0
      ? {}
      : { attributes: [...attributes].map(([name, values]) => attributeSkeleton(name, values)) }),
    ...(children.size === 0
      ? {}
      : { children: [...children].map(([tag, same]) => childSkeleton(same, mostIn(tag))) }),
    ...(withContent.length === 0 ? {} : { content: contentSkeleton(withContent) }),
    provenance: behind ?? {},
  };
}

function push<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
}

// The narrowest type that all placeholders fit. What may be a flag or a number is a number.
function typeOf(values: readonly Seen<string>[]): string {
  const types = new Set(values.map(({ seen }) => typeOfOne(seen)));
  return types.size === 1 ? ([...types][0] ?? 'string') : 'string';
}

function typeOfOne(value: string): string {
  if (isWord(value)) return 'string';
  if (valueFits(value, 'int')) return /^170\d{7}(?:\d{3})?$/.test(value) ? 'timestamp' : 'int';
  if (value.includes('@') && valueFits(value, 'jid')) return 'jid';
  if (value.length >= 8 && /^[0A-Fa-f0-9]+$/.test(value) && valueFits(value, 'hex')) return 'hex';
  return value.length >= 8 && /^A{4}/.test(value) ? 'bytes' : 'string';
}
