import type { Publication } from '../../corpus/model/publication.ts';
import type { Bundle } from './bundle.ts';

/** A publication with its frozen releases: everything that the site shows. */
export interface Published extends Publication {
  /** By version, oldest first. */
  readonly releases: readonly Bundle[];
  /** For releases whose date is not known: the day on which they were frozen, by version. */
  readonly frozenOn?: ReadonlyMap<string, string>;
}
