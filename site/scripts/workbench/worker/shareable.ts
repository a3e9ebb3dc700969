import { nameWithheldReason } from '../../../../lib/capture/share/name-withheld-reason.ts';
import { readValuePath } from '../../../../lib/capture/share/share-values.ts';
import type { SharedNames } from '../../../../lib/capture/share/shared-names.ts';
import { valueWithheldReason } from '../../../../lib/capture/share/value-withheld-reason.ts';

/**
 * The names and values that may be shared, out of those that the reader wants to share.
 * @param wanted names, and paths of values; a path has an equals sign
 */
export function shareable(wanted: readonly string[]): SharedNames {
  return {
    keepNames: wanted.filter((one) => !one.includes('=') && nameWithheldReason(one) === undefined),
    keepValues: wanted.filter((one) => {
      const path = readValuePath(one);
      return path !== undefined && valueWithheldReason(path.value) === undefined;
    }),
  };
}
