import type { Entry } from '../../corpus/model/corpus.ts';
import type { Kind } from '../../schema/kinds.ts';

/**
 * Whether the id of a definition differs from its file name: an unfinished copy, or a typo. A rule of its own reports
 * it; its consequences are not reported as well.
 */
export const isMisnamed = ({ id, data }: Entry<Kind>): boolean => 'id' in data && data.id !== id;
