/** Whether an id is the name of the file that holds the list of a kind, with its ending or as a host serves it. */
export const isListName = (id: string): boolean => /^index(?:\.html)?$/i.test(id);
