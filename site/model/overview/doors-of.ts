import { overview } from '../../../lib/corpus/lists/overview.ts';
import { orderOf } from '../../../lib/corpus/lookup/order-of.ts';
import type { Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** What somebody comes for, and the pages to begin with. */
export interface Door {
  readonly title: Ref;
  readonly text: string;
  readonly links: readonly Ref[];
}

const GUIDES = PAGE_KINDS.find((kind) => KINDS[kind].page === 'guides/');

/** So many guides, or flows where there are no guides, are named. */
const MOST_LINKS = 4;

/** Of flows, the longest tell most. */
const byLength = (a: Entry<PageKind>, b: Entry<PageKind>): number => lengthOf(b) - lengthOf(a);

const lengthOf = ({ data }: Entry<PageKind>): number => ('steps' in data ? data.steps.length : 0);

/** The doors of the overview: send and answer, understand a log, contribute. */
export function doorsOf({ corpus, logs = [] }: Publication, links: Links): Door[] {
  const { definitions } = corpus;
  const { questions, openDisputes } = overview(corpus);
  const ref = (text: string, to: string): Ref => ({ text, href: links.page(to) });
  const kind = GUIDES !== undefined && definitions[GUIDES].size > 0 ? GUIDES : 'flow';
  const listed = orderOf(corpus, kind).ids.flatMap((id) => definitions[kind].get(id) ?? []);
  const guides = (kind === 'flow' ? listed.toSorted(byLength) : listed).slice(0, MOST_LINKS);
  const first = guides.length === 0 ? 'stanza' : kind;
  return [
    {
      title: ref('Send and answer', KINDS[first].page),
      text: 'What is sent in which order, and what must be answered.',
      links: [
        ...guides.map(({ id, data }) => ({
          text: 'title' in data ? data.title : id,
          href: links.definition(kind, id),
        })),
        ...(definitions.flow.size === 0
          ? []
          : [ref(`All ${counted(definitions.flow.size, 'flow')}`, 'flows/')]),
        ...(definitions.machine.size === 0 ? [] : [ref(KINDS.machine.title, KINDS.machine.page)]),
        ref('Stanza catalog', 'stanzas/'),
      ],
    },
    {
      title: ref('Understand a log', 'workbench/'),
      text: 'Paste a log: each part is explained and checked against the spec. Nothing leaves your browser.',
      links: [
        ref('Workbench', 'workbench/'),
        ...(logs.length === 0 ? [] : [ref('Diagnosed example logs', 'diagnose/')]),
        ...(definitions.glossary.size === 0 ? [] : [ref('Glossary', 'glossary/')]),
      ],
    },
    {
      title: ref('Contribute', 'contribute/'),
      text: 'Add a capture, a source or an answer. A sanitizer removes personal data first.',
      links: [
        ref('How to contribute', 'contribute/'),
        ...(questions.open === 0 ? [] : [ref(counted(questions.open, 'open question'), 'questions/')]),
        ...(openDisputes === 0 ? [] : [ref(counted(openDisputes, 'open dispute'), 'disputes/')]),
      ],
    },
  ];
}
