import { AstroError } from 'astro/errors';
import type { Finding } from '../../../lib/findings/finding.ts';
import { printableLine } from '../../../lib/text/printable.ts';

/**
 * Makes one error of Astro from the errors of a spec, with the location of the first. All of them were printed before,
 * in the format of `npm run validate`.
 * @param findings of the level error, at least one
 */
export function specError(findings: readonly Finding[]): AstroError {
  const [{ file = '', line = 1, column = 1, code = '' } = {}] = findings;
  const n = findings.length;
  const title = `The spec has ${n === 1 ? 'an error' : `${n} errors`}; nothing was built. The first one is ${code}.`;
  return astroError(title, { file: printableLine(file), line, column });
}

/** An error that the user can fix, as an error of Astro: without the stack, which shows only our code. */
export function astroError(
  message: string,
  loc?: { readonly file: string; readonly line: number; readonly column: number },
): AstroError {
  return Object.assign(new AstroError(printableLine(message)), { loc, stack: '' });
}
