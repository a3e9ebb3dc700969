import type { Kind } from '../../../lib/schema/kinds.ts';

/** The page or the folder of pages of each kind. undefined: nothing to link to, the name shows as text. */
export const PAGES_OF_KINDS: Readonly<Record<Kind, string | undefined>> = {
  spec: '',
  stanza: 'stanzas/',
  enum: 'enums/',
  flow: 'flows/',
  technique: 'techniques/',
  flavor: 'flavors/',
  contributor: 'contributors/',
  capture: 'captures/',
  glossary: 'glossary/',
  ledger: 'stanzas/',
  tombstones: undefined,
};
