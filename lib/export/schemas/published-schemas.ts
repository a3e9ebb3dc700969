import { KIND_NAMES, KINDS } from '../../schema/kinds.ts';
import { COMMON_SCHEMA } from '../../schema/schemas.generated.ts';
import { jsonText } from '../../text/json-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { Addresses } from '../json/addresses.ts';
import { TWIN_SCHEMAS } from './twin-schemas.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The schemas as they are published, under schema/: those of the YAML as they are, with what they share, and
 * those of the exported JSON. Each has its own address as its id, so that references lead to the others.
 */
export function* publishedSchemas(addresses: Addresses): Generator<PublishedFile> {
  const file = (name: string, schema: object): PublishedFile => {
    const path = `schema/${name}.schema.json`;
    return { path, text: jsonText({ $schema: DRAFT, ...schema, $id: addresses.of(path) }) };
  };
  yield file('common', COMMON_SCHEMA);
  for (const kind of KIND_NAMES) yield file(kind, KINDS[kind].schema);
  for (const [name, schema] of Object.entries(TWIN_SCHEMAS)) yield file(name, { $id: '', ...schema });
}
