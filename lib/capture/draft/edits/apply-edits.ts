import type { Corpus, Entry } from '../../../corpus/model/corpus.ts';
import type { Fact } from '../../../corpus/model/fact.ts';
import { fileInSpec } from '../../../schema/file-in-spec.ts';
import type { FactOwner } from '../../../schema/kinds.ts';
import { editYaml, type YamlEdit, type YamlValue } from '../../../source/edit-yaml.ts';
import type { Pointer } from '../../../source/mark.ts';
import type { CaptureEvidence } from '../entry/capture-evidence.ts';
import type { FileChange, Left } from '../entry/draft-options.ts';
import { attributeSkeleton, childSkeleton, contentSkeleton, valueSkeleton } from './child-skeleton.ts';
import type { SpecEdit } from './edits-for.ts';

/** The order of the keys of a definition. */
const KEY_ORDER: readonly string[] = [
  'name',
  'tag',
  'use',
  'without',
  'apart',
  'tags_from',
  'value',
  'type',
  'required',
  'occurrence',
  'size',
  'when',
  'sent',
  'delivered',
  'written_by',
  'only_if',
  'required_if',
  'builds',
  'confidence',
  'rated_lower',
  'description',
  'refuses',
  'remedy',
  'observed_values',
  'attributes',
  'children',
  'one_of',
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

type Edited = Entry<FactOwner>;
/** An edit of the text of one file; undefined for a file that is not there. */
interface FileEdit {
  readonly entry: Edited | undefined;
  readonly edit: YamlEdit;
}
type EditOf<K extends SpecEdit['kind']> = Extract<SpecEdit, { kind: K }>;

/**
 * Applies the edits of all captures, so that each file is edited once: what several captures show of one fact comes
 * into one place.
 * @returns the files that change, and those that could not be edited, with the reason
 */
export function applyEdits(
  edits: readonly SpecEdit[],
  corpus: Corpus,
): { readonly files: readonly FileChange[]; readonly left: readonly Left[] } {
  const byFile = Map.groupBy(fileEdits(edits, corpus), ({ entry }) => entry);
  const files: FileChange[] = [];
  const left: Left[] = [];
  for (const [entry, ofFile] of byFile) {
    if (entry === undefined) continue;
    const { text, file } = entry.source;
    const result = editYaml(
      text,
      ofFile.map(({ edit }) => edit),
      KEY_ORDER,
    );
    if ('text' in result) files.push({ path: fileInSpec(entry), before: text, after: result.text });
    else left.push({ code: 'file', line: undefined, reason: `${file} is not changed: ${result.reason}` });
  }
  return { files, left };
}

/** Provenance first, then disputes, entries and values: each list grows at its end. */
function fileEdits(edits: readonly SpecEdit[], corpus: Corpus): FileEdit[] {
  const { stanza, node, enum: enums } = corpus.definitions;
  const append = ({ ownerKind, owner, pointer }: Fact, list: Pointer, value: YamlValue): FileEdit => ({
    entry: corpus.definitions[ownerKind].get(owner),
    edit: { list: [...pointer, ...list], append: value },
  });
  const ofKind = <K extends SpecEdit['kind']>(kind: K): EditOf<K>[] =>
    edits.filter((one): one is EditOf<K> => one.kind === kind);
  const known = (edit: EditOf<'dispute'>): number =>
    edit.fact.disputes.findIndex((one) => one.claim === edit.claim);
  const disputes = ofKind('dispute');
  return [
    ...edits.flatMap((edit) => {
      if (edit.kind === 'support') {
        return (['techniques', 'flavors', 'sources'] as const).flatMap((key) =>
          edit.evidence[key].map((one) => append(edit.fact, ['provenance', key], one)),
        );
      }
      if (edit.kind !== 'dispute' || known(edit) === -1) return [];
      return edit.evidence.sources.map((one) => append(edit.fact, ['disputes', known(edit), 'sources'], one));
    }),
    ...grouped(
      disputes.filter((one) => known(one) === -1),
      ({ path, claim }) => `${path}\n${claim}`,
    ).map(([first, all]) => append(first.fact, ['disputes'], newDispute(first.claim, all))),
    ...grouped(ofKind('entry'), ({ path }) => path).map(([first, all]) => ({
      entry: first.owner.startsWith('node/') ? node.get(first.owner.slice(5)) : stanza.get(first.owner),
      edit: newEntry(first, all),
    })),
    ...grouped(ofKind('value'), ({ path }) => path).map(([{ value }, all]) => ({
      entry: enums.get(value.enum),
      edit: {
        list: ['values'],
        append: valueSkeleton(
          value.value,
          all.map(({ evidence }) => evidence),
        ),
      },
    })),
  ];
}

/** Edits of one thing together, the first of them apart. */
const grouped = <T>(list: readonly T[], key: (one: T) => string): (readonly [T, readonly T[]])[] =>
  [...Map.groupBy(list, key).values()].map((all) => [all[0] as T, all]);

function newDispute(claim: string, all: readonly { readonly evidence: CaptureEvidence }[]): YamlValue {
  const flavors = [...new Set(all.flatMap(({ evidence }) => evidence.flavors))];
  const sources = [...new Set(all.flatMap(({ evidence }) => evidence.sources))];
  return { claim, ...(flavors.length === 0 ? {} : { flavors }), sources };
}

function newEntry({ at, what }: EditOf<'entry'>, all: readonly EditOf<'entry'>[]): YamlEdit {
  switch (what.kind) {
    case 'attribute': {
      const values = all.flatMap(({ what: one, evidence }) =>
        one.kind === 'attribute' ? [{ seen: one.attribute.value, evidence }] : [],
      );
      return { list: [...at, 'attributes'], append: attributeSkeleton(what.name, values) };
    }
    case 'child': {
      const nodes = all.flatMap(({ what: one, evidence }) =>
        one.kind === 'child' ? one.nodes.map((node) => ({ seen: node, evidence })) : [],
      );
      const most = all.reduce((n, { count }) => Math.max(n, count), 0);
      return { list: [...at, 'children'], append: childSkeleton(nodes, most) };
    }
    case 'content': {
      const nodes = all.flatMap(({ what: one, evidence }) =>
        one.kind === 'content' ? [{ seen: one.node, evidence }] : [],
      );
      return { key: [...at, 'content'], value: contentSkeleton(nodes) };
    }
    default:
      return what satisfies never;
  }
}
