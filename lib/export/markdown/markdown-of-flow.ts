import { withinWords } from '../../corpus/answers/within-words.ts';
import { historyWords } from '../../corpus/facts/history-words.ts';
import { evidenceOf } from '../../corpus/lookup/evidence-of.ts';
import { ratedLower } from '../../corpus/lookup/rated-lower.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { echoWords } from '../../corpus/steps/echo-words.ts';
import { flowScope } from '../../corpus/steps/flow-scope.ts';
import { rulesOf } from '../../corpus/steps/rules-of.ts';
import { stepPath } from '../../corpus/steps/step-path.ts';
import { unusualOrder } from '../../corpus/steps/unusual-order.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../../prose/markdown-text.ts';
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
  const facts = corpus.factsOf.flow.get(id) ?? [];
  const steps = data.steps.map((step, i) => {
    const fact = facts[i] as Fact;
    const { history } = context.fact(fact);
    const names = [step.from, step.to].map((one) => markdownText(labels.get(one) ?? one));
    const { stanza, provenance } = step;
    const reason = ratedLower(fact, evidenceOf(fact, corpus));
    const what = stanza === undefined ? '' : ` (${stanzaLink(stanza, context)})`;
    const more = [
      ...traits(step, i, { id, data }, context),
      ...(step.note === undefined ? [] : [proseMarkdownLine(step.note)]),
      ...(reason === undefined || reason === ''
        ? []
        : [`Rated lower than the evidence allows: ${markdownText(reason)}`]),
      ...(provenance?.techniques === undefined ? [] : [`Techniques: ${codes(provenance.techniques)}`]),
      ...(provenance?.flavors === undefined ? [] : [`Implementations: ${codes(provenance.flavors)}`]),
      ...(provenance?.sources === undefined
        ? []
        : [`Sources: ${places(provenance.sources.map((source) => addresses.source(source)))}`]),
      ...(step.disputes ?? []).map((one) => markdownOfDispute(jsonOfDispute(one, addresses))),
      ...(history === undefined ? [] : [`History: ${markdownText(historyWords(history))}`]),
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
    ...flowScope(data).map(markdownText),
    ...section(
      'Participants',
      bullets(data.participants.map((one) => `${markdownCode(one.id)}: ${markdownText(one.label)}`)),
    ),
    ...section('Rules', data.rules === true ? [ruleTable({ id, data }, context)] : []),
    ...section('Steps', steps.length === 0 ? [] : [steps.join('\n')]),
    ...section('Open questions', questionBullets(context, 'flow', id)),
    ...section('References', referenceList(data.references)),
  ]);
}

type FlowOf = Pick<Entry<'flow'>, 'id' | 'data'>;

/** A stanza as a link, or as code where the spec has none of that name. */
const stanzaLink = (stanza: string, { addresses, corpus }: ExportContext): string =>
  corpus.definitions.stanza.has(stanza)
    ? markdownLink(markdownCode(stanza), addresses.definition('stanza', stanza))
    : markdownCode(stanza);

/** Which stanza is answered with which: what the steps below say, in short. */
function ruleTable({ id, data }: FlowOf, context: ExportContext): string {
  const { steps } = data;
  const cell = (index: number | undefined): string => {
    const step = steps[index ?? -1];
    if (index === undefined || step === undefined) return '';
    return `${stepLink(index, { id, data }, context)}: ${markdownText(step.label)}`;
  };
  const rows = rulesOf(steps).map(({ stanza, answer }) => {
    const { echoes, within } = steps[answer ?? -1] ?? {};
    const { confidence = '' } = steps[answer ?? stanza] ?? {};
    const time = within === undefined ? '' : withinWords(within, context.corpus);
    return [cell(stanza), cell(answer), echoText(echoes, ''), time, confidence];
  });
  return markdownTable(['Stanza', 'Answer', 'Repeats', 'Time', 'Confidence'], rows);
}

/** A step by its number, as a link to its place on the page. */
function stepLink(index: number, { id, data }: FlowOf, { addresses }: ExportContext): string {
  const words = `step ${index + 1}`;
  const step = data.steps[index];
  return step === undefined ? words : markdownLink(words, addresses.step(id, step, index));
}

const echoText = (echoes: Step['echoes'], verb?: string): string =>
  echoWords(echoes, verb)
    .map((one) => (typeof one === 'string' ? one : markdownCode(one.attribute)))
    .join('');

/** What a machine can follow: the path of a step, what it contains, when it is sent, and what it comes after and answers. */
function traits(step: Step, index: number, flow: FlowOf, context: ExportContext): string[] {
  const { id, data } = flow;
  const { optional, repeats, within, clients = {}, one_of = [], echoes = [] } = step;
  const answered = data.steps.findIndex((one) => step.answers !== undefined && one.id === step.answers);
  const sources = (within?.provenance.sources ?? []).map((source) => context.addresses.source(source));
  const time = within === undefined ? undefined : withinWords(within, context.corpus);
  const by = sources.length === 0 ? '' : ` (${places(sources)})`;
  const predicate = (words: string, text: string | undefined): string[] =>
    text === undefined ? [] : [`${words} ${markdownCode(text)}`];
  return [
    ...(step.id === undefined ? [] : [`Path: ${markdownCode(stepPath(id, step, index))}`]),
    ...(optional ? ['Optional'] : []),
    ...(repeats ? ['Can repeat'] : []),
    ...(answered !== -1
      ? [`Answers ${stepLink(answered, flow, context)}${time === undefined ? '' : `, ${time}${by}`}`]
      : time === undefined
        ? []
        : [`After the step before, ${time}${by}`]),
    ...order(index, flow, context),
    ...(clients.does === undefined ? [] : [`Done by: ${codes(clients.does)}`]),
    ...(clients.leaves_out === undefined ? [] : [`Left out by: ${codes(clients.leaves_out)}`]),
    ...(one_of.length === 0 ? [] : [`One of ${one_of.map((one) => stanzaLink(one, context)).join(', ')}`]),
    ...predicate('With', step.with),
    ...predicate('Only if', step.only_if),
    ...predicate('Always if', step.required_if),
    ...(echoes.length === 0 ? [] : [echoText(echoes)]),
  ];
}

/** What a step comes after, where that is not the step that it answers or the one before. */
function order(index: number, flow: FlowOf, context: ExportContext): string[] {
  const after = unusualOrder(flow.data.steps, index);
  if (after === undefined) return [];
  if (after.length === 0) return ['In any order with the steps above'];
  return [`After ${after.map((one) => stepLink(one, flow, context)).join(' and ')}`];
}
