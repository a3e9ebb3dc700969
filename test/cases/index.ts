import { CAPTURE_CASES } from './capture.ts';
import type { CodeCases } from './case.ts';
import { CHECK_CASES } from './check.ts';
import { EVIDENCE_CASES, FLAVOR_SOURCE_CASES, SOURCE_CASES } from './evidence.ts';
import { EXAMPLE_CASES, RULE_CASES } from './example.ts';
import { EXAMPLE_FAULT_CASES } from './example-faults.ts';
import { FILE_CASES } from './file.ts';
import { FLOW_CASES } from './flow.ts';
import { FORMER_CASES } from './former.ts';
import { GUIDE_CASES } from './guide.ts';
import { MACHINE_CASES } from './machine.ts';
import { LINK_CASES, NODE_CASES, VALUE_CASES } from './node.ts';
import { PART_CASES } from './part.ts';
import { PATH_CASES } from './path.ts';
import { PHASE_CASES } from './phase.ts';
import { PIN_CASES } from './pin.ts';
import { QUESTION_CASES } from './question.ts';
import { ID_CASES, NAME_CASES, REFERENCE_CASES } from './reference.ts';
import { SCHEMA_CASES } from './schema.ts';
import { SHARED_CASES } from './shared.ts';
import { TYPE_CASES } from './type.ts';
import { WORD_CASES } from './words.ts';
import { YAML_CASES } from './yaml.ts';

/** The cases of every code. */
export const CASES: readonly CodeCases[] = [
  ...FILE_CASES,
  ...YAML_CASES,
  ...SCHEMA_CASES,
  ...ID_CASES,
  ...REFERENCE_CASES,
  ...NAME_CASES,
  ...FLOW_CASES,
  ...PART_CASES,
  ...GUIDE_CASES,
  ...PHASE_CASES,
  ...MACHINE_CASES,
  ...TYPE_CASES,
  ...NODE_CASES,
  ...VALUE_CASES,
  ...SHARED_CASES,
  ...QUESTION_CASES,
  ...LINK_CASES,
  ...SOURCE_CASES,
  ...FLAVOR_SOURCE_CASES,
  ...EXAMPLE_CASES,
  ...EXAMPLE_FAULT_CASES,
  ...EVIDENCE_CASES,
  ...CAPTURE_CASES,
  ...PATH_CASES,
  ...FORMER_CASES,
  ...RULE_CASES,
  ...PIN_CASES,
  ...CHECK_CASES,
  ...WORD_CASES,
];
