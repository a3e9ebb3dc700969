import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { KINDS, type Kind } from './kinds.ts';
import { COMMON_SCHEMA } from './schemas.generated.ts';

/**
 * Creates an Ajv with the settings that everything shares. `ownProperties`, so that `constructor` does not count as a
 * present key; `$data` stays off; errors include their schema. A test checks that the schemas themselves are valid: at
 * run time this would cost every command a third of a second.
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

/** 'all' collects every error, which takes quadratic time in their number; 'first' stops at one. */
export type Thoroughness = 'all' | 'first';

const ajvs = new Map<Thoroughness, Ajv2020>();
const compiled = new Map<string, ValidateFunction>();

/** The validator of a kind, compiled on first use. */
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
