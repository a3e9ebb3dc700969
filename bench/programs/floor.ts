import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { validatorOf } from '../../lib/schema/create-ajv.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../lib/schema/kinds.ts';

const yamlFiles = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();

function parseAll(root: string): { file: string; data: unknown }[] {
  return yamlFiles(root).map((file) => ({ file, data: parse(readFileSync(join(root, file), 'utf8')) }));
}

function kindOf(file: string): Kind | undefined {
  return KIND_NAMES.find((kind) => {
    const { at } = KINDS[kind];
    return 'folders' in at ? at.folders.includes(dirname(file)) : file === at.file;
  });
}

function ajv(root: string): number {
  const parsed = parseAll(root).flatMap(({ file, data }) => {
    const kind = kindOf(file);
    return kind === undefined ? [] : [{ kind, data }];
  });
  for (const kind of KIND_NAMES) validatorOf(kind);
  const start = performance.now();
  for (const { kind, data } of parsed) {
    if (!validatorOf(kind)(data)) throw new Error(`a generated ${kind} breaks its schema`);
  }
  return performance.now() - start;
}

function writeSame(from: string, to: string): void {
  const folders = new Set<string>();
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, Buffer.alloc(statSync(source).size, 'x'));
  }
}

/**
 * Does what a command cannot do without, and nothing else:
 * - `parse FOLDER …` reads the YAML files of folders and parses them with `yaml`, on one thread
 * - `ajv FOLDER` does the same, then validates them against their schemas; prints the milliseconds of that part alone
 * - `write FROM TO` writes files of the same names and sizes as those of a folder
 */
export function floor(what: string, ...folders: readonly string[]): void {
  const [first = '', second = ''] = folders;
  switch (what) {
    case 'parse':
      for (const root of folders) parseAll(root);
      break;
    case 'ajv':
      process.stdout.write(`${ajv(first)}\n`);
      break;
    case 'write':
      writeSame(first, second);
      break;
    default:
      throw new Error(`no floor ${what}`);
  }
}

if (import.meta.main) floor(process.argv[2] ?? '', ...process.argv.slice(3));
