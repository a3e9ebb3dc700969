import { moreWords } from '../../capture/seen/sightings.ts';
import { buildWords } from '../../corpus/facts/build-words.ts';
import { historyWords } from '../../corpus/facts/history-words.ts';
import { orderText } from '../../corpus/facts/order-text.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { stateWords } from '../../corpus/sources/checks/source-state.ts';
import { markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { LinkedSource } from '../json/addresses.ts';
import type { ExportContext } from '../json/export-context.ts';
import type { DisputeJson, FactJson, LegJson } from '../json/json-of-fact.ts';

import { bullets, section } from './blocks.ts';

/** A fact as a Markdown list, one item per property; the heading above it is `headingOfFact`. */
export function markdownOfFact(fact: FactJson): string {
  const rows = [
    `Fact: ${markdownLink(markdownCode(fact.path), fact.url)}`,
    `Confidence: ${fact.confidence}; evidence supports ${fact.evidence.carries}: ${proseMarkdownLine(fact.evidence.words)}`,
    ...row('Rated lower than the evidence allows', fact.rated_lower, markdownText),
    ...shapeOf(fact),
    ...(fact.when === undefined ? [] : [`When: ${proseMarkdownLine(fact.when)}`]),
    ...valuesOf(fact),
    ...(fact.techniques === undefined ? [] : [`Techniques: ${codes(fact.techniques)}`]),
    ...(fact.flavors === undefined ? [] : [`Implementations: ${codes(fact.flavors)}`]),
    ...(fact.contributors === undefined ? [] : [`Contributors: ${codes(fact.contributors)}`]),
    ...(fact.tools === undefined ? [] : [`Tools: ${codes(fact.tools)}`]),
    `Sources: ${fact.sources === undefined ? 'none' : places(fact.sources)}${fact.more_records === undefined ? '' : `; ${moreWords(fact.more_records)}`}`,
    ...(fact.last_seen === undefined ? [] : [`Last seen: ${markdownText(fact.last_seen)}`]),
    ...(fact.evidence.checked === true ? ['All sources in code were checked and name it'] : []),
    ...(fact.disputes ?? []).map(markdownOfDispute),
    ...(fact.history === undefined ? [] : [`History: ${markdownText(historyWords(fact.history))}`]),
  ];
  return `${proseMarkdownLine(fact.description)}\n\n${rows.map((row) => `- ${row}`).join('\n')}`;
}

/** The values that were observed, and those that are only named. */
function valuesOf({ observed_values: all = [], unobserved_values: named = [] }: FactJson): string[] {
  const seen = all.filter((one) => !named.includes(one));
  return [
    ...(seen.length === 0 ? [] : [`Observed: ${codes(seen)}`]),
    ...(named.length === 0 ? [] : [`Values named, which nobody observed: ${codes(named)}`]),
  ];
}

/** The same for a fact that another definition holds: what it is, and where its evidence is found. */
export function markdownOfSharedFact(fact: FactJson, place: string): string {
  const rows = [
    `Place: ${markdownCode(place)}`,
    `Shared fact, with its evidence: ${markdownLink(markdownCode(fact.path), fact.url)}`,
    `Confidence: ${fact.confidence}`,
    ...shapeOf(fact),
    ...(fact.when === undefined ? [] : [`When: ${proseMarkdownLine(fact.when)}`]),
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
    case 'step':
    case 'requirement':
    case 'field':
    case 'procedure':
      return markdownText(name);
    default:
      return kind satisfies never;
  }
}

/** A dispute on one line. */
export function markdownOfDispute({
  claim,
  status,
  year,
  resolution,
  flavors,
  sources,
}: DisputeJson): string {
  const parts = [
    `${year === undefined ? `Dispute (${status})` : `Different in ${year}`}: ${proseMarkdownLine(claim)}`,
    ...(resolution === undefined ? [] : [`Resolution: ${proseMarkdownLine(resolution)}`]),
    ...(flavors === undefined ? [] : [`Implementations: ${codes(flavors)}.`]),
    ...(sources === undefined ? [] : [`Sources: ${places(sources)}.`]),
  ];
  return parts.join(' ');
}

/** Texts from the data as inline code, with commas between. */
export const codes = (values: readonly string[]): string =>
  values.map((value) => markdownCode(value) || '(empty)').join(', ');

/** Sources, linked where they have a permalink. */
export const places = (list: readonly LinkedSource[]): string =>
  list
    .map(({ text, url, check }) => {
      const place = url === undefined ? markdownCode(text) : markdownLink(markdownCode(text), url);
      return check === undefined ? place : `${place} (${markdownText(stateWords(check))})`;
    })
    .join(', ');

function shapeOf(fact: FactJson): string[] {
  const { kind, required, sent, delivered } = fact;
  const hasBothLegs = sent !== undefined && delivered !== undefined;
  return [
    ...row('Type', fact.type, markdownCode),
    ...row('Always', fact.value, (value) => markdownCode(value) || '(empty)'),
    ...(kind === 'attribute' && !(required === undefined && hasBothLegs)
      ? [`Required: ${required === undefined ? 'not known' : required ? 'yes' : 'no'}`]
      : []),
    ...row('Sent', sent, markdownOfLeg),
    ...row('Delivered', delivered, markdownOfLeg),
    ...row('Written by', fact.written_by, (writers) => writers.join(', ')),
    ...row('Sent by', fact.sent_by, (senders) => markdownText(senders.join(', '))),
    ...(fact.of === undefined
      ? row('Occurrence', fact.occurrence, markdownText)
      : [`${fact.occurrence === '1' ? 'Exactly' : 'At most'} one of: ${codes(fact.of)}`]),
    ...row('Clients that write it', fact.clients?.writes, codes),
    ...row('Clients that read it', fact.clients?.reads, codes),
    ...row('Clients that only name it', fact.clients?.names, codes),
    ...row('Only if', fact.only_if, markdownCode),
    ...row('Required if', fact.required_if, markdownCode),
    ...row('Order of children', fact.children_order, (order) => markdownText(orderText(order))),
    ...row('Size in bytes', fact.size, markdownCode),
    ...row('Shared node', fact.use, (id) => markdownCode(`node/${id}`)),
    ...row('Without', fact.without, codes),
    ...row('Not the shared node', fact.apart, proseMarkdownLine),
    ...row('Refuses', fact.refuses, codes),
    ...row('What to do', fact.remedy, proseMarkdownLine),
    ...row('Tags', fact.tags_from, markdownCode),
    ...row('Builds', fact.builds, (builds) => builds.map(buildWords).map(markdownText).join(', ')),
  ];
}

const row = <T>(name: string, value: T | undefined, words: (value: T) => string): string[] =>
  value === undefined ? [] : [`${name}: ${words(value)}`];

function markdownOfLeg(leg: LegJson): string {
  const { presence, confidence, rated_lower: reason, note, techniques, flavors, sources } = leg;
  const parts = [
    confidence === undefined ? presence : `${presence}, ${confidence}`,
    ...row('rated lower than the evidence allows', reason, markdownText),
    ...row('techniques', techniques, codes),
    ...row('flavors', flavors, codes),
    ...row('sources', sources, places),
  ];
  return `${parts.join('; ')}${note === undefined ? '' : `. ${proseMarkdownLine(note)}`}`;
}

/** Names in a row; undefined without any. */
export const list = (values: readonly string[] | undefined): string | undefined =>
  values === undefined ? undefined : codes(values);

/** The facts that rest on an entry of a registry. */
export function factList(facts: readonly Fact[], { addresses }: ExportContext): string[] {
  return section(
    `Facts that it supports (${facts.length})`,
    bullets(
      facts.map((one) => `${markdownLink(markdownCode(one.path), addresses.fact(one))} (${one.confidence})`),
    ),
  );
}
