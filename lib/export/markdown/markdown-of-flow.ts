import { evidenceOf } from '../../corpus/lookup/evidence-of.ts';
import { ratedLower } from '../../corpus/lookup/rated-lower.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import { withEmptyLists } from '../../corpus/model/with-empty-lists.ts';
import { stepPath } from '../../corpus/steps/step-path.ts';
import { timeWords } from '../../corpus/steps/time-words.ts';
import { markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown, proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { Step } from '../../schema/types.generated.ts';
import type { ExportContext } from '../json/export-context.ts';
import { jsonOfDispute } from '../json/json-of-fact.ts';
import { blocks, bullets, section } from './blocks.ts';
import { codes, markdownOfDispute, places } from './markdown-of-fact.ts';
import { questionBullets } from './markdown-of-question.ts';
import { referenceList } from './reference-list.ts';

/** A flow as Markdown: its participants and steps. */
export function markdownOfFlow({ id, data }: Entry<'flow'>, context: ExportContext): string {
  const { addresses, corpus } = context;
  const labels = new Map(data.participants.map((one) => [one.id, one.label]));
  const steps = data.steps.map((step, i) => {
    const names = [step.from, step.to].map((one) => markdownText(labels.get(one) ?? one));
    const { stanza, rated_lower: own = data.rated_lower, provenance } = step;
    const stated = { provenance: withEmptyLists(provenance), inside: [] };
    const reason = ratedLower({ confidence: step.confidence, ratedLower: own }, evidenceOf(stated, corpus));
    const what =
      stanza === undefined || !corpus.definitions.stanza.has(stanza)
        ? ''
        : ` (${markdownLink(markdownCode(stanza), addresses.definition('stanza', stanza))})`;
    const more = [
      ...traits(step, i, { id, data }, context),
      ...(step.note === undefined ? [] : [proseMarkdownLine(step.note)]),
      ...(reason === undefined || reason === ''
        ? []
        : [`Rated lower than the evidence supports: ${markdownText(reason)}`]),
      ...(provenance?.techniques === undefined ? [] : [`Techniques: ${codes(provenance.techniques)}`]),
      ...(provenance?.flavors === undefined ? [] : [`Flavors: ${codes(provenance.flavors)}`]),
      ...(provenance?.sources === undefined
        ? []
        : [`Sources: ${places(provenance.sources.map((source) => addresses.source(source)))}`]),
      ...(step.disputes ?? []).map((one) => markdownOfDispute(jsonOfDispute(one, addresses))),
    ];
    const head = `${i + 1}. ${names.join(' to ')}: ${markdownText(step.label)}${what}, ${step.confidence}`;
    // Nested items are indented to the text of the step, which depends on the width of its number.
    const indent = ' '.repeat(`${i + 1}. `.length);
    return [head, ...more.map((row) => `${indent}- ${row}`)].join('\n');
  });
  return blocks([
    `# ${markdownText(data.title)}`,
    ...bullets([
      `Id: ${markdownCode(id)}`,
      `Status: ${data.status}`,
      `Spec version: ${markdownText(data.spec_version)}`,
    ]),
    proseMarkdown(data.summary),
    ...section(
      'Participants',
      bullets(data.participants.map((one) => `${markdownCode(one.id)}: ${markdownText(one.label)}`)),
    ),
    ...section('Steps', steps.length === 0 ? [] : [steps.join('\n')]),
    ...section('Open questions', questionBullets(context, 'flow', id)),
    ...section('References', referenceList(data.references)),
  ]);
}

/** What a machine can follow: the path of a step, whether it can be left out or repeat, and what it answers. */
function traits(
  step: Step,
  index: number,
  { id, data }: Pick<Entry<'flow'>, 'id' | 'data'>,
  { addresses }: ExportContext,
): string[] {
  const { optional, repeats, answers, within, clients = {} } = step;
  const answered = data.steps.findIndex((one) => answers !== undefined && one.id === answers);
  const target = data.steps[answered];
  const sources = (within?.provenance.sources ?? []).map((source) => addresses.source(source));
  const time = within === undefined ? undefined : timeWords(within.ms);
  const by = sources.length === 0 ? '' : ` (${places(sources)})`;
  return [
    ...(step.id === undefined ? [] : [`Path: ${markdownCode(stepPath(id, step, index))}`]),
    ...(optional ? ['Optional'] : []),
    ...(repeats ? ['Can repeat'] : []),
    ...(target !== undefined
      ? [
          `Answers ${markdownLink(`step ${answered + 1}`, addresses.step(id, target, answered))}${time === undefined ? '' : ` within ${time}${by}`}`,
        ]
      : time === undefined
        ? []
        : [`Within ${time} of the step before${by}`]),
    ...(clients.does === undefined ? [] : [`Done by: ${codes(clients.does)}`]),
    ...(clients.leaves_out === undefined ? [] : [`Left out by: ${codes(clients.leaves_out)}`]),
  ];
}
