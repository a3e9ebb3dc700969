import { readdir, readFile } from 'node:fs/promises';
import { definitionKinds } from './definition-kinds.ts';

const BANNER =
  '// Generated from spec/schema/ by `npm run generate`. Do not edit: change the schema and run it again.\n';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** A schema for mappings whose keys are data. */
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
}

/**
 * The TypeScript types of all schemas in a folder, as the text of one module: one read-only type for each schema and
 * each of its definitions, named by its title, with the descriptions as comments. (General generators make a numbered
 * copy of a type for each reference that has a description.)
 * @param folder URL of a folder of *.schema.json files
 * @throws if a reference cannot be resolved or a definition has no title
 */
export async function typesSource(folder: URL): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json')).sort();
  const files = new Map<string, Schema>();
  for (const name of names) files.set(name, JSON.parse(await readFile(new URL(name, folder), 'utf8')));

  const declarations: string[] = [];
  for (const [file, schema] of files) {
    const title = (ref: string): string => titleOf(ref, file, files);
    const own = schema.type === undefined ? [] : [schema];
    for (const one of [...own, ...Object.values(schema.$defs ?? {})])
      declarations.push(declaration(one, file, title));
  }
  const kinds = await definitionKinds(folder);
  declarations.push(
    [
      '/** The type of a definition of each kind. */',
      'export interface TypeOfKind {',
      ...kinds.map(({ kind, title }) => `  readonly ${kind}: ${title};`),
      '}\n',
    ].join('\n'),
  );
  return [BANNER, ...declarations].join('\n');
}

type TitleOf = (ref: string) => string;

function declaration(schema: Schema, file: string, title: TitleOf): string {
  const name = schema.title;
  if (name === undefined) throw new Error(`${file}: a definition has no title`);
  const head = comment(schema.description, '');
  return schema.properties === undefined
    ? `${head}export type ${name} = ${typeOf(schema, title, '')};\n`
    : `${head}export interface ${name} ${typeOf(schema, title, '')}\n`;
}

function typeOf(schema: Schema, title: TitleOf, indent: string): string {
  if (schema.$ref !== undefined) return title(schema.$ref);
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => typeOf(one, title, indent)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => `'${value}'`).join(' | ');
  if (schema.items !== undefined) {
    const item = typeOf(schema.items, title, indent);
    return `readonly ${/^[\w.]+$/.test(item) ? item : `(${item})`}[]`;
  }
  if (schema.properties !== undefined) {
    const inner = `${indent}  `;
    const rows = Object.entries(schema.properties).map(([key, value]) => {
      const optional = schema.required?.includes(key) ? '' : '?';
      return `${comment(value.description, inner)}${inner}readonly ${key}${optional}: ${typeOf(value, title, inner)};\n`;
    });
    return `{\n${rows.join('')}${indent}}`;
  }
  if (typeof schema.additionalProperties === 'object') {
    return `Readonly<Record<string, ${typeOf(schema.additionalProperties, title, indent)}>>`;
  }
  return schema.type === 'integer' ? 'number' : (schema.type ?? 'unknown');
}

const comment = (text: string | undefined, indent: string): string =>
  text === undefined ? '' : `${indent}/** ${text.replaceAll('*/', '* /')} */\n`;

function titleOf(ref: string, file: string, files: ReadonlyMap<string, Schema>): string {
  const [target = '', pointer = ''] = ref.split('#');
  const schema = files.get(target === '' ? file : target);
  const title = schema?.$defs?.[pointer.replace('/$defs/', '')]?.title;
  if (title === undefined) throw new Error(`${file}: ${ref} does not exist, or has no title`);
  return title;
}
