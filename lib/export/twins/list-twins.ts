import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { disputeListTwins } from '../lists/dispute-list-twins.ts';
import { enumListTwins } from '../lists/enum-list-twins.ts';
import { factListTwins } from '../lists/fact-list-twins.ts';
import { flowListTwins } from '../lists/flow-list-twins.ts';
import { glossaryTwins } from '../lists/glossary-twins.ts';
import { overviewTwins } from '../lists/overview-twins.ts';
import { questionListTwins } from '../lists/question-list-twins.ts';
import { registryListTwins } from '../lists/registry-list-twins.ts';
import { ruleListTwins } from '../lists/rule-list-twins.ts';
import { stanzaListTwins } from '../lists/stanza-list-twins.ts';
import { dataTwins } from './data-twins.ts';

/** The twins of the pages that show more than one definition, and of the overview. */
export function* listTwins(context: ExportContext): Generator<PublishedFile> {
  yield* overviewTwins(context);
  yield* stanzaListTwins(context);
  yield* factListTwins(context);
  yield* questionListTwins(context);
  yield* disputeListTwins(context);
  yield* enumListTwins(context);
  yield* flowListTwins(context);
  for (const kind of ['technique', 'flavor', 'contributor', 'capture'] as const) {
    yield* registryListTwins(kind, context);
  }
  yield* glossaryTwins(context);
  yield* ruleListTwins(context);
  yield* dataTwins(context);
}
