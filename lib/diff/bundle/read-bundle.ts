import type { ValidateFunction } from 'ajv';
import { createAjv } from '../../schema/create-ajv.ts';
import { clip } from '../../text/clip.ts';
import type { Bundle } from './bundle.ts';
import { BUNDLE_SCHEMA } from './bundle-schema.ts';

export type ReadBundle =
  | { readonly bundle: Bundle; readonly reason?: never }
  | { readonly bundle?: never; readonly reason: string };

let validator: ValidateFunction<Bundle> | undefined;

/** Parses and validates a bundle. Does not throw: a text that is not a bundle gives a reason. */
export function readBundle(text: string): ReadBundle {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { reason: clip(error instanceof Error ? error.message : String(error)) };
  }
  validator ??= createAjv().compile<Bundle>(BUNDLE_SCHEMA);
  if (validator(data)) return { bundle: data };
  const [error] = validator.errors ?? [];
  return { reason: clip(`${error?.instancePath || 'it'} ${error?.message ?? 'does not fit'}`) };
}
