import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { addressesOf } from '../../../lib/export/json/addresses.ts';
import { type DataExample, dataExamples } from '../../../lib/export/twins/data-examples.ts';
import { dataFiles } from '../../../lib/export/twins/data-files.ts';
import { KIND_NAMES } from '../../../lib/schema/kinds.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** Everything on the page about the data. */
export interface DataPage {
  readonly files: readonly { readonly path: Ref; readonly holds: string; readonly schema: Ref | undefined }[];
  /** The schemas of the YAML. */
  readonly schemas: readonly Ref[];
  /** How a program uses the types of the package. */
  readonly clientExample: string;
  readonly examples: readonly (DataExample & { readonly anchor: string })[];
}

/** The page about the data: what each file contains, and how to read it. */
export function dataPage(publication: Publication, links: Links): DataPage {
  const schema = (name: string): Ref => ({ text: name, href: links.page(`schema/${name}.schema.json`) });
  return {
    // A path with a placeholder is no link.
    files: dataFiles(publication.corpus).map(({ path, holds, schema: name }) => ({
      path: { text: path, href: path.includes('<') ? undefined : links.page(path) },
      holds,
      schema: name === undefined ? undefined : schema(name),
    })),
    schemas: KIND_NAMES.map(schema),
    clientExample: clientExample(publication),
    examples: dataExamples(addressesOf(publication)).map((one) => ({
      ...one,
      anchor: `~${one.title.toLowerCase().replaceAll(' ', '-')}`,
    })),
  };
}

// An example with the first stanza, so that it compiles with any spec.
function clientExample({ corpus }: Publication): string {
  const [id = 'ping'] = corpus.definitions.stanza.keys();
  return [
    "import corpus from 'stanza-catalog/corpus.json' with { type: 'json' };",
    "import type { Stanzas } from 'stanza-catalog/types';",
    '',
    `type Trusted = Stanzas<'probable'>['${id}'];`,
    'const attributes = (stanza: Trusted) => stanza.attributes;',
    'console.log(corpus.version, corpus.facts.length);',
  ].join('\n');
}
