import type {
  CapturedContent,
  CapturedNode,
  CapturedStanza,
} from '../../../lib/capture/tree/captured-node.ts';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { FIXTURE_CORPUS, FIXTURE_FILES } from '../../helpers/fixture-spec.ts';

/** A real spec, frozen. */
export const SPEC_FILES = FIXTURE_FILES;
export const SPEC: Corpus = FIXTURE_CORPUS;

/** A corpus from the texts of its files. */
export const corpusOf = (files: Readonly<Record<string, string>>): Corpus =>
  loadCorpus(memoryFiles(files)).corpus;

/** A node in short: its tag, its attributes, and its children, text or bytes. */
export function node(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  inside: readonly CapturedNode[] | string | Uint8Array = [],
): CapturedNode {
  const content: CapturedContent | undefined =
    typeof inside === 'string'
      ? { kind: 'text', text: inside }
      : inside instanceof Uint8Array
        ? { kind: 'bytes', bytes: inside }
        : undefined;
  return {
    tag,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value, cut: false })),
    children: content === undefined ? (inside as readonly CapturedNode[]) : [],
    content,
    cut: false,
  };
}

export const stanzaOf = (
  root: CapturedNode,
  direction: CapturedStanza['direction'] = undefined,
): CapturedStanza => ({ root, form: 'xml', direction, line: 1, column: 1 });

/** The values of a node and everything in it, in order. */
export function valuesOf({ attributes, content, children }: CapturedNode): string[] {
  const text = content?.kind === 'text' ? [content.text] : [];
  const bytes = content?.kind === 'bytes' ? [Buffer.from(content.bytes).toString('hex')] : [];
  return [...attributes.map(({ value }) => value), ...text, ...bytes, ...children.flatMap(valuesOf)];
}
