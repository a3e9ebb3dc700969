import { LAST_PADDED, numberIn, numbering, padded } from './numbering.ts';
import type { Pass } from './pass.ts';

const SERVER = /^server-(\d{4,6})\.invalid$/;
/** Whether the server of a JID is a placeholder. */
export const isReplacedServer = (text: string): boolean => SERVER.test(text);

const NAME = /^unknown-(\d{4,6})$/;
/** Whether a tag or the name of an attribute is a placeholder. */
export const isReplacedName = (text: string): boolean => NAME.test(text);

/**
 * Placeholders that are a number in a fixed text.
 * @param what what is numbered
 * @param numberOf the number of a text that is a placeholder; undefined for another text
 * @param print the placeholder of a number
 */
function numberedPlaceholders(
  what: string,
  numberOf: (text: string) => number | undefined,
  print: (n: number) => string,
): Pass<(text: string) => string> {
  const numbers = numbering(what, LAST_PADDED);
  return {
    collect(text) {
      const n = numberOf(text);
      if (n !== undefined) numbers.reserve(n);
      return text;
    },
    assign: (text) => (numberOf(text) === undefined ? print(numbers.of(text)) : text),
  };
}

const USER = /^USER-(\d{4,6})-synthetic$/;

/** Users of JIDs: A, B … Z, USER-0027-synthetic … */
export const userPlaceholders = (): Pass<(text: string) => string> =>
  numberedPlaceholders(
    'accounts',
    (text) => {
      // Two letters and more may be a person's name.
      if (/^[A-Z]$/.test(text)) return text.charCodeAt(0) - 64;
      const n = numberIn(USER, text);
      return n !== undefined && n > 26 ? n : undefined;
    },
    (n) => (n <= 26 ? String.fromCharCode(64 + n) : `USER-${padded(n)}-synthetic`),
  );

export const serverPlaceholders = (): Pass<(text: string) => string> =>
  numberedPlaceholders(
    'servers of JIDs',
    (text) => numberIn(SERVER, text),
    (n) => `server-${padded(n)}.invalid`,
  );

export const namePlaceholders = (): Pass<(text: string) => string> =>
  numberedPlaceholders(
    'tags and names of attributes that the spec does not know',
    (text) => numberIn(NAME, text),
    (n) => `unknown-${padded(n)}`,
  );
