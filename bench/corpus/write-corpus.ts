import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CorpusShape } from './corpus-shape.ts';
import { generateCorpus } from './generate-corpus.ts';

export interface WrittenCorpus {
  /** The YAML files, by their paths inside the folder. */
  readonly files: readonly string[];
  readonly bytes: number;
  readonly lines: number;
}

/** Writes a generated spec into a folder. */
export async function writeCorpus(root: string, shape: CorpusShape): Promise<WrittenCorpus> {
  const files: string[] = [];
  let bytes = 0;
  let lines = 0;
  for (const { path, text } of generateCorpus(shape)) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    files.push(path);
    bytes += Buffer.byteLength(text);
    lines += text.split('\n').length - 1;
  }
  return { files, bytes, lines };
}
