import { type ClientRow, clientsOfStanza } from '../../../lib/corpus/clients/clients-of-stanza.ts';
import { markWords } from '../../../lib/corpus/clients/marks.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** A client with a column of its own. */
export interface ClientColumn extends Ref {
  readonly id: string;
  /** Whether it begins another family, or the extracts. */
  readonly first: boolean;
}

/** What the client of a column does, or over how many columns nothing is known. */
export type MatrixCell = ReturnType<typeof markWords> | number;

/** A part of a stanza in the matrix. */
export interface MatrixRow {
  readonly part: Ref;
  /** The whole anchor, of which the text is the last part. */
  readonly anchor: string;
  /** How deep it is: 0 on the outermost node. */
  readonly depth: number;
  readonly refuted: boolean;
  readonly cells: readonly MatrixCell[];
}

/** What each implementation does with each part of a stanza. */
export interface ClientMatrix {
  readonly stanza: Ref;
  readonly columns: readonly ClientColumn[];
  /** Families of more than one, whose members count as one. */
  readonly families: readonly (readonly Ref[])[];
  readonly extracts: readonly Ref[];
  readonly rows: readonly MatrixRow[];
  /** The comparison of each implementation with another one, as far as this stanza goes. */
  readonly compare: readonly Ref[];
}

/** The stanzas of which something is known of a client. */
export const stanzasWithClients = (corpus: Corpus): readonly string[] =>
  [...corpus.definitions.stanza.keys()].filter((id) => clientsOfStanza(corpus, id).all.size > 0);

/** The matrix of a stanza. @throws when the corpus has no stanza of this id */
export function clientMatrix({ corpus }: Publication, links: Links, id: string): ClientMatrix {
  const entry = corpus.definitions.stanza.get(id);
  if (entry === undefined) throw new Error(`no stanza ${id}`);
  const { families, extracts, rows } = clientsOfStanza(corpus, id);
  const refOf = (one: string): Ref => ({
    text: columnName(corpus, one),
    href: links.definition('flavor', one),
  });
  const columns = [...families, extracts].flatMap((group) =>
    group.map((one, i): ClientColumn => ({ id: one, ...refOf(one), first: i === 0 })),
  );
  return {
    stanza: { text: entry.data.display_name, href: links.definition('stanza', id) },
    columns,
    families: families.filter(({ length }) => length > 1).map((family) => family.map(refOf)),
    extracts: extracts.map(refOf),
    compare: columns.map((one) => ({
      text: one.text,
      href: `${links.definition('flavor', one.id)}?of=${encodeURIComponent(id)}#~compare`,
    })),
    rows: rows.map((row) => ({
      part: { text: partText(row), href: links.word(`${id}:${row.fact.anchor}`) },
      anchor: row.fact.anchor,
      depth: depthOf(row),
      refuted: row.refuted,
      cells: cellsOf(row, columns),
    })),
  };
}

/** A longer name would make the heads of the columns higher than the table. */
const LONGEST = 18;

/** The name of an implementation where there is room for it, else its id. */
function columnName({ definitions }: Corpus, id: string): string {
  const entry = definitions.flavor.get(id);
  const name = entry === undefined ? id : titleOf(entry);
  return name.length > LONGEST ? id : name;
}

const depthOf = ({ fact: { node } }: ClientRow): number => (node === '' ? 0 : node.split('/').length);

function partText({ fact: { kind, name } }: ClientRow): string {
  if (kind === 'attribute') return `@${name}`;
  return kind === 'child' ? `<${name}>` : 'text()';
}

// Columns without a mark are one cell: a row of twenty clients has two or three that do something.
function cellsOf({ marks }: ClientRow, columns: readonly ClientColumn[]): MatrixCell[] {
  const cells: MatrixCell[] = [];
  for (const { id } of columns) {
    const mark = marks.get(id);
    const last = cells.at(-1);
    if (mark !== undefined) cells.push(markWords(mark));
    else if (typeof last === 'number') cells[cells.length - 1] = last + 1;
    else cells.push(1);
  }
  return cells;
}
