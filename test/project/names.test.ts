import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAX_FILE = 300;
const MAX_FUNCTION = 80;

/** Tables of data, one row after another: nobody reads them from top to bottom, and parts would have no subject. */
const TABLES = [/^test\/cases\/[^/]+\.ts$/, /^test\/site\/hostile-payloads\.ts$/];

const CODE = ['lib', 'site', 'scripts', 'bench'];

/** The files of some folders, by default those of the code, whose names match, with their text. */
const filesNamed = (pattern: RegExp, folders = CODE): { readonly file: string; readonly text: string }[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter(({ name }) => pattern.test(name))
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return { file: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') };
      }),
  );

const SOURCES = filesNamed(/(?<!\.d|\.generated)\.ts$/).map(({ file, text }) => ({
  file,
  text,
  source: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
}));

/** The names that a file exports. */
function exportsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement): string[] => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      return clause !== undefined && ts.isNamedExports(clause)
        ? clause.elements.map(({ name }) => name.text)
        : [];
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    }
    return 'name' in statement ? [(statement.name as ts.Identifier).text] : [];
  });
}

// A constant in upper case has the same name: MAX_INPUT in max-input.ts.
const plain = (name: string): string => name.replace(/[-_]/g, '').toLowerCase();

test('a file exports something of its own name', () => {
  const named = SOURCES.filter(
    ({ file }) => !file.startsWith('site/pages/') && !/(?:^|\/)index\.ts$/.test(file),
  );
  const wrong = named.filter(({ file, source }) => {
    const own = plain(basename(file, '.ts'));
    return !exportsOf(source).some((one) => plain(one) === own);
  });
  assert.deepEqual(
    wrong.map(({ file }) => file),
    [],
  );
});

test(`no file has more than ${MAX_FILE} lines`, () => {
  const styles = filesNamed(/\.css$/);
  assert.ok(styles.length > 0);
  const tests = filesNamed(/\.(?:ts|mjs|cjs)$/, ['test']).filter(
    ({ file }) => !TABLES.some((one) => one.test(file)),
  );
  assert.ok(tests.length > 0);
  const long = [...SOURCES, ...styles, ...tests].filter(({ text }) => text.split('\n').length - 1 > MAX_FILE);
  assert.deepEqual(
    long.map(({ file }) => file),
    [],
  );
});

test(`no function has more than ${MAX_FUNCTION} lines`, () => {
  const long: string[] = [];
  for (const { file, source } of SOURCES) {
    const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
        const first = lineOf(node.getStart(source));
        if (lineOf(node.end) - first + 1 > MAX_FUNCTION) long.push(`${file}:${first + 1}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  assert.deepEqual(long, []);
});
