import { nameWithheldReason } from '../../../../lib/capture/share/name-withheld-reason.ts';
import { readValuePath } from '../../../../lib/capture/share/share-values.ts';
import type { SharedNames } from '../../../../lib/capture/share/shared-names.ts';
import { valueWithheldReason } from '../../../../lib/capture/share/value-withheld-reason.ts';

/**
 * What of the things that the reader wants to share is shared. What looks like something of a person is let go.
 * @param wanted names, and paths of values; a path has an equals sign
 */
export function sharingOf(wanted: readonly string[]): SharedNames {
  return {
    keepNames: wanted.filter((one) => !one.includes('=') && nameWithheldReason(one) === undefined),
    keepValues: wanted.filter((one) => {
      const path = readValuePath(one);
      return path !== undefined && valueWithheldReason(path.value) === undefined;
    }),
  };
}
