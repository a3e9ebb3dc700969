import type { FilePort } from './file-port.ts';

/**
 * Files with some replaced or added in memory: the folder as it will be after a change.
 * @param changes the text of each file by its path inside the spec, such as `captures/a.yaml`
 */
export function overlayFiles(base: FilePort, changes: ReadonlyMap<string, string>): FilePort {
  const encoded = new Map([...changes].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  return {
    name: base.name,
    list(folder) {
      const entries = new Map((base.list(folder) ?? []).map((entry) => [entry.name, entry]));
      const prefix = folder === '' ? '' : `${folder}/`;
      for (const [path, bytes] of encoded) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', ...rest] = path.slice(prefix.length).split('/');
        if (rest.length === 0) entries.set(name, { name, type: 'file', size: bytes.length });
        else if (!entries.has(name)) entries.set(name, { name, type: 'folder', size: 0 });
      }
      return entries.size === 0 ? base.list(folder) : [...entries.values()];
    },
    read: (path) => encoded.get(path) ?? base.read(path),
  };
}
