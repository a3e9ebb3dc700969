import { matchedRecords } from '../../capture/review/match-capture.ts';
import { type CaptureRecord, captureRecords } from '../../corpus/captures/capture-records.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import { markdownBlock, markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { ExportContext } from '../json/export-context.ts';
import { blocks, bullets, prose, rows, section } from './blocks.ts';
import { factList, list, places } from './markdown-of-fact.ts';
import { addressWords } from './reference-list.ts';

/** A capture as Markdown: its origin, its stanza or the records of its trace, and the facts that name it. */
export function markdownOfCapture({ id, data }: Entry<'capture'>, context: ExportContext): string {
  const {
    technique,
    client,
    version,
    platform,
    issue,
    url,
    author,
    license,
    contributor,
    captured_at,
    tools,
  } = data.source;
  return blocks([
    `# ${markdownText(data.title ?? id)}`,
    ...rows([
      ['Id', markdownCode(id)],
      ['Status', data.status],
      ['Kind', data.kind],
      ['Technique', markdownCode(technique)],
      ['Client', client === undefined ? undefined : markdownCode(client)],
      ['Version', markdownText(version ?? '')],
      ['Platform', markdownText(platform ?? '')],
      ['Issue', issue === undefined ? undefined : places([context.addresses.source(issue)])],
      ['Contributor', contributor === undefined ? undefined : markdownCode(contributor)],
      ['Captured', captured_at],
      ['Tools', list(tools)],
      ['Call', data.call === undefined ? undefined : markdownCode(data.call)],
      ['Observer', data.observer],
      ['Published at', url === undefined ? undefined : addressWords(url)],
      ['Author', markdownText(author ?? '')],
      ['Licence', markdownText(license ?? '')],
      ['Tag', data.stanza_tag === undefined ? undefined : markdownCode(`<${data.stanza_tag}>`)],
      ['Direction', data.direction],
      ['Records', data.trace === undefined ? undefined : String(data.trace.length)],
      ['Confidence', data.confidence],
    ]),
    ...captureRecords(data).flatMap((record) => recordBlocks(record, context, id)),
    ...section(
      'Public values',
      bullets(
        (data.public ?? []).map(
          ({ value, reason }) => `${markdownCode(value)}: ${proseMarkdownLine(reason)}`,
        ),
      ),
    ),
    ...prose(data.decoded),
    ...section(
      'Attributes',
      bullets(
        (data.attributes ?? []).map(({ name, value, note }) => {
          const remark = note === undefined ? '' : `: ${proseMarkdownLine(note)}`;
          return `${markdownCode(name)} = ${markdownCode(value) || '(empty)'}${remark}`;
        }),
      ),
    ),
    ...section('Notes', prose(data.notes)),
    ...factList(context.restingOn('capture', id), context),
  ]);
}

/** A record of a trace has a heading of its own. */
function recordBlocks(record: CaptureRecord, context: ExportContext, id: string): string[] {
  const { n, at, direction, format, body, note } = record;
  const block = markdownBlock(body.trimEnd(), format);
  if (n === undefined) return [block];
  const review = matchedRecords(context.corpus)
    .get(id)
    ?.find((one) => one.record.n === n)?.review;
  const tag = review === undefined ? '' : ` ${markdownCode(`<${review.tag}>`)}`;
  const stanza =
    review?.stanza === undefined
      ? ''
      : `: ${markdownLink(markdownCode(review.stanza), context.addresses.definition('stanza', review.stanza))}`;
  return [`## ${n}. ${direction}${tag}, ${at} ms${stanza}`, ...prose(note), block];
}
