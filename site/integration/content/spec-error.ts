import { AstroError } from 'astro/errors';
import type { Finding } from '../../../lib/findings/finding.ts';
import { printableLine } from '../../../lib/text/printable.ts';

/**
 * The errors of a spec as one error of Astro, which shows the place of the first. All of them are printed before, as
 * `npm run validate` prints them.
 * @param findings those at the level of an error, at least one
 */
export function specError(findings: readonly Finding[]): AstroError {
  const [{ file = '', line = 1, column = 1, code = '' } = {}] = findings;
  const n = findings.length;
  const title = `The spec has ${n === 1 ? 'an error' : `${n} errors`}; nothing was built. The first one is ${code}.`;
  return astroError(title, { file: printableLine(file), line, column });
}

/** What a person can mend, as an error of Astro: without the stack, which leads to nothing of theirs. */
export function astroError(
  message: string,
  loc?: { readonly file: string; readonly line: number; readonly column: number },
): AstroError {
  return Object.assign(new AstroError(printableLine(message)), { loc, stack: '' });
}
