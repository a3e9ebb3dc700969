import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TypeOfKind } from '../../../lib/schema/kinds.ts';
import type {
  Attribute,
  Child,
  Confidence,
  Occurrence,
  Stanza,
} from '../../../lib/schema/types.generated.ts';
import { schemasSource } from '../../../scripts/codegen/schemas-source.ts';
import { typesSource } from '../../../scripts/codegen/types-source.ts';
import { tempFolder } from '../../helpers/temp-spec.ts';

const SCHEMAS = new URL('../../../spec/schema/', import.meta.url);

test('the generated files are what the schemas give', async () => {
  const present = (name: string): Promise<string> =>
    readFile(new URL(`../../../lib/schema/${name}`, import.meta.url), 'utf8');
  assert.equal(await present('types.generated.ts'), await typesSource(SCHEMAS), 'Run: npm run generate');
  const imports = await schemasSource(SCHEMAS, '../../spec/schema/');
  assert.equal(await present('schemas.generated.ts'), imports, 'Run: npm run generate');
});

// Held by the compiler: `npm run types` fails where one of these is not as it is said here.
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T | undefined => undefined;

test('the generated types say what the schemas say', () => {
  holds<Equal<Confidence, 'confirmed' | 'probable' | 'speculative' | 'unknown'>>();
  holds<Equal<Occurrence, '1' | '0..1' | '0..n' | '1..n'>>();
  holds<Equal<Stanza['category'], 'signaling' | 'keying' | 'media' | 'transport'>>();
  holds<Equal<Stanza['direction'], readonly ('outgoing' | 'incoming' | 'bidirectional')[]>>();
  holds<Equal<Attribute['required'], boolean | undefined>>();
  holds<Equal<Child['children'], readonly Child[] | undefined>>();
  holds<Equal<TypeOfKind['capture']['sanitized'], true>>();
  holds<Equal<TypeOfKind['stanza'], Stanza>>();

  const attribute: Attribute = { name: 'a', type: 'int', confidence: 'probable', description: 'A.' };
  // @ts-expect-error definitions are read-only
  const write = (): string => (attribute.name = 'b');
  // @ts-expect-error a required key is missing
  const missing: Attribute = { name: 'a', type: 'int', confidence: 'probable' };
  // @ts-expect-error no key that the schema does not know
  const unknown: Attribute = { ...attribute, zzz: 1 };
  // @ts-expect-error no word outside the closed set
  const word: Confidence = 'certain';
  // @ts-expect-error absent is not undefined
  const absent: Attribute = { ...attribute, required: undefined };
  assert.equal([write, missing, unknown, word, absent].length, 5);
});

describe('typesSource', () => {
  const typesOf = async (t: TestContext, schemas: Readonly<Record<string, object>>): Promise<string> => {
    const files = Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      JSON.stringify(schema),
    ]);
    return typesSource(pathToFileURL(`${await tempFolder(t, Object.fromEntries(files))}/`));
  };

  test('a type for each schema and definition', async (t) => {
    const source = await typesOf(t, {
      b: {
        title: 'B',
        description: 'Has a */ in it.',
        type: 'object',
        required: ['one'],
        properties: {
          one: { $ref: 'a.schema.json#/$defs/word', description: 'First.' },
          two: { type: 'array', items: { anyOf: [{ type: 'integer' }, { $ref: '#/$defs/inner' }] } },
          three: { type: 'array', items: { type: 'string' } },
          four: { type: 'boolean', const: true },
        },
        $defs: {
          inner: { title: 'Inner', type: 'object', required: [], properties: { x: { type: 'boolean' } } },
        },
      },
      a: { $defs: { word: { title: 'Word', type: 'string', enum: ['x', 'y'] } } },
    });
    const [banner = '', ...rest] = source.split('\n');
    assert.match(banner, /^\/\/ Generated .* Do not edit/);
    assert.equal(
      rest.join('\n').trim(),
      [
        "export type Word = 'x' | 'y';",
        '',
        '/** Has a * / in it. */',
        'export interface B {',
        '  /** First. */',
        '  readonly one: Word;',
        '  readonly two?: readonly (number | Inner)[];',
        '  readonly three?: readonly string[];',
        '  readonly four?: true;',
        '}',
        '',
        'export interface Inner {',
        '  readonly x?: boolean;',
        '}',
        '',
        '/** The type of a definition of each kind. */',
        'export interface TypeOfKind {',
        '  readonly b: B;',
        '}',
      ].join('\n'),
    );
  });

  test('throws for an unresolved reference and for a definition without a title', async (t) => {
    const to = ($ref: string) => ({ a: { title: 'A', type: 'array', items: { $ref } } });
    await assert.rejects(typesOf(t, to('#/$defs/zzz')), /a\.schema\.json: #\/\$defs\/zzz does not exist/);
    await assert.rejects(typesOf(t, to('zzz.schema.json#/$defs/a')), /does not exist/);
    await assert.rejects(typesOf(t, { a: { type: 'string' } }), /has no title/);
  });
});
