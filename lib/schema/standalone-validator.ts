import { Ajv2020 } from 'ajv/dist/2020.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { KINDS, type Kind } from './kinds.ts';
import { COMMON_SCHEMA } from './schemas.generated.ts';

/**
 * The validator of a kind as a module for browsers, where no code may be generated at run time. It imports nothing; its
 * default export takes the data, returns whether it is valid, and has `errors`.
 */
export function standaloneValidator(kind: Kind): string {
  const ajv = new Ajv2020({
    strict: true,
    ownProperties: true,
    validateSchema: false,
    code: { source: true, esm: true },
  });
  ajv.addSchema(COMMON_SCHEMA);
  const make = standaloneCode as unknown as (ajv: Ajv2020, validate: unknown) => string;
  const code = make(ajv, ajv.compile(KINDS[kind].schema));
  const length = (ucs2length as unknown as { default: (text: string) => number }).default;
  return code.replaceAll('require("ajv/dist/runtime/ucs2length").default', `(${length.toString()})`);
}
