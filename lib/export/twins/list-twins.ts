import type { Entry } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { CODES, type FindingCode } from '../../findings/codes.ts';
import { twinName } from '../../pages/definition-files.ts';
import {
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownTable,
  markdownText,
} from '../../prose/markdown-text.ts';
import { proseMarkdown, proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { jsonText } from '../../text/json-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext, Registry } from '../json/export-context.ts';
import { jsonLines } from '../json/json-lines.ts';
import { jsonOfDispute } from '../json/json-of-fact.ts';
import { jsonOfLedger } from '../json/json-of-ledger.ts';
import { jsonOfOverview } from '../json/json-of-overview.ts';
import { omitEmpty } from '../json/omit-empty.ts';
import { titleOf } from '../json/title-of.ts';
import { blocks, bullets, section } from '../markdown/blocks.ts';
import { codes, markdownOfDispute, places } from '../markdown/markdown-of-fact.ts';
import { markdownOfQuestion } from '../markdown/markdown-of-question.ts';
import { referenceList } from '../markdown/reference-list.ts';
import { tallyWords } from '../markdown/tally-words.ts';
import { dataExamples } from './data-examples.ts';
import { DATA_FILES } from './data-files.ts';

/** The twins of the pages that show more than one definition, and of the overview. */
export function* listTwins(context: ExportContext): Generator<PublishedFile> {
  yield* overview(context);
  yield* stanzaList(context);
  yield* factList(context);
  yield* questionPage(context);
  yield* disputePage(context);
  yield* enumList(context);
  yield* flowList(context);
  for (const [page, kind] of REGISTRIES) yield* registryList(page, kind, context);
  yield* glossary(context);
  yield* rules(context);
  yield* dataPage(context);
}

const REGISTRIES: readonly (readonly [page: string, registry: Registry, title: string])[] = [
  ['techniques/', 'technique', 'Techniques'],
  ['flavors/', 'flavor', 'Flavors'],
  ['contributors/', 'contributor', 'Contributors'],
  ['captures/', 'capture', 'Captures'],
];

/** Both twins of a page. */
function* both(
  page: string,
  schema: string,
  json: Readonly<Record<string, unknown>>,
  markdown: readonly string[],
  { addresses }: ExportContext,
  write: (value: Readonly<Record<string, unknown>>) => string = jsonText,
): Generator<PublishedFile> {
  const $schema = addresses.of(`schema/${schema}.schema.json`);
  yield { path: `${twinName(page)}.json`, text: write({ $schema, ...json }) };
  yield { path: `${twinName(page)}.md`, text: blocks(markdown) };
}

function overview(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const { title, version, summary, notice, license, credits } = corpus.spec;
  const pages = ['stanzas', 'facts', 'enums', 'questions', 'flows', 'techniques', 'flavors', 'glossary'];
  return both(
    '',
    'overview-twin',
    jsonOfOverview(context),
    [
      `# ${markdownText(title)}`,
      ...(summary === undefined ? [] : [proseMarkdown(summary)]),
      ...bullets([
        `Version: ${markdownText(version)}`,
        tallyWords(context.tally(corpus.facts)),
        ...(license === undefined ? [] : [`License: ${markdownText(license)}`]),
      ]),
      ...section('Pages', bullets(pages.map((name) => markdownLink(name, addresses.of(`${name}.md`))))),
      ...section('Credits', referenceList(credits)),
      ...(notice === undefined ? [] : [proseMarkdown(notice)]),
    ],
    context,
  );
}

const openDisputes = (facts: readonly Fact[]): number =>
  facts.reduce((sum, { disputes }) => sum + disputes.filter(({ status }) => status !== 'resolved').length, 0);

function stanzaList(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const rows = [...corpus.definitions.stanza.values()].map(({ id, data }) => {
    const facts = corpus.factsOfStanza.get(id) ?? [];
    const open = context.questionsOf('stanza', id).filter(({ status }) => status === 'open');
    return {
      id,
      url: addresses.definition('stanza', id),
      tag: data.tag,
      display_name: data.display_name,
      category: data.category,
      direction: data.direction,
      status: data.status,
      spec_version: data.spec_version,
      tally: context.tally(facts),
      open_questions: open.length,
      open_disputes: openDisputes(facts),
    };
  });
  const names = [...corpus.definitions.ledger.values()].flatMap(({ data }) => data.names);
  const table = markdownTable(
    [
      'Stanza',
      'Tag',
      'Category',
      'Direction',
      'Status',
      'Facts',
      'Confirmed',
      'Probable',
      'Questions',
      'Disputes',
    ],
    rows.map((row) => [
      markdownLink(markdownText(row.display_name), row.url),
      markdownCode(row.tag),
      row.category,
      row.direction.join(', '),
      row.status,
      ...[
        row.tally.facts,
        row.tally.confirmed,
        row.tally.probable,
        row.open_questions,
        row.open_disputes,
      ].map(String),
    ]),
  );
  const seen = names.map(({ name, kind, sources, note, same_as }) => {
    const also = same_as === undefined ? '' : `, the same as ${markdownCode(same_as)}`;
    const remark = note === undefined ? '' : ` ${proseMarkdownLine(note)}`;
    return `${markdownCode(name)} (${kind}${also}):${remark} Sources: ${places(sources.map(addresses.source)) || 'none'}`;
  });
  return both(
    'stanzas/',
    'stanza-list-twin',
    { stanzas: rows, ledger: jsonOfLedger(corpus, addresses) },
    ['# Stanzas', table, ...section('Seen and not described yet', bullets(seen))],
    context,
  );
}

function factList(context: ExportContext): Generator<PublishedFile> {
  const rows = context.corpus.facts.map((fact) => {
    const json = context.fact(fact);
    return {
      path: json.path,
      url: json.url,
      kind: json.kind,
      ...omitEmpty('type', json.type),
      confidence: json.confidence,
      carries: json.evidence.carries,
      ...omitEmpty('techniques', json.techniques),
      ...omitEmpty('flavors', json.flavors),
      sources: fact.provenance.sources.length,
      open_disputes: openDisputes([fact]),
    };
  });
  const table = markdownTable(
    ['Fact', 'Kind', 'Type', 'Confidence', 'Techniques', 'Flavors', 'Sources', 'Open disputes'],
    rows.map((row) => [
      markdownLink(markdownCode(row.path), row.url),
      row.kind,
      row.type === undefined ? '' : markdownCode(row.type),
      row.confidence,
      codes(row.techniques ?? []),
      codes(row.flavors ?? []),
      String(row.sources),
      String(row.open_disputes),
    ]),
  );
  return both('facts/', 'fact-list-twin', { facts: rows }, ['# Facts', table], context, jsonLines);
}

function questionPage(context: ExportContext): Generator<PublishedFile> {
  const questions = context.corpus.questions.map(context.question);
  const list = (status: 'open' | 'resolved'): string[] => {
    const some = questions.filter((one) => one.status === status).map(markdownOfQuestion);
    return some.length === 0 ? [] : [some.join('\n')];
  };
  const markdown = [
    '# Questions',
    ...section('Open', list('open')),
    ...section('Resolved', list('resolved')),
  ];
  return both('questions/', 'question-list-twin', { questions }, markdown, context);
}

function disputePage(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const facts = corpus.facts.flatMap((fact) => {
    const { path, url, confidence, description, disputes } = context.fact(fact);
    return disputes === undefined ? [] : [{ path, url, confidence, says: description, disputes }];
  });
  const steps = [...corpus.definitions.flow.values()].flatMap(({ id, data }) =>
    data.steps.flatMap(({ label, confidence, disputes = [] }, i) =>
      disputes.length === 0
        ? []
        : [
            {
              path: `${id}, step ${i + 1}`,
              url: addresses.definition('flow', id),
              confidence,
              says: label,
              disputes: disputes.map((one) => jsonOfDispute(one, addresses)),
            },
          ],
    ),
  );
  const disputed = [...facts, ...steps];
  const markdown = disputed.flatMap(({ path, url, confidence, says, disputes }) => [
    `## ${markdownLink(markdownCode(path), url)}`,
    `The spec says (${confidence}): ${proseMarkdownLine(says)}`,
    ...bullets(disputes.map(markdownOfDispute)),
  ]);
  return both('disputes/', 'dispute-list-twin', { disputed }, ['# Disputes', ...markdown], context);
}

function enumList(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const rows = [...corpus.definitions.enum.values()].map(({ id, data }) => ({
    id,
    url: addresses.definition('enum', id),
    title: data.title,
    status: data.status,
    tally: context.tally(corpus.factsOfEnum.get(id) ?? []),
    used_by: (corpus.usesOfEnum.get(id) ?? []).map(({ path }) => path),
  }));
  const table = markdownTable(
    ['Enum', 'Status', 'Values', 'Confirmed', 'Probable', 'Used by'],
    rows.map(({ title, url, status, tally, used_by }) => [
      markdownLink(markdownText(title), url),
      status,
      ...[tally.facts, tally.confirmed, tally.probable].map(String),
      codes(used_by),
    ]),
  );
  return both('enums/', 'enum-list-twin', { enums: rows }, ['# Enums', table], context);
}

function flowList(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const rows = [...corpus.definitions.flow.values()].map(({ id, data }) => ({
    id,
    url: addresses.definition('flow', id),
    title: data.title,
    status: data.status,
    summary: data.summary,
    steps: data.steps.length,
  }));
  const items = rows.map(
    ({ title, url, summary }) => `${markdownLink(markdownText(title), url)}: ${proseMarkdownLine(summary)}`,
  );
  return both('flows/', 'flow-list-twin', { flows: rows }, ['# Flows', ...bullets(items)], context);
}

function registryList(page: string, kind: Registry, context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const entries: readonly Entry<Registry>[] = [...corpus.definitions[kind].values()];
  const rows = entries.map((entry) => ({
    id: entry.id,
    url: addresses.definition(kind, entry.id),
    title: titleOf(entry),
    facts: context.restingOn(kind, entry.id).length,
  }));
  const title = REGISTRIES.find(([, one]) => one === kind)?.[2] ?? kind;
  const table = markdownTable(
    ['Name', 'Id', 'Facts that rest on it'],
    rows.map((row) => [
      markdownLink(markdownText(row.title), row.url),
      markdownCode(row.id),
      String(row.facts),
    ]),
  );
  return both(page, 'registry-list-twin', { kind, entries: rows }, [`# ${title}`, table], context);
}

function glossary(context: ExportContext): Generator<PublishedFile> {
  const terms = [...context.corpus.definitions.glossary.values()].flatMap(({ data }) => data.terms);
  const items = terms.map(
    ({ term, definition }) => `**${markdownText(term)}**: ${proseMarkdownLine(definition)}`,
  );
  return both('glossary/', 'glossary-twin', { terms }, ['# Glossary', ...bullets(items)], context);
}

function rules(context: ExportContext): Generator<PublishedFile> {
  const all = (Object.keys(CODES) as FindingCode[]).map((code) => {
    const { level, title, why } = CODES[code];
    return { code, level, title, why };
  });
  const table = markdownTable(
    ['Code', 'Level', 'Title', 'Why'],
    all.map(({ code, level, title, why }) => [
      markdownCode(code),
      level,
      markdownText(title),
      proseMarkdownLine(why),
    ]),
  );
  return both('rules/', 'rules-twin', { rules: all }, ['# Rules', table], context);
}

function dataPage(context: ExportContext): Generator<PublishedFile> {
  const files = DATA_FILES.map(({ path, holds, schema }) => ({
    path,
    holds,
    ...omitEmpty(
      'schema',
      schema === undefined ? undefined : context.addresses.of(`schema/${schema}.schema.json`),
    ),
  }));
  const items = files.map(({ path, holds }) => `${markdownCode(path)}: ${holds}`);
  const examples = dataExamples(context.addresses);
  const markdown = [
    '# Data',
    ...bullets(items),
    ...examples.flatMap(({ title, about, code }) => [
      `## ${title}`,
      markdownText(about),
      markdownBlock(code, 'js'),
    ]),
  ];
  return both('data/', 'data-twin', { files, examples }, markdown, context);
}
