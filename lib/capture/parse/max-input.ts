/** How much the capture tools read of one input, in bytes of a file or UTF-16 units of a text: 16 MiB. */
export const MAX_INPUT = 16 * 2 ** 20;

/** How many stanzas of one input are read: a log of a busy day has some thousands. */
export const MAX_STANZAS = 50_000;

/** What to say of an input that is larger than {@link MAX_INPUT}. */
export const TOO_LARGE = {
  message: `The input is larger than ${MAX_INPUT / 2 ** 20} MiB, which is the most that is read at once.`,
  hint: 'Cut the stanzas that you want out of it.',
} as const;
