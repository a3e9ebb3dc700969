import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { FactKind } from '../../corpus/model/fact.ts';
import { partTexts } from '../../corpus/parts/part-texts.ts';
import { partTraits } from '../../corpus/parts/part-traits.ts';
import { placeFields } from '../../corpus/parts/place-fields.ts';
import { vectorValues } from '../../corpus/parts/vector-values.ts';
import { citedIn } from '../../corpus/sources/checks/citations-of-parts.ts';
import { markdownOfBlocks } from '../../prose/markdown-of-blocks.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown, proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { safeUrl } from '../../prose/safe-url.ts';
import type { Layout } from '../../schema/types.generated.ts';
import type { ExportContext } from '../json/export-context.ts';
import { tallyWords } from '../json/tally-words.ts';
import { blocks, bullets, prose, rows, section } from './blocks.ts';
import { markdownOfFact } from './markdown-of-fact.ts';
import { questionBullets } from './markdown-of-question.ts';
import { referenceList } from './reference-list.ts';

/** A part as Markdown: what its page says. */
export function markdownOfPart({ id, data }: Entry<'part'>, context: ExportContext): string {
  const { corpus, addresses } = context;
  const facts = corpus.factsOf.part.get(id) ?? [];
  const part = (one: string): string =>
    corpus.definitions.part.has(one)
      ? markdownLink(markdownCode(one), addresses.definition('part', one))
      : markdownCode(one);
  const subject = (path: string): string => {
    const url = addresses.path(path);
    return url === undefined ? markdownCode(path) : markdownLink(markdownCode(path), url);
  };
  const ofKind = (kind: FactKind): string[] =>
    facts
      .filter((fact) => fact.kind === kind)
      .map((fact) => {
        const traits = Object.entries(partTraits(fact) ?? {}).map(
          ([aspect, words]) =>
            `${aspect.charAt(0).toUpperCase()}${aspect.slice(1)}: ${aspect === 'subject' ? subject(words) : markdownText(words)}`,
        );
        return [
          `### ${markdownCode(fact.anchor)}`,
          ...bullets(traits),
          markdownOfFact(context.fact(fact)),
        ].join('\n\n');
      });
  const texts = partTexts(data);
  const to = (name: string): string | undefined =>
    corpus.definitions.part.has(name) ? addresses.definition('part', name) : safeUrl(name);
  return blocks([
    `# ${markdownText(data.title)}`,
    ...rows([
      ['Id', markdownCode(id)],
      ['Code', markdownCode(data.code)],
      ['Category', markdownText(data.category)],
      ['Status', data.status],
      ['Since', data.since],
      ['Features', (data.features ?? []).map(markdownCode).join(', ')],
      ['Belongs to', data.parent === undefined ? undefined : part(data.parent)],
      ['Requires', (data.requires ?? []).map(part).join(', ')],
      ['Statements', facts.length === 0 ? undefined : tallyWords(context.tally(facts))],
      ['Statements without evidence', texts.statements === 0 ? undefined : String(texts.statements)],
    ]),
    proseMarkdown(data.summary),
    ...section('Requirements', ofKind('requirement')),
    ...section(
      'Layouts',
      (data.layout ?? []).flatMap((one) => layoutBlocks(one, corpus)),
    ),
    ...section('Fields', ofKind('field')),
    ...section('Procedure', ofKind('procedure')),
    ...section('Rules', markdownOfBlocks(texts.normative, to)),
    ...section('Findings', markdownOfBlocks(texts.findings, to)),
    ...section(
      'Implementations',
      bullets(
        (data.implementations ?? []).map(({ flavor, status, path, note }) =>
          [
            `${markdownCode(flavor)}: ${status}`,
            ...(path === undefined ? [] : [markdownCode(path)]),
            ...(note === undefined ? [] : [proseMarkdownLine(note)]),
          ].join(', '),
        ),
      ),
    ),
    ...section('Cited in code', bullets(citedIn(corpus, id).map(markdownCode))),
    ...section('Open questions', questionBullets(context, 'part', id)),
    ...section('References', referenceList(data.references)),
  ]);
}

function layoutBlocks(layout: Layout, corpus: Corpus): string[] {
  const { fields } = placeFields(layout);
  return [
    `### ${markdownText(layout.title)}`,
    ...prose(layout.description),
    markdownTable(
      ['Field', 'From byte', 'Bits', 'Type', 'Meaning'],
      fields.map(({ field, start, end }) => [
        markdownCode(field.name),
        start % 8 === 0 ? String(start / 8) : `${Math.floor(start / 8)}, bit ${start % 8}`,
        end === undefined ? 'the rest' : String(end - start),
        markdownCode(field.type),
        proseMarkdownLine(field.meaning),
      ]),
    ),
    ...bullets(
      (layout.vectors ?? []).map((vector) => {
        const { bytes, title } = vector;
        const said = vectorValues(layout, vector, corpus).flatMap(({ placed, value }) =>
          value === undefined ? [] : [`${markdownCode(placed.field.name)} = ${markdownCode(value)}`],
        );
        const head = `${title === undefined ? '' : `${markdownText(title)}: `}${markdownCode(bytes)}`;
        return said.length === 0 ? head : `${head}: ${said.join(', ')}`;
      }),
    ),
  ];
}
