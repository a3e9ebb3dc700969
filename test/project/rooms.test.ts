import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { codeOf } from '../helpers/code-of.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The layers of the house, and which of them each may import. The longest name that fits a file is its layer. */
const LAYERS = {
  spec: [],
  lib: ['spec', 'lib'],
  'lib/node': ['spec', 'lib', 'lib/node'],
  site: ['lib', 'site'],
  'site/integration': ['lib', 'lib/node', 'site/integration'],
  scripts: ['lib', 'lib/node', 'site/integration', 'scripts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Layer = keyof typeof LAYERS;
const LAYER_NAMES = (Object.keys(LAYERS) as Layer[]).sort((a, b) => b.length - a.length);

/** Single files outside of the layers, and who reads them. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'package.json': 'scripts/cli/package-version.ts',
  'CONTRIBUTING.md': 'site/pages/contribute.astro',
};

/** Layers that may use Node. */
const ON_NODE: ReadonlySet<Layer> = new Set(['lib/node', 'site/integration', 'scripts']);

const MOST = 12;
/** Folders in which all files are of one kind. They may grow. */
const LISTS: ReadonlySet<string> = new Set([
  'lib/capture/forms',
  'lib/findings/codes',
  'lib/rules',
  'scripts',
  'site/components',
  'site/pages',
  'test/cases',
  'test/project',
  'test/schema',
  'test/scripts',
]);

interface Import {
  /** The file that is imported, from the root; undefined for a package. */
  readonly file: string | undefined;
  readonly name: string;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)).replaceAll('\\', '/'))
    .sort();
}

const FILES = ['lib', 'site', 'scripts'].flatMap(filesIn);
const SOURCES = FILES.filter((file) => /\.(?:ts|astro|mjs|cjs)$/.test(file));
const folderOf = (file: string): string => dirname(file);

function layerOf(file: string): Layer | undefined {
  return LAYER_NAMES.find((layer) => file.startsWith(`${layer}/`));
}

const configPath = join(ROOT, 'tsconfig.json');
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(configPath, ts.sys.readFile).config,
  { ...ts.sys, readDirectory: () => [] },
  ROOT,
);

/** Every module that a file imports or exports again, by import(), or in a type. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(
    file,
    codeOf(file, readFileSync(join(ROOT, file), 'utf8')),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TS,
  );
  const names: string[] = [];
  const add = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) names.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names.map((name) => ({ name, file: resolved(file, name) }));
}

function resolved(from: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const { resolvedModule } = ts.resolveModuleName(name, join(ROOT, from), options, ts.sys);
  // A component, a style or a text is no module for the compiler.
  const path = resolvedModule?.resolvedFileName ?? join(ROOT, dirname(from), name.replace(/\?\w+$/, ''));
  return relative(ROOT, path).replaceAll('\\', '/');
}

const IMPORTS = new Map(SOURCES.map((file) => [file, importsOf(file)]));
const ARROWS = new Map(
  [...IMPORTS].map(([file, list]) => [
    file,
    list.flatMap((one) => (one.file === undefined ? [] : [one.file])),
  ]),
);

/** The circles of a graph: each as its members, in order (Tarjan). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    index.set(node, index.size);
    let lowest = index.size - 1;
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, index.get(next) ?? 0);
    }
    low.set(node, lowest);
    if (lowest === index.get(node)) {
      const circle = open.splice(open.indexOf(node));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest;
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** The arrows between groups of files, such as folders. */
function arrowsBetween(groupOf: (file: string) => string): Map<string, string[]> {
  const arrows = new Map<string, string[]>();
  for (const [file, targets] of ARROWS) {
    const group = groupOf(file);
    const others = targets.map(groupOf).filter((other) => other !== group);
    arrows.set(group, [...(arrows.get(group) ?? []), ...others]);
  }
  return arrows;
}

describe('the rooms', () => {
  it('import only what is below them', () => {
    const wrong: string[] = [];
    for (const [file, targets] of ARROWS) {
      const layer = layerOf(file);
      assert.ok(layer !== undefined, `${file} stands in no room of the house`);
      for (const target of targets) {
        const below = layerOf(target);
        const allowed =
          below === undefined
            ? OUTSIDE[target] === file
            : (LAYERS[layer] as readonly Layer[]).includes(below);
        if (!allowed)
          wrong.push(`${file} imports ${target}; ${layer} may import ${LAYERS[layer].join(', ')}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('have no import cycle between files', () => {
    assert.deepEqual(circles(ARROWS), []);
  });

  it('have no import cycle between folders', () => {
    assert.deepEqual(circles(arrowsBetween(folderOf)), []);
  });

  it('have no cycle within lib: a room with all its folders is above another, or below it', () => {
    const roomOf = (file: string): string => file.split('/').slice(0, 2).join('/');
    const inLib = [...arrowsBetween(roomOf)].filter(([room]) => room.startsWith('lib/'));
    assert.deepEqual(circles(new Map(inLib)), []);
  });

  it('use Node only where files and processes are needed', () => {
    const wrong = [...IMPORTS].flatMap(([file, list]) => {
      const layer = layerOf(file);
      return layer !== undefined && ON_NODE.has(layer)
        ? []
        : list.filter(({ name }) => name.startsWith('node:')).map(({ name }) => `${file} imports ${name}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('look for leaks without the sanitizer, so that one finds the bugs of the other', () => {
    const reached = (start: string): Set<string> => {
      const seen = new Set<string>();
      const queue = SOURCES.filter((file) => file.startsWith(start));
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(...(ARROWS.get(next) ?? []));
      }
      return seen;
    };
    const inRoom = (files: Set<string>, room: string): string[] =>
      [...files].filter((file) => file.startsWith(room));
    assert.deepEqual(inRoom(reached('lib/capture/leaks/'), 'lib/capture/sanitize/'), []);
    assert.deepEqual(inRoom(reached('lib/capture/sanitize/'), 'lib/capture/leaks/'), []);
  });

  it(`have at most ${MOST} files, unless all of them are of one kind`, () => {
    const sizes = new Map<string, number>();
    const code = [
      ...FILES,
      ...['bench', 'test'].flatMap(filesIn).filter((file) => !/\/fixtures\//.test(file)),
    ];
    for (const file of code) sizes.set(folderOf(file), (sizes.get(folderOf(file)) ?? 0) + 1);
    const large = [...sizes].filter(([folder, size]) => size > MOST && !LISTS.has(folder));
    assert.deepEqual(large, []);
  });

  it('are named after their content', () => {
    const vague = FILES.filter((file) => /(?:^|\/)(?:shared|utils?|helpers?|common|misc)\//.test(file));
    assert.deepEqual(vague, []);
  });

  describe('in the picture of docs/architecture.svg', () => {
    const picture = readFileSync(join(ROOT, 'docs/architecture.svg'), 'utf8');
    const drawn = (attribute: string): string[] =>
      [...picture.matchAll(new RegExp(`${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '').sort();
    const foldersIn = (room: string): string[] =>
      readdirSync(join(ROOT, room), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${room}/${name}`);

    it('are complete', () => {
      const rooms = ['lib', 'lib/capture', 'lib/node', 'site', 'site/integration', 'scripts'];
      // Which folders a spec has is a matter of the data.
      const expected = new Set([...LAYER_NAMES, ...rooms.flatMap(foldersIn), 'spec/schema']);
      assert.deepEqual(drawn('data-room'), [...expected].sort());
    });

    it('have the same imports as the code', () => {
      const made = new Set<string>();
      for (const [file, targets] of ARROWS) {
        for (const target of targets) {
          const [from, to] = [layerOf(file), layerOf(target)];
          if (from !== to && to !== undefined) made.add(`${from} > ${to}`);
        }
      }
      assert.deepEqual(drawn('data-arrow'), [...made].sort());
    });
  });
});
