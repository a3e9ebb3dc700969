import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { fileInSpec } from '../../schema/file-in-spec.ts';
import { editYaml, type YamlEdit, type YamlValue } from '../../source/edit-yaml.ts';
import type { Pointer } from '../../source/mark.ts';
import type { StanzaReview, Undescribed } from '../match/match.ts';
import { disputeClaim } from '../review/verdict-message.ts';
import { isReplacedName } from '../sanitize/placeholders.ts';
import { readValuePath } from '../share/share-values.ts';
import type { CapturedNode } from '../tree/captured-node.ts';
import type { DraftedCapture, Left } from './draft-options.ts';
import {
  attributeSkeleton,
  childSkeleton,
  contentSkeleton,
  type Seen,
  type SkeletonEvidence,
  valueSkeleton,
} from './entry-skeleton.ts';

/** The order in which keys stand in a definition. */
const KEY_ORDER: readonly string[] = [
  'name',
  'tag',
  'value',
  'type',
  'required',
  'occurrence',
  'size',
  'when',
  'confidence',
  'description',
  'observed_values',
  'attributes',
  'children',
  'children_order',
  'content',
  'provenance',
  'disputes',
  'examples',
  'notes',
  'open_questions',
  'references',
  'moved_from',
  'techniques',
  'flavors',
  'contributors',
  'sources',
  'tools',
];

type Change = Pick<DraftedCapture, 'supports' | 'disputes' | 'added'>;

interface Edits {
  /** Takes down what a capture changes. */
  forCapture(review: StanzaReview, evidence: SkeletonEvidence, line: number): Change;
  /** The new text of each file that changes. */
  apply(): [path: string, text: string][];
}

/** Gathers the edits of all captures, so that each file is edited once. */
export function captureEdits(corpus: Corpus, left: Left[]): Edits {
  const byFile = new Map<Entry<'stanza' | 'enum'>, YamlEdit[]>();
  const pushTo = (entry: Entry<'stanza' | 'enum'> | undefined, edit: YamlEdit): void => {
    if (entry === undefined) return;
    const edits = byFile.get(entry);
    if (edits === undefined) byFile.set(entry, [edit]);
    else edits.push(edit);
  };
  const push = (owner: string, edit: YamlEdit): void => pushTo(corpus.definitions.stanza.get(owner), edit);
  const pushFact = ({ kind, owner, pointer }: Fact, list: Pointer, append: YamlValue): void =>
    pushTo(corpus.definitions[kind === 'value' ? 'enum' : 'stanza'].get(owner), {
      list: [...pointer, ...list],
      append,
    });
  /** Each new dispute, by its fact and claim. */
  const disputed = new Map<string, { fact: Fact; claim: string; evidence: SkeletonEvidence[] }>();
  /** Each new entry by its path, with everything that shows it. */
  const entries = new Map<string, NewEntry>();

  const dispute = (fact: Fact, claim: string, evidence: SkeletonEvidence): void => {
    const same = fact.disputes.findIndex((one) => one.claim === claim);
    if (same !== -1) {
      for (const source of evidence.sources) pushFact(fact, ['disputes', same, 'sources'], source);
      return;
    }
    const key = `${fact.path}\n${claim}`;
    const one = disputed.get(key) ?? { fact, claim, evidence: [] };
    one.evidence.push(evidence);
    disputed.set(key, one);
  };

  /** Takes down what shows a new entry; false where there is nothing for it to stand in. */
  const entryFor = (path: string, what: Undescribed, count: number, evidence: SkeletonEvidence): boolean => {
    const colon = path.indexOf(':');
    const owner = path.slice(0, colon);
    const parent = /^(.*?)(?:@[^@]*|(?:^|\/)[^/@]+)$/.exec(path.slice(colon + 1))?.[1] ?? '';
    const at = parent === '' ? [] : corpus.factByPath.get(`${owner}:${parent}`)?.pointer;
    if (at === undefined) return false;
    const entry = entries.get(path) ?? { owner, at, what, most: 0, seen: [] };
    entry.most = Math.max(entry.most, count);
    entry.seen.push({ seen: what, evidence });
    entries.set(path, entry);
    return true;
  };

  /** New values of enums by their path. */
  const values = new Map<string, SkeletonEvidence[]>();
  const valueEntry = (path: string, evidence: SkeletonEvidence): boolean => {
    if (!corpus.definitions.enum.has(readValuePath(path)?.enum ?? '')) return false;
    values.set(path, [...(values.get(path) ?? []), evidence]);
    return true;
  };

  return {
    forCapture(review, evidence, line) {
      const change = { supports: [] as string[], disputes: [] as string[], added: [] as string[] };
      const leave = (reason: string): void => void left.push({ code: 'part', line, reason });
      for (const verdict of review.verdicts) {
        const { path } = verdict;
        const fact = corpus.factByPath.get(path);
        switch (verdict.verdict) {
          case 'supports':
            // Only a value that is shared is supported without a fact.
            if (fact === undefined) {
              if (valueEntry(path, evidence)) change.added.push(path);
              break;
            }
            for (const key of ['techniques', 'flavors', 'sources'] as const) {
              for (const one of evidence[key]) pushFact(fact, ['provenance', key], one);
            }
            change.supports.push(path);
            break;
          // The log broke off: nothing is concluded.
          case 'cut':
            break;
          case 'contradicts':
            if (fact === undefined) {
              leave(`${path} is contradicted, and has no entry for a dispute to stand in`);
              break;
            }
            dispute(fact, disputeClaim(verdict.how), evidence);
            change.disputes.push(path);
            break;
          case 'unknown':
          case 'ledger': {
            const { what } = verdict;
            if (what.cut) {
              leave(`${path} is not drafted, because the log left out a part of it or of the node around it`);
            } else if (what.kind !== 'content' && isReplacedName(what.name)) {
              leave(`${path} had a name that was replaced; ${KEEP_NAME}`);
            } else if (entryFor(path, what, verdict.count, evidence)) {
              change.added.push(path);
              for (const name of what.kind === 'child' ? what.nodes.flatMap(replacedIn) : []) {
                leave(`${path} holds ${name}, a name that was replaced; ${KEEP_NAME}`);
              }
            }
            break;
          }
          default:
            verdict satisfies never;
        }
      }
      return change;
    },
    apply() {
      for (const { fact, claim, evidence } of disputed.values()) {
        const flavors = [...new Set(evidence.flatMap((one) => one.flavors))];
        const sources = [...new Set(evidence.flatMap((one) => one.sources))];
        pushFact(fact, ['disputes'], { claim, ...(flavors.length === 0 ? {} : { flavors }), sources });
      }
      for (const entry of entries.values()) push(entry.owner, editFor(entry));
      for (const [path, evidence] of values) {
        const { enum: id = '', value = '' } = readValuePath(path) ?? {};
        const append = valueSkeleton(value, evidence);
        pushTo(corpus.definitions.enum.get(id), { list: ['values'], append });
      }
      return [...byFile].flatMap(([entry, edits]): [string, string][] => {
        const result = editYaml(entry.source.text, edits, KEY_ORDER);
        if ('text' in result) return [[fileInSpec(entry), result.text]];
        const reason = `${entry.source.file} is left as it is: ${result.reason}`;
        left.push({ code: 'file', line: undefined, reason });
        return [];
      });
    },
  };
}

const KEEP_NAME = 'keep it with --keep-name NAME if it names nobody, or describe it by hand';

/** An entry that a definition gets for what it does not describe. */
interface NewEntry {
  readonly owner: string;
  /** Where its parent stands in the file. */
  readonly at: Pointer;
  readonly what: Undescribed;
  /** How often it stands in one stanza at most. */
  most: number;
  readonly seen: Seen<Undescribed>[];
}

function editFor({ at, what, most, seen }: NewEntry): YamlEdit {
  switch (what.kind) {
    case 'attribute': {
      const values = seen.flatMap(({ seen: one, evidence }) =>
        one.kind === 'attribute' ? [{ seen: one.attribute.value, evidence }] : [],
      );
      return { list: [...at, 'attributes'], append: attributeSkeleton(what.name, values) };
    }
    case 'child': {
      const nodes = seen.flatMap(({ seen: one, evidence }) =>
        one.kind === 'child' ? one.nodes.map((node) => ({ seen: node, evidence })) : [],
      );
      return { list: [...at, 'children'], append: childSkeleton(nodes, most) };
    }
    case 'content': {
      const nodes = seen.flatMap(({ seen: one, evidence }) =>
        one.kind === 'content' ? [{ seen: one.node, evidence }] : [],
      );
      return { key: [...at, 'content'], value: contentSkeleton(nodes) };
    }
    default:
      return what satisfies never;
  }
}

/** The placeholders of names inside of a node, in their order. */
function replacedIn({ attributes, children }: CapturedNode): string[] {
  const names = [
    ...attributes.map(({ name }) => name).filter(isReplacedName),
    ...children.flatMap((child) => (isReplacedName(child.tag) ? [child.tag] : replacedIn(child))),
  ];
  return [...new Set(names)];
}

export function textOf(path: string, corpus: Corpus): string | undefined {
  const { stanza, enum: enums } = corpus.definitions;
  return [...stanza.values(), ...enums.values()].find((one) => fileInSpec(one) === path)?.source.text;
}
