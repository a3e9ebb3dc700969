/** A key for a definition that is unique across kinds, such as `stanza call-offer`. */
export const definitionKey = (kind: string, id: string): string => `${kind} ${id}`;
