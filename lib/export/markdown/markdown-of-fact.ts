import { historyWords } from '../../corpus/evidence/history-words.ts';
import { markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { Place } from '../json/addresses.ts';
import type { DisputeJson, FactJson } from '../json/json-of-fact.ts';

/** A fact as a Markdown list, one item per property; the heading above it is `headingOfFact`. */
export function markdownOfFact(fact: FactJson): string {
  const rows = [
    `Fact: ${markdownLink(markdownCode(fact.path), fact.url)}`,
    `Confidence: ${fact.confidence}; evidence supports ${fact.evidence.carries}: ${proseMarkdownLine(fact.evidence.words)}`,
    ...shapeOf(fact),
    ...(fact.when === undefined ? [] : [`When: ${proseMarkdownLine(fact.when)}`]),
    ...(fact.observed_values === undefined ? [] : [`Observed: ${codes(fact.observed_values)}`]),
    ...(fact.techniques === undefined ? [] : [`Techniques: ${codes(fact.techniques)}`]),
    ...(fact.flavors === undefined ? [] : [`Flavors: ${codes(fact.flavors)}`]),
    ...(fact.contributors === undefined ? [] : [`Contributors: ${codes(fact.contributors)}`]),
    ...(fact.tools === undefined ? [] : [`Tools: ${codes(fact.tools)}`]),
    `Sources: ${fact.sources === undefined ? 'none' : places(fact.sources)}`,
    ...(fact.disputes ?? []).map(markdownOfDispute),
    ...(fact.history === undefined ? [] : [`History: ${markdownText(historyWords(fact.history))}`]),
  ];
  return `${proseMarkdownLine(fact.description)}\n\n${rows.map((row) => `- ${row}`).join('\n')}`;
}

/** The heading of a fact: its name as code, and its kind. */
export function headingOfFact({ kind, name, node }: FactJson): string {
  switch (kind) {
    case 'attribute':
      return `${markdownCode(`@${name}`)}${node === undefined ? '' : ` of ${markdownCode(`<${node.split('/').at(-1)}>`)}`}`;
    case 'child':
      return `${markdownCode(`<${name}>`)}${node === undefined ? '' : ` in ${markdownCode(`<${node.split('/').at(-1)}>`)}`}`;
    case 'content':
      return `Content${node === undefined ? '' : ` of ${markdownCode(`<${node.split('/').at(-1)}>`)}`}`;
    case 'choice':
      return `Choice ${markdownCode(name)}${node === undefined ? '' : ` in ${markdownCode(`<${node.split('/').at(-1)}>`)}`}`;
    case 'value':
      return markdownCode(name) || 'The empty value';
    default:
      return kind satisfies never;
  }
}

/** A dispute on one line. */
export function markdownOfDispute({ claim, status, resolution, flavors, sources }: DisputeJson): string {
  const parts = [
    `Dispute (${status}): ${proseMarkdownLine(claim)}`,
    ...(resolution === undefined ? [] : [`Resolution: ${proseMarkdownLine(resolution)}`]),
    ...(flavors === undefined ? [] : [`Flavors: ${codes(flavors)}.`]),
    ...(sources === undefined ? [] : [`Sources: ${places(sources)}.`]),
  ];
  return parts.join(' ');
}

/** Texts from the data as inline code, with commas between. */
export const codes = (values: readonly string[]): string =>
  values.map((value) => markdownCode(value) || '(empty)').join(', ');

/** Sources, linked where they have a permalink. */
export const places = (list: readonly Place[]): string =>
  list
    .map(({ text, url }) => (url === undefined ? markdownCode(text) : markdownLink(markdownCode(text), url)))
    .join(', ');

function shapeOf({ kind, type, required, occurrence, size, children_order }: FactJson): string[] {
  return [
    ...(type === undefined ? [] : [`Type: ${markdownCode(type)}`]),
    ...(kind === 'attribute'
      ? [`Required: ${required === undefined ? 'not known' : required ? 'yes' : 'no'}`]
      : []),
    ...(occurrence === undefined ? [] : [`Occurrence: ${occurrence}`]),
    ...(children_order === undefined ? [] : [`Order of children: ${children_order}`]),
    ...(size === undefined ? [] : [`Size in bytes: ${markdownCode(size)}`]),
  ];
}
