/** A text as a YAML scalar in single quotes, in which nothing but the quote itself is special. */
export const singleQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
