/** The options of one letter that npm has: `--apply`, which it does not know, it reads as these together. */
const LETTERS: Readonly<Record<string, string>> = { a: 'all', l: 'long', p: 'parseable', y: 'yes' };

/**
 * Options of a command that npm took for its own, as it does without `--` before them; PowerShell drops that where it
 * has no quotes. npm leaves what it took in the environment.
 * @param names the options that the command has, without their hyphens
 * @param args what has reached the command
 */
export function keptByNpm(
  names: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const took = (name: string): boolean => Boolean(env[`npm_config_${name.replaceAll('-', '_')}`]);
  const inLetters = (name: string): boolean =>
    [...name].every((letter) => letter in LETTERS && took(LETTERS[letter] ?? ''));
  const reached = (name: string): boolean =>
    args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return names.filter((name) => (took(name) || inLetters(name)) && !reached(name));
}
