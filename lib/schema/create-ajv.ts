import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { KINDS, type Kind } from './kinds.ts';
import { COMMON_SCHEMA } from './schemas.generated.ts';

/**
 * The one Ajv of the product. `ownProperties` so that `constructor` is not taken for a key that is there;
 * `$data` stays off; errors come with the schema that they came from. That the schemas themselves are valid a test looks
 * at: it would cost every command a third of a second.
 * @param allErrors whether to collect every error or to stop at the first
 */
export function createAjv(allErrors = true): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    ownProperties: true,
    allErrors,
    verbose: true,
    validateSchema: false,
  });
  ajv.addSchema(COMMON_SCHEMA);
  return ajv;
}

/** 'all' collects every error, in a time that grows with the square of their number; 'first' stops at one. */
export type Thoroughness = 'all' | 'first';

const ajvs = new Map<Thoroughness, Ajv2020>();
const compiled = new Map<string, ValidateFunction>();

/** The compiled validator of a kind; compiled on first use and kept. */
export function validatorOf(kind: Kind, errors: Thoroughness = 'all'): ValidateFunction {
  const key = `${errors} ${kind}`;
  let validate = compiled.get(key);
  if (validate === undefined) {
    const ajv = ajvs.get(errors) ?? createAjv(errors === 'all');
    ajvs.set(errors, ajv);
    validate = ajv.compile(KINDS[kind].schema);
    compiled.set(key, validate);
  }
  return validate;
}
