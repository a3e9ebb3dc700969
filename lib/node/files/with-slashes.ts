import { sep } from 'node:path';

/** A path with `/`, as it is shown and as paths inside a spec or a repository are, on every system. */
export const withSlashes = (path: string, separator: string = sep): string => path.split(separator).join('/');
