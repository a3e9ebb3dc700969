/** error: a page would be wrong or unsafe; warning: should be fixed; note: for information only. */
export type Level = 'error' | 'warning' | 'note';

export const LEVELS: readonly Level[] = ['note', 'warning', 'error'];
