import type { FilePort, FolderEntry } from './file-port.ts';

/**
 * Files in memory, for tests, bundles and the browser.
 * @param contents the text or bytes of each file by its path, such as `stanzas/call-offer.yaml`
 */
export function memoryFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
  name = 'spec',
): FilePort {
  const files = new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    name,
    list(folder) {
      const prefix = folder === '' ? '' : `${folder}/`;
      const entries = new Map<string, FolderEntry>();
      for (const [path, bytes] of files) {
        if (!path.startsWith(prefix)) continue;
        const [first = '', ...rest] = path.slice(prefix.length).split('/');
        entries.set(
          first,
          rest.length > 0
            ? { name: first, type: 'folder', size: 0 }
            : { name: first, type: 'file', size: bytes.length },
        );
      }
      return entries.size === 0 && folder !== '' ? undefined : [...entries.values()];
    },
    read(path) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error(`no file ${path}`);
      return bytes;
    },
  };
}
