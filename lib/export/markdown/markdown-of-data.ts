import { titleOf } from '../../corpus/lookup/title-of.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import { markdownBlock, markdownCode, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown, proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { KINDS, type PageKind } from '../../schema/kinds.ts';
import { type SchemaNode, schemaNode } from '../../schema/schema-node.ts';
import type { References } from '../../schema/types.generated.ts';
import { blocks, bullets, section } from './blocks.ts';
import { referenceList } from './reference-list.ts';

/** Keys that can be the heading, see `titleOf`. */
const HEADINGS: readonly string[] = ['id', 'display_name', 'title', 'name'];

/** A definition of any kind as Markdown, by its schema: short values as a list, then a section for each text. */
export function markdownOfData(entry: Entry<PageKind>): string {
  const { properties = {} } = schemaNode(KINDS[entry.kind].schema);
  const heading = titleOf(entry);
  const keys = Object.entries(entry.data).filter(
    ([key, value]) => !HEADINGS.includes(key) || (key !== 'id' && value !== heading),
  );
  const rows = keys.flatMap(([key, value]) => {
    const words = isProse(properties[key]) ? undefined : inOneLine(value);
    return words === undefined ? [] : [`${wordsOf(key)}: ${words}`];
  });
  const sections = keys.flatMap(([key, value]) => sectionOf(key, value, properties[key]));
  return blocks([
    `# ${markdownText(heading)}`,
    ...bullets([`Id: ${markdownCode(entry.id)}`, ...rows]),
    ...sections,
  ]);
}

/** `captured_at` as `Captured at`. */
const wordsOf = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ');

const isProse = (schema: SchemaNode | undefined): boolean => /\/prose$/.test(schema?.$ref ?? '');
const isReferences = (schema: SchemaNode | undefined): boolean => /\/references$/.test(schema?.$ref ?? '');

const isText = (value: unknown): value is string => typeof value === 'string';

function inOneLine(value: unknown): string | undefined {
  if (isText(value)) return value.includes('\n') ? undefined : markdownText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

function sectionOf(key: string, value: unknown, schema: SchemaNode | undefined): string[] {
  if (isProse(schema)) {
    const text = proseMarkdown(String(value));
    return key === 'summary' || key === 'description' ? [text] : section(wordsOf(key), [text]);
  }
  if (inOneLine(value) !== undefined) return [];
  if (isReferences(schema)) return section(wordsOf(key), referenceList(value as References));
  if (Array.isArray(value) && value.every(isText)) {
    const prose = isProse(schema?.items);
    const items = value.map((one) => (prose ? proseMarkdownLine(one) : markdownText(one)));
    return section(wordsOf(key), bullets(items));
  }
  return section(wordsOf(key), [
    isText(value) ? markdownBlock(value) : markdownBlock(JSON.stringify(value, null, 2), 'json'),
  ]);
}
