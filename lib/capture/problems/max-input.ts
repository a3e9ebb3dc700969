/** How much the capture tools read of one input, in bytes of a file or UTF-16 units of a text: 16 MiB. */
export const MAX_INPUT = 16 * 2 ** 20;

/** How many stanzas of one input are read: a log of a busy day has some thousands. */
export const MAX_STANZAS = 50_000;
