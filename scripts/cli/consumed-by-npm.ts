/** The single-letter options of npm. It reads an unknown option such as `--apply` as a combination of them. */
const LETTERS: Readonly<Record<string, string>> = { a: 'all', l: 'long', p: 'parseable', y: 'yes' };

/**
 * The options of a command that npm consumed because no `--` came before them; PowerShell drops an unquoted
 * `--`. npm records such options in the environment.
 * @param names the options of the command, without their hyphens
 * @param args the arguments that reached the command
 */
export function consumedByNpm(
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
