import { nameWithheldReason } from '../../lib/capture/share/name-withheld-reason.ts';
import { readValuePath } from '../../lib/capture/share/share-values.ts';
import type { SharedNames } from '../../lib/capture/share/shared-names.ts';
import { valueWithheldReason } from '../../lib/capture/share/value-withheld-reason.ts';
import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { suggest } from '../../lib/text/suggest.ts';
import type { Arguments } from '../cli/arguments.ts';

/**
 * The names and values that --keep-name and --keep-value keep.
 * @throws UsageError for one that looks personal, and for a value of an enum that the spec does not have
 */
export function sharedOptions({ lists }: Arguments, corpus: Corpus): SharedNames {
  const keepNames = lists['keep-name'] ?? [];
  const keepValues = lists['keep-value'] ?? [];
  // A message gives the number of a name or value, which itself may be personal.
  for (const [i, name] of keepNames.entries()) {
    const why = nameWithheldReason(name);
    if (why !== undefined) {
      throw new UsageError(`--keep-name: name ${i + 1} cannot be kept. ${why} Remove it.`);
    }
  }
  for (const [i, path] of keepValues.entries()) checkValue(path, `--keep-value: value ${i + 1}`, corpus);
  return { keepNames, keepValues };
}

function checkValue(path: string, which: string, corpus: Corpus): void {
  const one = readValuePath(path);
  if (one === undefined) {
    throw new UsageError(`${which} does not name an enum. Write ENUM=VALUE, such as terminate-reasons=busy.`);
  }
  const why = valueWithheldReason(one.value);
  if (why !== undefined) throw new UsageError(`${which} cannot be kept. ${why} Remove it.`);
  const ids = [...corpus.definitions.enum.keys()];
  if (ids.includes(one.enum)) return;
  const near = suggest(one.enum, ids);
  const hint = near === undefined ? 'Create it with: npm run new -- enum ID' : `Did you mean ${near}?`;
  throw new UsageError(`${which} names an enum that the spec does not have. ${hint}`);
}
