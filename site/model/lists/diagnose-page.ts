import { parse } from '../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../lib/capture/review/review-stanzas.ts';
import type { ExampleLog, Publication } from '../../../lib/corpus/model/publication.ts';
import { callsOfLog } from '../../../lib/diagnose/calls-of-log.ts';
import { diagnoseCall } from '../../../lib/diagnose/diagnose-call.ts';
import { diagnosisPretty } from '../../../lib/diagnose/render/diagnosis-pretty.ts';
import { addressesOf } from '../../../lib/export/json/addresses.ts';

/** An example log, and what the command prints of it. */
interface DiagnosedLog extends ExampleLog {
  readonly command: string;
  readonly output: string;
}

/** The example logs of a spec, diagnosed as the command does it. */
export function diagnosePage(publication: Publication): readonly DiagnosedLog[] {
  const { corpus, directory, logs = [] } = publication;
  const addresses = addressesOf(publication);
  return logs.map((one) => {
    const calls = callsOfLog(reviewStanzas(parse(one.log), corpus));
    return {
      ...one,
      command: `npm run capture -- diagnose ${directory}/${one.path}`,
      output: calls
        .map((call) => diagnosisPretty(diagnoseCall(call, corpus), { addresses, calls: calls.length }))
        .join('\n'),
    };
  });
}
