import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';

/** A value of a JSON file, with the lines on which it stands; those of an entry of an object start at its key. */
export interface LinedJson {
  readonly from: number;
  readonly to: number;
  /** A text, number, boolean or null; undefined for lists and objects. */
  readonly value: unknown;
  /** The value of a key; undefined if there is none. */
  get(key: string): LinedJson | undefined;
  /** The entries of an object; none of anything else. */
  entries(): readonly (readonly [string, LinedJson])[];
  /** The items of a list; none of anything else. */
  items(): readonly LinedJson[];
}

/** The text of a value; undefined if it is not text. */
export const textOf = (json: LinedJson | undefined): string | undefined =>
  typeof json?.value === 'string' ? json.value : undefined;

/**
 * Reads a JSON file and keeps the lines of its values.
 * @returns undefined if the text is not JSON
 */
export function linedJson(text: string): LinedJson | undefined {
  const counter = new LineCounter();
  // JSON is a subset of YAML, whose parser keeps positions.
  const { contents, errors } = parseDocument(text, {
    lineCounter: counter,
    schema: 'json',
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (errors.length > 0 || contents === null) return undefined;
  return lined(contents, contents.range[0], (offset) => counter.linePos(offset).line);
}

function lined(node: ParsedNode, from: number, lineAt: (offset: number) => number): LinedJson {
  // Made on demand: most of a large file is never asked for.
  let byKey: ReadonlyMap<string, LinedJson> | undefined;
  const keyed = (): ReadonlyMap<string, LinedJson> => {
    byKey ??= new Map(
      (isMap(node) ? node.items : []).flatMap(({ key, value }) =>
        isScalar(key) && value !== null ? [[String(key.value), lined(value, key.range[0], lineAt)]] : [],
      ),
    );
    return byKey;
  };
  return {
    from: lineAt(from),
    to: lineAt(Math.max(from, node.range[1] - 1)),
    value: isScalar(node) ? node.value : undefined,
    get: (key) => keyed().get(key),
    entries: () => [...keyed()],
    items: () =>
      isSeq(node) ? (node.items as ParsedNode[]).map((item) => lined(item, item.range[0], lineAt)) : [],
  };
}
