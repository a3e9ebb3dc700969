// Generated from spec/schema/ by `npm run generate`. Do not edit: add a schema and run it again.

import captureSchema from '../../spec/schema/capture.schema.json' with { type: 'json' };
import common from '../../spec/schema/common.schema.json' with { type: 'json' };
import contributorSchema from '../../spec/schema/contributor.schema.json' with { type: 'json' };
import enumSchema from '../../spec/schema/enum.schema.json' with { type: 'json' };
import flavorSchema from '../../spec/schema/flavor.schema.json' with { type: 'json' };
import flowSchema from '../../spec/schema/flow.schema.json' with { type: 'json' };
import glossarySchema from '../../spec/schema/glossary.schema.json' with { type: 'json' };
import guideSchema from '../../spec/schema/guide.schema.json' with { type: 'json' };
import ledgerSchema from '../../spec/schema/ledger.schema.json' with { type: 'json' };
import machineSchema from '../../spec/schema/machine.schema.json' with { type: 'json' };
import nodeSchema from '../../spec/schema/node.schema.json' with { type: 'json' };
import partSchema from '../../spec/schema/part.schema.json' with { type: 'json' };
import specSchema from '../../spec/schema/spec.schema.json' with { type: 'json' };
import stanzaSchema from '../../spec/schema/stanza.schema.json' with { type: 'json' };
import techniqueSchema from '../../spec/schema/technique.schema.json' with { type: 'json' };
import tombstonesSchema from '../../spec/schema/tombstones.schema.json' with { type: 'json' };
import typeSchema from '../../spec/schema/type.schema.json' with { type: 'json' };
import type { TypeOfKind } from './types.generated.ts';

/** What the other schemas refer to. */
export const COMMON_SCHEMA: object = common;

/** The schema of each kind of definition. */
export const SCHEMAS: Readonly<Record<keyof TypeOfKind, object>> = {
  capture: captureSchema,
  contributor: contributorSchema,
  enum: enumSchema,
  flavor: flavorSchema,
  flow: flowSchema,
  glossary: glossarySchema,
  guide: guideSchema,
  ledger: ledgerSchema,
  machine: machineSchema,
  node: nodeSchema,
  part: partSchema,
  spec: specSchema,
  stanza: stanzaSchema,
  technique: techniqueSchema,
  tombstones: tombstonesSchema,
  type: typeSchema,
};
