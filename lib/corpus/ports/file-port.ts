/** An entry of a folder. 'outside': a link that leads out of the spec folder; 'dangling': one that leads nowhere. */
export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'outside' | 'dangling' | 'other';
  /** Bytes of a file; 0 for everything else. */
  readonly size: number;
}

/**
 * The only way in which the library reads files. Paths are relative to the spec folder, with `/` between their
 * parts; the empty path is the spec folder itself.
 */
export interface FilePort {
  /** The name of the spec folder in findings, such as `spec`; '' for none. */
  readonly name: string;
  /** The entries of a folder in any order; undefined if there is no such folder. */
  list(folder: string): readonly FolderEntry[] | undefined;
  /** The bytes of a file. @throws when it cannot be read */
  read(path: string): Uint8Array;
}
