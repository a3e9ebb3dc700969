import type { Corpus } from '../../../corpus/model/corpus.ts';
import type { Fact } from '../../../corpus/model/fact.ts';
import type { CaptureWays } from '../../../prose/ways.ts';
import type { Pointer } from '../../../source/mark.ts';
import type { Undescribed, Verdict } from '../../match/verdict.ts';
import { isReplacedName } from '../../sanitize/placeholders/name-placeholders.ts';
import { readValuePath, type ValuePath } from '../../share/share-values.ts';
import type { CapturedNode } from '../../tree/captured-node.ts';
import type { CaptureEvidence } from '../entry/capture-evidence.ts';
import { disputeClaim } from './dispute-claim.ts';

/** Something that a capture changes in the spec. */
export type SpecEdit = { readonly path: string; readonly evidence: CaptureEvidence } & (
  | { readonly kind: 'support'; readonly fact: Fact }
  | { readonly kind: 'dispute'; readonly fact: Fact; readonly claim: string }
  | {
      readonly kind: 'entry';
      /** The stanza, or `node/` and the shared node, that gets the entry, and where the entry's parent is in its file. */
      readonly owner: string;
      readonly at: Pointer;
      readonly what: Undescribed;
      /** How often it comes in the capture. */
      readonly count: number;
    }
  | { readonly kind: 'value'; readonly value: ValuePath }
);

/** The edits that follow from a verdict, and what is left to people, each with its reason. */
export interface EditsFor {
  readonly edits: readonly SpecEdit[];
  readonly left: readonly string[];
}

/**
 * What a verdict changes in the spec.
 * @param evidence what the capture adds to provenance
 * @param corpus the spec without the values that are shared
 */
export function editsFor(
  verdict: Verdict,
  evidence: CaptureEvidence,
  corpus: Corpus,
  ways: CaptureWays,
): EditsFor {
  const { path } = verdict;
  const fact = corpus.factByPath.get(path);
  switch (verdict.verdict) {
    case 'supports':
      if (fact !== undefined) return { edits: [{ kind: 'support', path, evidence, fact }], left: [] };
      return { edits: valueEdits(path, evidence, corpus), left: [] };
    // The log broke off: nothing is concluded.
    case 'cut':
      return NOTHING;
    case 'contradicts': {
      if (fact === undefined) {
        const reason = `${path} is contradicted, but has no entry that a dispute could be added to`;
        return { edits: [], left: [reason] };
      }
      const claim = disputeClaim(verdict.how);
      return { edits: [{ kind: 'dispute', path, evidence, fact, claim }], left: [] };
    }
    case 'unknown':
    case 'ledger':
      return entryEdits(verdict, evidence, corpus, ways);
    default:
      return verdict satisfies never;
  }
}

const NOTHING: EditsFor = { edits: [], left: [] };

// Only a value that is shared is supported without a fact.
function valueEdits(path: string, evidence: CaptureEvidence, corpus: Corpus): SpecEdit[] {
  const value = readValuePath(path);
  return value !== undefined && corpus.definitions.enum.has(value.enum)
    ? [{ kind: 'value', path, evidence, value }]
    : [];
}

function entryEdits(
  { path, within, lackedBy, what, count }: Extract<Verdict, { verdict: 'unknown' | 'ledger' }>,
  evidence: CaptureEvidence,
  corpus: Corpus,
  ways: CaptureWays,
): EditsFor {
  if (what.cut) {
    const reason = `${path} is not drafted, because the log does not show it or the node around it completely`;
    return { edits: [], left: [reason] };
  }
  if (lackedBy !== undefined) {
    const reason = `${path} is a part of the shared node that 'without' of ${lackedBy} leaves out; remove it from 'without' if the capture is right`;
    return { edits: [], left: [reason] };
  }
  const howToKeep = `keep it with ${ways.keepName('NAME')} if it is not personal, or describe it by hand`;
  if (what.kind !== 'content' && isReplacedName(what.name)) {
    return { edits: [], left: [`the name of ${path} was replaced; ${howToKeep}`] };
  }
  const owner = within.slice(0, within.indexOf(':'));
  const at = within.endsWith(':') ? [] : corpus.factByPath.get(within)?.pointer;
  if (at === undefined) return NOTHING;
  const inside = what.kind === 'child' ? what.nodes.flatMap(replacedNames) : [];
  return {
    edits: [{ kind: 'entry', path, evidence, owner, at, what, count }],
    left: inside.map((name) => `${path} contains ${name}, a name that was replaced; ${howToKeep}`),
  };
}

/** The placeholders of names inside a node, in their order. */
function replacedNames({ attributes, children }: CapturedNode): string[] {
  const names = [
    ...attributes.map(({ name }) => name).filter(isReplacedName),
    ...children.flatMap((child) => (isReplacedName(child.tag) ? [child.tag] : replacedNames(child))),
  ];
  return [...new Set(names)];
}
