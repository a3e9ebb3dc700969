/** A tag as text; the tag `*` of the corpus stands for any. */
export const tagWords = (tag: string): string => (tag === '*' ? 'any tag' : `<${tag}>`);
