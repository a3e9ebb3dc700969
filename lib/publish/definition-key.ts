/** Names a definition of one of these kinds, such as `stanza call-offer`. */
export const definitionKey = (kind: string, id: string): string => `${kind} ${id}`;
