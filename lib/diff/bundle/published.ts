import type { Publication } from '../../corpus/model/publication.ts';
import type { Bundle } from './bundle.ts';

/** A publication with its frozen releases: all that the site shows of a spec. */
export interface Published extends Publication {
  /** By version, the oldest first. */
  readonly releases: readonly Bundle[];
  /** The day on which a release was frozen whose own day is not known, by version. */
  readonly frozenOn?: ReadonlyMap<string, string>;
}
