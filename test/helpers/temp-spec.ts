import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A stanza that is valid on its own, as the text of stanzas/<id>.yaml. */
export function minimalStanza(id: string, more = ''): string {
  return `id: ${id}
tag: ping
display_name: ${id}
category: signaling
direction: [outgoing]
status: draft
spec_version: '1.0.0'
summary: A stanza for tests.
${more}`;
}

/**
 * A folder with the given files, deleted after the test.
 * @param files the text of each file by its path inside the folder
 * @returns the absolute path of the folder
 */
export async function tempFolder(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'stanza-catalog-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}
