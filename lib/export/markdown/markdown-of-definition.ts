import type { Entry } from '../../corpus/model/corpus.ts';
import { privacyWords } from '../../corpus/types/privacy-words.ts';
import { usesOfType } from '../../corpus/types/uses-of-type.ts';
import { markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown, proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { PageKind } from '../../schema/kinds.ts';
import { clientMarkdown } from '../formats/client-markdown.ts';
import { guideMarkdown } from '../guides/guide-markdown.ts';
import type { ExportContext } from '../json/export-context.ts';
import { tallyWords } from '../json/tally-words.ts';
import { blocks, bullets, prose, rows, section } from './blocks.ts';
import { markdownOfCapture } from './markdown-of-capture.ts';
import { markdownOfData } from './markdown-of-data.ts';
import { factList, headingOfFact, list, markdownOfFact } from './markdown-of-fact.ts';
import { markdownOfFlow } from './markdown-of-flow.ts';
import { markdownOfPart } from './markdown-of-part.ts';
import { questionBullets } from './markdown-of-question.ts';
import { markdownOfNode, markdownOfStanza } from './markdown-of-stanza.ts';
import { addressWords, referenceList } from './reference-list.ts';

type MarkdownOf<K extends PageKind> = (entry: Entry<K>, context: ExportContext) => string;

/** Kinds whose Markdown follows their page. The others use `markdownOfData`. */
const OWN_MARKDOWN: { readonly [K in PageKind]?: MarkdownOf<K> } = {
  stanza: markdownOfStanza,
  node: markdownOfNode,
  enum: markdownOfEnum,
  type: markdownOfType,
  flow: markdownOfFlow,
  part: markdownOfPart,
  guide: guideMarkdown,
  technique: markdownOfTechnique,
  flavor: markdownOfFlavor,
  contributor: markdownOfContributor,
  capture: markdownOfCapture,
};

/** A definition as Markdown: what its page says. */
export function markdownOfDefinition(entry: Entry<PageKind>, context: ExportContext): string {
  const own = OWN_MARKDOWN[entry.kind] as MarkdownOf<PageKind> | undefined;
  return own === undefined ? markdownOfData(entry) : own(entry, context);
}

function markdownOfEnum({ id, data }: Entry<'enum'>, context: ExportContext): string {
  const { corpus, addresses } = context;
  const facts = corpus.factsOf.enum.get(id) ?? [];
  return blocks([
    `# ${markdownText(data.title)}`,
    ...bullets([`Id: ${markdownCode(id)}`, `Status: ${data.status}`, tallyWords(context.tally(facts))]),
    proseMarkdown(data.summary),
    ...section(
      'Values',
      facts.map(
        (fact) => `### ${headingOfFact(context.fact(fact))}\n\n${markdownOfFact(context.fact(fact))}`,
      ),
    ),
    ...section(
      'Used by',
      bullets(
        (corpus.usesOfEnum.get(id) ?? []).map((fact) =>
          markdownLink(markdownCode(fact.path), addresses.fact(fact)),
        ),
      ),
    ),
    ...section('Open questions', questionBullets(context, 'enum', id)),
    ...section('References', referenceList(data.references)),
  ]);
}

function markdownOfType({ id, data }: Entry<'type'>, { corpus, addresses }: ExportContext): string {
  return blocks([
    `# ${markdownText(id)}`,
    ...rows([
      ['Status', data.status],
      ['Base', markdownCode(data.base)],
      ['Privacy', data.privacy],
      ['Expected', markdownText(data.expected ?? '')],
      ['Pattern', data.pattern === undefined ? undefined : markdownCode(data.pattern)],
      ['Examples', list(data.examples)],
      ['TypeScript', data.typescript === undefined ? undefined : markdownCode(data.typescript)],
    ]),
    proseMarkdown(data.summary),
    ...prose(data.description),
    ...section('In captures', [
      privacyWords(data.privacy),
      ...(data.placeholder === undefined
        ? []
        : [
            `Its parts are replaced one by one: ${markdownCode(data.placeholder.form)}.`,
            ...bullets(
              data.placeholder.parts.map(
                ({ name, privacy }) => `${markdownCode(name)}: ${privacyWords(privacy)}`,
              ),
            ),
          ]),
    ]),
    ...section(
      'Used by',
      bullets(
        usesOfType(corpus, id).map((fact) => markdownLink(markdownCode(fact.path), addresses.fact(fact))),
      ),
    ),
    ...section('Notes', prose(data.notes)),
    ...section('References', referenceList(data.references)),
  ]);
}

function markdownOfTechnique({ id, data }: Entry<'technique'>, context: ExportContext): string {
  return blocks([
    `# ${markdownText(data.title)}`,
    ...rows([
      ['Id', markdownCode(id)],
      ['Status', data.status],
      ['Maturity', data.maturity],
      ['Channel', context.corpus.techniques.get(id)?.channel],
      ['Effort', context.corpus.techniques.get(id)?.effort],
      ['Observes', context.corpus.techniques.get(id)?.observes],
      ['Maintainers', list(data.maintainers)],
      ['Guide', data.guide === undefined ? undefined : addressWords(data.guide)],
    ]),
    proseMarkdown(data.summary),
    ...section('Targets', bullets(data.targets.map(markdownText))),
    ...section('Strengths', bullets(data.strengths.map(proseMarkdownLine))),
    ...section('Limitations', bullets(data.limitations.map(proseMarkdownLine))),
    ...section('Tooling', bullets(data.tooling.map(markdownText))),
    ...section(
      'How to begin',
      bullets(
        (data.first_steps ?? []).map(({ step, command }) =>
          command === undefined
            ? proseMarkdownLine(step)
            : `${proseMarkdownLine(step)} ${markdownCode(command)}`,
        ),
      ),
    ),
    ...section('References', referenceList(data.references)),
    ...factList(context.restingOn('technique', id), context),
  ]);
}

function markdownOfFlavor({ id, data }: Entry<'flavor'>, context: ExportContext): string {
  const { corpus } = context;
  return blocks([
    `# ${markdownText(data.name ?? id)}`,
    ...rows([
      ['Id', markdownCode(id)],
      ['Kind', data.kind],
      ['Home', data.url === undefined ? undefined : addressWords(data.url)],
      ['Repository', data.repository === undefined ? undefined : addressWords(data.repository)],
      ['Version', markdownText(data.version ?? '')],
      ['Platform', markdownText(data.platform ?? '')],
      ['Date', data.date],
      ['Commit', data.commit === undefined ? undefined : markdownCode(data.commit)],
      ['Language', markdownText(data.language ?? '')],
      ['Maturity', data.maturity],
      ['License', markdownText(data.license ?? '')],
      ['Maintainer', markdownText(data.maintainer ?? '')],
      ['Status', data.status],
      ['Covers', list(data.covers)],
      ['Based on', list(data.basis)],
      ['Derives from', list(data.derives_from)],
    ]),
    ...prose(data.description),
    ...clientMarkdown(id, corpus, (fact) => context.addresses.fact(fact)),
    ...factList(context.restingOn('flavor', id), context),
  ]);
}

function markdownOfContributor({ id, data }: Entry<'contributor'>, context: ExportContext): string {
  return blocks([
    `# ${markdownText(data.name ?? id)}`,
    ...rows([
      ['Id', markdownCode(id)],
      ['GitHub', data.github === undefined ? undefined : markdownCode(data.github)],
      ['Affiliation', markdownText(data.affiliation ?? '')],
      ['Techniques', list(data.techniques)],
      ['Tools', list(data.tools)],
      ['Flavors', list(data.flavors)],
    ]),
    ...section('Links', referenceList(data.links)),
    ...factList(context.restingOn('contributor', id), context),
  ]);
}
