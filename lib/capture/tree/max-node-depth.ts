/** How deep the nodes of a stanza may be nested. What lies deeper is left out, and said. */
export const MAX_NODE_DEPTH = 64;
