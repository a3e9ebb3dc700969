import { PAGE_KINDS, type PageKind } from '../../schema/kinds.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { disputeListTwins } from '../lists/dispute-list-twins.ts';
import { enumListTwins } from '../lists/enum-list-twins.ts';
import { factListTwins } from '../lists/fact-list-twins.ts';
import { flowListTwins } from '../lists/flow-list-twins.ts';
import { glossaryTwins } from '../lists/glossary-twins.ts';
import { kindListTwins } from '../lists/kind-list-twins.ts';
import { overviewTwins } from '../lists/overview-twins.ts';
import { questionListTwins } from '../lists/question-list-twins.ts';
import { ruleListTwins } from '../lists/rule-list-twins.ts';
import { stanzaListTwins } from '../lists/stanza-list-twins.ts';
import { hasList } from './data-files.ts';
import { dataTwins } from './data-twins.ts';

/** The lists that hold more than their columns. */
const OWN_LISTS: { readonly [K in PageKind]?: (context: ExportContext) => Generator<PublishedFile> } = {
  stanza: stanzaListTwins,
  enum: enumListTwins,
  flow: flowListTwins,
};

/** The twins of the pages that show more than one definition, and of the overview. */
export function* listTwins(context: ExportContext): Generator<PublishedFile> {
  yield* overviewTwins(context);
  yield* factListTwins(context);
  yield* questionListTwins(context);
  yield* disputeListTwins(context);
  for (const kind of PAGE_KINDS) {
    if (!hasList(kind, context.corpus)) continue;
    const own = OWN_LISTS[kind];
    yield* own === undefined ? kindListTwins(kind, context) : own(context);
  }
  yield* glossaryTwins(context);
  yield* ruleListTwins(context);
  yield* dataTwins(context);
}
