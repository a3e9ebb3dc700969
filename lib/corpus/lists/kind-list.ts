import type { KindColumn } from '../../schema/kind-entry.ts';
import { KINDS, type Kind, type PageKind } from '../../schema/kinds.ts';
import { refName, schemaNode } from '../../schema/schema-node.ts';
import type { Confidence, Part, Prose } from '../../schema/types.generated.ts';
import { captureRecords } from '../captures/capture-records.ts';
import { partsAlone, partsOfClient } from '../clients/parts-of-client.ts';
import { factsDisputedBy } from '../disputes/facts-disputed-by.ts';
import { stanzasOfNode, usesOfNode } from '../facts/uses-of-node.ts';
import { capturesBy } from '../lookup/captures-by.ts';
import { channelOf } from '../lookup/channel-of.ts';
import { questionsFor } from '../lookup/questions-for.ts';
import { titleOf } from '../lookup/title-of.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import { partTexts } from '../parts/part-texts.ts';
import { usesOfType } from '../types/uses-of-type.ts';
import { definitionList, type ListedDefinition } from './definition-list.ts';

/** What a list says of a definition in one column. */
export type Cell =
  | { readonly is: 'text' | 'code'; readonly text: string }
  | { readonly is: 'prose'; readonly text: Prose }
  | { readonly is: 'count'; readonly count: number }
  | { readonly is: 'tally'; readonly of: readonly { readonly confidence: Confidence }[] }
  | { readonly is: 'ids'; readonly kind: Kind; readonly ids: readonly string[] };

/** A kind as the columns of the table of kinds list it. */
export interface KindList {
  readonly columns: readonly KindColumn[];
  readonly rows: readonly KindListRow[];
}

export interface KindListRow {
  readonly id: string;
  readonly title: string;
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  /** The same as JSON, by the keys of the columns; what a definition does not say is left out. */
  readonly values: Readonly<Record<string, unknown>>;
}

const count = (n: number): Cell => ({ is: 'count', count: n });

/** What a column may say of a definition beside the keys of its YAML, or in place of one. */
const COMPUTED: Readonly<Record<string, (row: ListedDefinition, corpus: Corpus) => Cell>> = {
  facts: ({ facts }) => ({ is: 'tally', of: facts }),
  open_questions: (row) => count(row.openQuestions),
  open_disputes: (row) => count(row.openDisputes),
  enum_type: ({ entry }) => ({ is: 'code', text: `enum:${entry.id}` }),
  only_text: ({ entry }) => count(partTexts(entry.data as Part).statements),
  used_by: ({ entry: { kind, id } }, corpus) =>
    count((kind === 'type' ? usesOfType(corpus, id) : (corpus.usesOfEnum.get(id) ?? [])).length),
  places: ({ entry: { id } }, corpus) =>
    count(stanzasOfNode(corpus, id).length + usesOfNode(corpus, id).length),
  known_channel: ({ entry }, corpus) => ({ is: 'text', text: channelOf(corpus, entry.id) }),
  could_settle: ({ entry }, corpus) => count(questionsFor(corpus, entry.id).length),
  disputed_facts: ({ entry }, corpus) => count(factsDisputedBy(corpus, entry.id).length),
  written_parts: ({ entry }, corpus) =>
    count(partsOfClient(corpus, entry.id).filter(({ mark }) => mark.writes).length),
  read_parts: ({ entry }, corpus) =>
    count(partsOfClient(corpus, entry.id).filter(({ mark }) => mark.reads).length),
  parts_alone: ({ entry }, corpus) => count(partsAlone(corpus, entry.id).length),
  records: ({ entry }) =>
    count(entry.kind === 'capture' ? captureRecords((entry as Entry<'capture'>).data).length : 0),
  own_captures: ({ entry }, corpus) => count(capturesBy(corpus, entry.id).length),
};

/** What a text is, by what its schema refers to. */
const FORMS: Readonly<Record<string, 'code' | 'prose'>> = { id: 'code', tag: 'code', prose: 'prose' };

/** Whether a column counts something, rather than shows a key of the YAML. */
export const isComputed = ({ key }: KindColumn): boolean => Object.hasOwn(COMPUTED, key);

/** The list of a kind, with its own columns or others. */
export function kindList(
  corpus: Corpus,
  kind: PageKind,
  columns: readonly KindColumn[] = KINDS[kind].columns ?? [],
): KindList {
  const rows = definitionList(corpus, kind).map((row): KindListRow => {
    const cells = columns.map((column) => cellOf(column, row, corpus));
    const values = columns.map((column, i) => [column.key, jsonOf(column, row, cells[i] as Cell)] as const);
    return {
      id: row.entry.id,
      title: titleOf(row.entry),
      cells,
      values: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    };
  });
  return { columns, rows };
}

function cellOf({ key, of }: KindColumn, row: ListedDefinition, corpus: Corpus): Cell {
  const { kind, data } = row.entry;
  const computed = COMPUTED[key];
  if (computed !== undefined) return computed(row, corpus);
  const value: unknown = Reflect.get(data, key);
  if (of === 'confidences') return { is: 'tally', of: (value ?? []) as [] };
  if (of !== undefined) return { is: 'ids', kind: of, ids: (value ?? []) as string[] };
  const schema = schemaNode(KINDS[kind].schema).properties?.[key] ?? {};
  const form = value === undefined ? undefined : FORMS[refName(schema) ?? ''];
  return { is: form ?? 'text', text: textOf(value) };
}

function jsonOf(column: KindColumn, { entry }: ListedDefinition, cell: Cell): unknown {
  if (!isComputed(column)) return Reflect.get(entry.data, column.key);
  return cell.is === 'count' ? cell.count : cell.is === 'tally' ? cell.of.length : undefined;
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return 'label' in value ? String(value.label) : JSON.stringify(value);
}
