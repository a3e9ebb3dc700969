import capture from '../../spec/schema/capture.schema.json' with { type: 'json' };
import common from '../../spec/schema/common.schema.json' with { type: 'json' };
import contributor from '../../spec/schema/contributor.schema.json' with { type: 'json' };
import enumeration from '../../spec/schema/enum.schema.json' with { type: 'json' };
import flavor from '../../spec/schema/flavor.schema.json' with { type: 'json' };
import flow from '../../spec/schema/flow.schema.json' with { type: 'json' };
import glossary from '../../spec/schema/glossary.schema.json' with { type: 'json' };
import ledger from '../../spec/schema/ledger.schema.json' with { type: 'json' };
import spec from '../../spec/schema/spec.schema.json' with { type: 'json' };
import stanza from '../../spec/schema/stanza.schema.json' with { type: 'json' };
import technique from '../../spec/schema/technique.schema.json' with { type: 'json' };
import tombstones from '../../spec/schema/tombstones.schema.json' with { type: 'json' };
import type {
  Capture,
  Contributor,
  Enum,
  Flavor,
  Flow,
  Glossary,
  Ledger,
  Spec,
  Stanza,
  Technique,
  Tombstones,
} from './types.generated.ts';

/** What the other schemas refer to. */
export const COMMON_SCHEMA: object = common;

/** The type of a definition of each kind. */
export interface TypeOfKind {
  readonly spec: Spec;
  readonly stanza: Stanza;
  readonly enum: Enum;
  readonly flow: Flow;
  readonly technique: Technique;
  readonly flavor: Flavor;
  readonly contributor: Contributor;
  readonly capture: Capture;
  readonly glossary: Glossary;
  readonly ledger: Ledger;
  readonly tombstones: Tombstones;
}

export type Kind = keyof TypeOfKind;

interface KindEntry {
  readonly schema: object;
  /** Where its definitions stand in a spec: a folder with a file for each, or one file. */
  readonly at: { readonly folder: string } | { readonly file: string };
}

/**
 * The kinds of definitions. A new kind costs an entry here (with its type above), a schema and a page;
 * nothing else lists them.
 */
export const KINDS: Readonly<Record<Kind, KindEntry>> = {
  spec: { schema: spec, at: { file: 'spec.yaml' } },
  stanza: { schema: stanza, at: { folder: 'stanzas' } },
  enum: { schema: enumeration, at: { folder: 'enums' } },
  flow: { schema: flow, at: { folder: 'flows' } },
  technique: { schema: technique, at: { folder: 'techniques' } },
  flavor: { schema: flavor, at: { folder: 'flavors' } },
  contributor: { schema: contributor, at: { folder: 'contributors' } },
  capture: { schema: capture, at: { folder: 'captures' } },
  glossary: { schema: glossary, at: { file: 'glossary.yaml' } },
  ledger: { schema: ledger, at: { file: 'ledger.yaml' } },
  tombstones: { schema: tombstones, at: { file: 'tombstones.yaml' } },
};

export const KIND_NAMES = Object.keys(KINDS) as Kind[];
