import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { codeOf } from '../helpers/code-of.ts';

const FILES = globSync(['{lib,site,scripts,test,bench}/**/*.{ts,astro,mjs}', '*.mjs'], { cwd: PROJECT_ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const inHouse = (file: string): boolean => /^(?:lib|site|scripts)\//.test(file);

/** Whatever a module exports, as in `import * as`. */
const ALL = '*';

interface Names {
  readonly exported: ReadonlySet<string>;
  /** Types that another export of the file names: who imports that gets them with it. */
  readonly shown: ReadonlySet<string>;
  /** Names that are read in the file itself, beyond where they are declared and exported. */
  readonly read: ReadonlySet<string>;
  readonly imported: readonly { readonly from: string; readonly name: string }[];
  /** Whether the file does something of its own when it is a program or a thread. */
  readonly runs: boolean;
}

function namesOf(file: string): Names {
  const code = codeOf(file, readFileSync(join(PROJECT_ROOT, file), 'utf8'));
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const exported = new Set<string>();
  const shown = new Set<string>();
  const read = new Set<string>();
  const imported: { from: string; name: string }[] = [];
  const visit = (node: ts.Node): void => {
    const names = exportsOf(node);
    for (const name of names) exported.add(name);
    if (names.length > 0) for (const type of typesIn(node)) if (!names.includes(type)) shown.add(type);
    imported.push(...importsOf(node));
    if (ts.isIdentifier(node) && !isName(node)) read.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return {
    exported,
    shown,
    read,
    imported,
    runs: read.has('parentPort') || /\bimport\.meta\.main\b/.test(code),
  };
}

/** What a statement exports, by the names that others import. */
function exportsOf(node: ts.Node): string[] {
  if (ts.isExportDeclaration(node)) {
    const { exportClause } = node;
    return exportClause !== undefined && ts.isNamedExports(exportClause)
      ? exportClause.elements.map(({ name }) => name.text)
      : [];
  }
  if (ts.isExportAssignment(node)) return ['default'];
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  const has = (kind: ts.SyntaxKind): boolean => modifiers.some((one) => one.kind === kind);
  if (!has(ts.SyntaxKind.ExportKeyword)) return [];
  if (has(ts.SyntaxKind.DefaultKeyword)) return ['default'];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => bound(name));
  const { name } = node as ts.Node & { readonly name?: ts.Node };
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

const bound = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : bound(one.name)));

/** What a statement or an expression imports. A re-export imports what it exports again. */
function importsOf(node: ts.Node): { from: string; name: string }[] {
  const from = (specifier: ts.Node | undefined, ...names: readonly string[]) =>
    specifier !== undefined && ts.isStringLiteralLike(specifier)
      ? names.map((name) => ({ from: specifier.text, name }))
      : [];
  if (ts.isImportDeclaration(node)) {
    const { name, namedBindings: bindings } = node.importClause ?? {};
    const named =
      bindings === undefined ? [] : ts.isNamedImports(bindings) ? bindings.elements.map(originalName) : [ALL];
    return from(node.moduleSpecifier, ...(name === undefined ? [] : ['default']), ...named);
  }
  if (ts.isExportDeclaration(node)) {
    const { exportClause: clause } = node;
    const named = clause !== undefined && ts.isNamedExports(clause);
    return from(node.moduleSpecifier, ...(named ? clause.elements.map(originalName) : [ALL]));
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const name = node.qualifier !== undefined && ts.isIdentifier(node.qualifier) ? node.qualifier.text : ALL;
    return from(node.argument.literal, name);
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return from(node.arguments[0], ALL);
  return [];
}

/** The types that a declaration names. */
function typesIn(declaration: ts.Node): string[] {
  const types: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : undefined;
    if (name !== undefined && ts.isIdentifier(name)) types.push(name.text);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return types;
}

const originalName = ({ name, propertyName }: ts.ImportSpecifier | ts.ExportSpecifier): string =>
  (propertyName ?? name).text;

/** Whether an identifier names what its parent declares, or a property, rather than reads a name. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isExportSpecifier(parent)) return parent.parent.parent.moduleSpecifier !== undefined;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) return isRight(parent, node);
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  return (parent as ts.Node & { readonly name?: ts.Node }).name === node;
}

const isRight = (parent: ts.PropertyAccessExpression | ts.QualifiedName, node: ts.Node): boolean =>
  (ts.isQualifiedName(parent) ? parent.right : parent.name) === node;

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(PROJECT_ROOT, 'tsconfig.json'), ts.sys.readFile).config,
  { ...ts.sys, readDirectory: () => [] },
  PROJECT_ROOT,
);

function resolved(from: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const { resolvedModule } = ts.resolveModuleName(name, join(PROJECT_ROOT, from), options, ts.sys);
  return resolvedModule && relative(PROJECT_ROOT, resolvedModule.resolvedFileName).replaceAll('\\', '/');
}

/** Files whose exports are for somebody outside: who installs the package, Astro, the compiler. */
function isEntry(file: string): boolean {
  return ENTRIES.has(file) || file.startsWith('site/pages/') || /\.(?:astro|d\.ts)$/.test(file);
}

const ENTRIES: ReadonlySet<string> = new Set(
  readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')
    .match(/(?<="\.\/dist-package\/)[^"]+(?=\.js")/g)
    ?.map((file) => `${file}.ts`),
);

/** A program, a thread or a script of a page is the function that its file is named after: the file itself calls it. */
const isProgram = (file: string, name: string, { runs }: Names): boolean =>
  (runs || file.startsWith('site/scripts/')) &&
  name.toLowerCase() === basename(file, '.ts').replaceAll('-', '');

/** What only tests call, since commands do its two steps apart: a test that does both at once shows what a build is. */
const FOR_TESTS: ReadonlySet<string> = new Set(['site/integration/build/build-site.ts buildSite']);

interface Unused {
  readonly nobody: string[];
  readonly testsOnly: string[];
}

/** The exports of some files without imports, and those that only tests import and their own file does not use. */
function unusedExports(files: ReadonlyMap<string, Names>): Unused {
  const users = new Map<string, { house: boolean }>();
  for (const [file, { imported }] of files) {
    for (const { from, name } of imported) {
      const target = resolved(file, from);
      if (target === undefined) continue;
      const key = `${target} ${name}`;
      users.set(key, { house: inHouse(file) || users.get(key)?.house === true });
    }
  }
  const nobody: string[] = [];
  const testsOnly: string[] = [];
  for (const [file, names] of files) {
    const { exported, shown, read } = names;
    if (!inHouse(file) || isEntry(file)) continue;
    for (const name of exported) {
      const by = [users.get(`${file} ${name}`), users.get(`${file} ${ALL}`)].filter(
        (one) => one !== undefined,
      );
      if (isProgram(file, name, names) || shown.has(name) || by.some(({ house }) => house)) continue;
      if (by.length === 0) nobody.push(`${file} ${name}`);
      else if (!read.has(name)) testsOnly.push(`${file} ${name}`);
    }
  }
  return { nobody, testsOnly };
}

describe('exports', () => {
  const { nobody, testsOnly } = unusedExports(new Map(FILES.map((file) => [file, namesOf(file)])));

  it('are imported somewhere', () => assert.deepEqual(nobody, []));

  it('do not exist for tests alone', () => assert.deepEqual(testsOnly, [...FOR_TESTS]));
});
