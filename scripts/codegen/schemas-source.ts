import { definitionKinds } from './definition-kinds.ts';

const BANNER =
  '// Generated from spec/schema/ by `npm run generate`. Do not edit: add a schema and run it again.\n';

/**
 * A module that imports the schemas of a folder: what they share, and one for each kind of definition, by its name.
 * @param folder URL of a folder of *.schema.json files
 * @param path how the module imports that folder
 */
export async function schemasSource(folder: URL, path: string): Promise<string> {
  const kinds = (await definitionKinds(folder)).map(({ kind }) => kind);
  const imports = [['common', 'common'] as const, ...kinds.map((kind) => [kind, `${kind}Schema`] as const)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, name]) => `import ${name} from '${path}${file}.schema.json' with { type: 'json' };`);
  return `${[
    BANNER,
    ...imports,
    "import type { TypeOfKind } from './types.generated.ts';",
    '',
    '/** What the other schemas refer to. */',
    'export const COMMON_SCHEMA: object = common;',
    '',
    '/** The schema of each kind of definition. */',
    'export const SCHEMAS: Readonly<Record<keyof TypeOfKind, object>> = {',
    ...kinds.map((kind) => `  ${kind}: ${kind}Schema,`),
    '};',
  ].join('\n')}\n`;
}
