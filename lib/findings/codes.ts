import { CAPTURE_CODES } from './codes/capture-codes.ts';
import { DEFINITION_CODES } from './codes/definition-codes.ts';
import { EVIDENCE_CODES } from './codes/evidence-codes.ts';
import { EXAMPLE_CODES } from './codes/example-codes.ts';
import { FILE_CODES } from './codes/file-codes.ts';
import { FLOW_CODES } from './codes/flow-codes.ts';
import { GUIDE_CODES } from './codes/guide-codes.ts';
import { ID_CODES } from './codes/id-codes.ts';
import { MACHINE_CODES } from './codes/machine-codes.ts';
import { NODE_CODES } from './codes/node-codes.ts';
import { PART_CODES } from './codes/part-codes.ts';
import { PATH_CODES } from './codes/path-codes.ts';
import { PHASE_CODES } from './codes/phase-codes.ts';
import { QUESTION_CODES } from './codes/question-codes.ts';
import { REFERENCE_CODES } from './codes/reference-codes.ts';
import { RELEASE_CODES } from './codes/release-codes.ts';
import { SCHEMA_CODES } from './codes/schema-codes.ts';
import { SOURCE_CODES } from './codes/source-codes.ts';
import { TEXT_CODES } from './codes/text-codes.ts';
import { TYPE_CODES } from './codes/type-codes.ts';
import { YAML_CODES } from './codes/yaml-codes.ts';
import { type Code, code } from './parts/code.ts';

/**
 * Every code that a finding can have. The rules page of the site and the test that each code has a passing and a
 * failing case are made from this table. The name of a code is permanent; its wording is not.
 */
export const CODES = {
  ...FILE_CODES,
  ...YAML_CODES,
  ...SCHEMA_CODES,
  ...ID_CODES,
  ...REFERENCE_CODES,
  ...DEFINITION_CODES,
  ...FLOW_CODES,
  ...GUIDE_CODES,
  ...NODE_CODES,
  ...PART_CODES,
  ...PHASE_CODES,
  ...MACHINE_CODES,
  ...TYPE_CODES,
  ...QUESTION_CODES,
  ...CAPTURE_CODES,
  ...SOURCE_CODES,
  ...TEXT_CODES,
  ...EXAMPLE_CODES,
  ...EVIDENCE_CODES,
  ...PATH_CODES,
  ...RELEASE_CODES,
  'rule/crashed': code<{ rule: string; reason: string }>({
    level: 'error',
    title: 'A rule failed',
    why: 'A rule that failed has checked nothing. This is a bug in the generator.',
    message: ({ rule, reason }) => `The rule ${rule} failed: ${reason}.`,
    hint: () => 'Please report this, with the file that caused it.',
  }),
} as const satisfies Record<string, Code<never>>;

export type FindingCode = keyof typeof CODES;
export type ArgsOf<C extends FindingCode> = Parameters<(typeof CODES)[C]['message']>[0];
