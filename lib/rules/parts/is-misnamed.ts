import type { Entry } from '../../corpus/model/corpus.ts';
import type { Kind } from '../../schema/kinds.ts';

/**
 * Whether a definition has another id than its file: it is a copy that was not finished, or a slip. A rule of
 * its own says so; what else follows from the name is not said on top of it.
 */
export const isMisnamed = ({ id, data }: Entry<Kind>): boolean => 'id' in data && data.id !== id;
