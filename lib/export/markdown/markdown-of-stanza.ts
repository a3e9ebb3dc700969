import { exampleFaults } from '../../corpus/examples/example-faults.ts';
import { exampleWords, FAULT_WORDS, inReadingOrder } from '../../corpus/examples/example-words.ts';
import { placeOf } from '../../corpus/facts/fact-at.ts';
import { orderText } from '../../corpus/facts/order-text.ts';
import { rowsOf } from '../../corpus/facts/rows-of.ts';
import { stanzasOfNode, usesOfNode } from '../../corpus/facts/uses-of-node.ts';
import { phaseOf } from '../../corpus/lookup/stanza-groups.ts';
import { matchWords } from '../../corpus/match/match-words.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import { markdownBlock, markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown } from '../../prose/prose-markdown.ts';
import type { Stanza } from '../../schema/types.generated.ts';
import { answersMarkdown } from '../answers/answers-markdown.ts';
import type { ExportContext } from '../json/export-context.ts';
import { tallyWords } from '../json/tally-words.ts';
import { blocks, bullets, section } from './blocks.ts';
import { codes, headingOfFact, markdownOfFact, markdownOfSharedFact } from './markdown-of-fact.ts';
import { questionBullets } from './markdown-of-question.ts';
import { referenceList } from './reference-list.ts';

/** A stanza as Markdown, in the order of its page. */
export function markdownOfStanza({ id, data }: Entry<'stanza'>, context: ExportContext): string {
  const recognizedBy = matchWords(data);
  const phase = phaseOf(context.corpus, data)?.title;
  return blocks([
    `# ${markdownText(data.display_name)}`,
    ...bullets([
      `Id: ${markdownCode(id)}`,
      `Tag: ${markdownCode(`<${data.tag}>`)}`,
      `Category: ${data.category}`,
      ...(phase === undefined ? [] : [`Phase: ${markdownText(phase)}`]),
      `Direction: ${data.direction.join(', ')}`,
      ...(recognizedBy === undefined ? [] : [`Recognized by: ${proseMarkdown(recognizedBy)}`]),
      `Status: ${data.status}`,
      `Spec version: ${markdownText(data.spec_version)}`,
      ...(data.envelope === undefined ? [] : [`Envelope: ${markdownCode(data.envelope)}`]),
      ...orderAndTally('stanza', id, data, context),
    ]),
    proseMarkdown(data.summary),
    ...section('Answer with', answersMarkdown(context.corpus, id, context.addresses)),
    ...section('Examples', exampleBlocks(id, data, context)),
    ...factSections('stanza', id, context),
    ...section('Notes', data.notes === undefined ? [] : [proseMarkdown(data.notes)]),
    ...section('Open questions', questionBullets(context, 'stanza', id)),
    ...section('References', referenceList(data.references)),
    ...section('Used in flows', bullets(context.flowsWith(id).map(markdownCode))),
  ]);
}

const exampleBlocks = (id: string, { examples = [] }: Stanza, { corpus }: ExportContext): string[] =>
  inReadingOrder(examples).flatMap((example) => {
    const { title, note, format, body, historical } = example;
    const words = exampleWords(example);
    const faults = historical === true ? exampleFaults(id, example, corpus) : [];
    const wrong = faults.map(({ kind, what }) => `${markdownCode(what)} ${FAULT_WORDS[kind]}`);
    return [
      `### ${words === undefined ? '' : `${words}: `}${markdownText(title)}`,
      ...(wrong.length === 0 ? [] : [`Kept for the record. ${wrong.join('; ')}.`]),
      ...(note === undefined ? [] : [proseMarkdown(note)]),
      markdownBlock(body, format),
    ];
  });

/** A shared node as Markdown, in the order of its page. */
export function markdownOfNode({ id, data }: Entry<'node'>, context: ExportContext): string {
  const { corpus, addresses } = context;
  return blocks([
    `# ${markdownText(data.display_name)}`,
    ...bullets([
      `Id: ${markdownCode(id)}`,
      `Tag: ${markdownCode(`<${data.tag}>`)}`,
      `Status: ${data.status}`,
      `Spec version: ${markdownText(data.spec_version)}`,
      ...orderAndTally('node', id, data, context),
    ]),
    proseMarkdown(data.summary),
    ...section(
      'Used at',
      bullets([
        ...stanzasOfNode(corpus, id).map((one) =>
          markdownLink(markdownCode(one.id), addresses.definition('stanza', one.id)),
        ),
        ...usesOfNode(corpus, id).map((use) => {
          const without = use.child?.without;
          const link = markdownLink(markdownCode(use.path), addresses.fact(use));
          return without === undefined ? link : `${link}, without ${codes(without)}`;
        }),
      ]),
    ),
    ...factSections('node', id, context),
    ...section('Notes', data.notes === undefined ? [] : [proseMarkdown(data.notes)]),
    ...section('Open questions', questionBullets(context, 'node', id)),
    ...section('References', referenceList(data.references)),
  ]);
}

/** The order of the children, and the number of facts that the definition holds itself. */
const orderAndTally = (
  kind: 'stanza' | 'node',
  id: string,
  { children_order: order }: Pick<Stanza, 'children_order'>,
  { corpus, tally }: ExportContext,
): string[] => [
  ...(order === undefined ? [] : [`Order of children: ${markdownText(orderText(order))}`]),
  tallyWords(tally(corpus.factsOf[kind].get(id) ?? [])),
];

/** What is at the outermost node, then everything below it; shared facts in short. */
function factSections(kind: 'stanza' | 'node', id: string, context: ExportContext): string[] {
  const [own, below]: [string[], string[]] = [[], []];
  for (const fact of rowsOf(context.corpus, kind, id)) {
    const json = context.fact(fact);
    const place = placeOf(kind, id, fact);
    const text = place === undefined ? markdownOfFact(json) : markdownOfSharedFact(json, place);
    const list = fact.node === '' && fact.kind !== 'child' ? own : below;
    list.push(`### ${headingOfFact(json)}\n\n${text}`);
  }
  return [...section('Attributes', own), ...section('Children', below)];
}
