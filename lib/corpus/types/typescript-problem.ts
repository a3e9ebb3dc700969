const ONE =
  /(?:string|number|boolean|'[\x20-\x26\x28-\x5b\x5d-\x7e]*'|`(?:[\x20-\x23\x25-\x5b\x5d-\x5f\x61-\x7e]|\$\{(?:string|number|boolean)\})*`)/y;

/**
 * The offset at which a text is no longer a type that may be printed: `string`, `number`, `boolean`, texts in single
 * quotes and template literals of these, with ` | ` between them. undefined if all of it is. Nothing else of the
 * language is taken, since the text becomes code of whoever uses the types.
 */
export function typescriptProblem(text: string): number | undefined {
  for (let at = 0; ; at += 3) {
    ONE.lastIndex = at;
    const found = ONE.exec(text);
    if (found === null) return at;
    at += found[0].length;
    if (at === text.length) return undefined;
    if (!text.startsWith(' | ', at)) return at;
  }
}
