/** Whether an id is the name of the file that lists a kind, with or without its extension. */
export const isListName = (id: string): boolean => /^index(?:\.html)?$/i.test(id);
