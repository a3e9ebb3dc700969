import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { PackedDefinition } from '../../corpus/ports/packed-definition.ts';

/** A cache of packed definitions, by a digest of what they were made from. */
export interface DefinitionCache {
  get(key: string): PackedDefinition | undefined;
  /**
   * Adds definitions for the next run. If the cache cannot be written, the next run parses them again.
   * @param live the keys of all that were used in this run; others may be dropped
   */
  keep(fresh: ReadonlyMap<string, PackedDefinition>, live: ReadonlySet<string>): void;
}

/** Unused caches are removed after this time; those of the same spec and older code at once. */
const FORGET_AFTER = 7 * 24 * 60 * 60 * 1000;

/**
 * Opens a cache: a file with a line per definition. Lines are only appended; a torn or damaged one is skipped.
 * @param spec identifies the spec
 * @param code what the packs depend on besides their keys
 */
export function openDefinitionCache(folder: string, spec: string, code: string): DefinitionCache {
  const path = join(folder, `definitions-${spec}-${code}.jsonl`);
  const { lines, size } = readLines(path);
  return {
    get(key) {
      const line = lines.get(key);
      if (line === undefined) return undefined;
      const json = line.json();
      return crc32(json).toString(16) === line.sum ? json : undefined;
    },
    keep(fresh, live) {
      if (fresh.size === 0) return;
      const text = [...fresh].map(([key, json]) => `${key} ${crc32(json).toString(16)} ${json}\n`).join('');
      try {
        mkdirSync(folder, { recursive: true });
        const stale = [...lines.keys()].filter((key) => !live.has(key)).length;
        if (size !== undefined && stale < live.size) return appendFileSync(path, `\n${text}`);
        const kept = [...live].flatMap((key) => {
          const json = fresh.has(key) ? undefined : this.get(key);
          return json === undefined ? [] : [`${key} ${crc32(json).toString(16)} ${json}\n`];
        });
        const beside = `${path}.${process.pid}.tmp`;
        writeFileSync(beside, kept.join('') + text);
        renameSync(beside, path);
        forgetOthers(folder, `definitions-${spec}-`, path);
      } catch {
        // The disk is full or read-only: this run has what it needs.
      }
    },
  };
}

interface Line {
  readonly sum: string;
  readonly json: () => PackedDefinition;
}

function readLines(path: string): { lines: ReadonlyMap<string, Line>; size: number | undefined } {
  const lines = new Map<string, Line>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return { lines, size: undefined };
  }
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found;
    const first = bytes.indexOf(32, start);
    const second = bytes.indexOf(32, first + 1);
    if (first > start && second > first && second < end) {
      lines.set(bytes.toString('latin1', start, first), {
        sum: bytes.toString('latin1', first + 1, second),
        json: () => bytes.toString('utf8', second + 1, end),
      });
    }
    start = end + 1;
  }
  return { lines, size: bytes.length };
}

function forgetOthers(folder: string, same: string, mine: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!name.startsWith('definitions-') || path === mine) continue;
    if (name.startsWith(same) || Date.now() - statSync(path).mtimeMs > FORGET_AFTER)
      rmSync(path, { force: true });
  }
}
