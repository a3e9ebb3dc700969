import type { Fact } from '../../corpus/model/fact.ts';
import { markdownCode, markdownLink } from '../../prose/markdown-text.ts';
import { proseMarkdown } from '../../prose/prose-markdown.ts';
import type { ExportContext } from '../json/export-context.ts';
import { bullets, section } from './blocks.ts';
import { codes } from './markdown-of-fact.ts';

type Row = readonly [name: string, value: string | undefined];

/** What a definition says in single rows. Rows without a value are left out. */
export const rows = (list: readonly Row[]): string[] =>
  bullets(
    list.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name}: ${value}`])),
  );

export const list = (values: readonly string[] | undefined): string | undefined =>
  values === undefined ? undefined : codes(values);

export const prose = (text: string | undefined): string[] =>
  text === undefined ? [] : [proseMarkdown(text)];

/** The facts that rest on an entry of a registry. */
export function factList(facts: readonly Fact[], { addresses }: ExportContext): string[] {
  return section(
    `Facts that rest on it (${facts.length})`,
    bullets(
      facts.map((one) => `${markdownLink(markdownCode(one.path), addresses.fact(one))} (${one.confidence})`),
    ),
  );
}
