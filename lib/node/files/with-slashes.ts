import { sep } from 'node:path';

/** A path of this system as it is shown, and as names inside a spec or a repository are: with `/` on each of them. */
export const withSlashes = (path: string, separator: string = sep): string => path.split(separator).join('/');
