import type { Flavor } from '../../../schema/types.generated.ts';
import { compareText } from '../../../text/compare-text.ts';
import type { Corpus } from '../../model/corpus.ts';
import { type LinedJson, linedJson } from './lined-json.ts';
import { readFieldList } from './read-field-list.ts';
import { readNodeTree } from './read-node-tree.ts';
import type { Extracted } from './statement.ts';

type ExtractFormat = NonNullable<Flavor['extracts']>[number]['format'];

const READERS: Readonly<Record<ExtractFormat, (json: LinedJson) => Extracted[]>> = {
  'node-tree': readNodeTree,
  'field-list': readFieldList,
};

/** A file of a flavor that states by machine what its code writes and reads. */
export interface ExtractFile {
  readonly flavor: string;
  readonly path: string;
  readonly format: ExtractFormat;
}

/** The extracts that the flavors of a corpus declare, by flavor. */
export const extractFiles = ({ definitions }: Corpus): readonly ExtractFile[] =>
  [...definitions.flavor.values()]
    .flatMap(({ id, data }) => (data.extracts ?? []).map((one) => ({ flavor: id, ...one })))
    .sort((a, b) => compareText(a.flavor, b.flavor) || compareText(a.path, b.path));

/**
 * What an extract states, with the lines of each statement.
 * @returns undefined if the file is not JSON
 */
export function readExtract(format: ExtractFormat, bytes: Uint8Array): readonly Extracted[] | undefined {
  const json = linedJson(new TextDecoder().decode(bytes));
  return json === undefined ? undefined : READERS[format](json);
}
