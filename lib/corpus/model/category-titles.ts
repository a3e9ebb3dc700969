import type { Category } from '../../schema/types.generated.ts';

/** The categories of stanzas in their order, each with the name that readers see. */
export const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  signaling: 'Signaling',
  keying: 'Keying',
  media: 'Media',
  transport: 'Transport',
};
