/** How deep the nodes of a stanza may be nested. Deeper ones are left out and reported. */
export const MAX_NODE_DEPTH = 64;
