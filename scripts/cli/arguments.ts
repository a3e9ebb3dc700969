import { parseArgs } from 'node:util';
import type { Io } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { consumedByNpm } from './consumed-by-npm.ts';

interface Option {
  readonly type: 'string' | 'boolean';
  /** Allowed values of a string option; the first is the default. */
  readonly choices?: readonly string[];
  /** The placeholder of the value in the help, such as DIR. */
  readonly value?: string;
  /** Set if the option may be repeated: with one value each time, or with comma-separated values. */
  readonly several?: 'one-each' | 'with-commas';
  readonly help: string;
}

export interface Usage {
  /** How it is called, such as `npm run validate -- [options]`. */
  readonly call: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Names of the arguments that are not options; empty for none. */
  readonly positionals?: readonly string[];
  /** Printed after the list of options, such as exit codes. */
  readonly notes?: string;
}

export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** The values of repeatable options; empty if not given. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly positionals: readonly string[];
}

const HELP: Option = { type: 'boolean', help: 'Show this help.' };

/**
 * Parses the arguments of a command; undefined if --help was given, which is printed.
 * @throws UsageError for an unknown option, a value that is not among the choices, too many arguments, or options that
 *   npm kept for itself
 */
export function readArguments(usage: Usage, args: readonly string[], io: Io): Arguments | undefined {
  const options = { ...usage.options, help: HELP };
  const kept = consumedByNpm(Object.keys(options), args, io.env);
  if (kept.length > 0) {
    const names = kept.map((name) => `--${name}`).join(', ');
    throw new UsageError(`npm consumed ${names}: ${withHyphens(usage)}`);
  }
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries<Option>(options).map(([name, { type, several }]) => [
          name,
          { type, multiple: several !== undefined },
        ]),
      ),
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${helpText(usage)}`);
  }
  if (parsed.values.help === true) {
    io.out(`${helpText(usage)}\n`);
    return undefined;
  }
  const values: Record<string, string | boolean | undefined> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const [name, option] of Object.entries<Option>(options)) {
    if (option.several !== undefined) {
      const all = (parsed.values[name] ?? []) as readonly string[];
      const each = option.several === 'one-each' ? all : all.flatMap((one) => one.split(/[\s,]+/));
      lists[name] = [...new Set(each)].filter((one) => one !== '');
      continue;
    }
    const given = parsed.values[name] as string | boolean | undefined;
    if (option.choices !== undefined && typeof given === 'string' && !option.choices.includes(given)) {
      throw new UsageError(`--${name} ${given}: use one of ${option.choices.join(', ')}.`);
    }
    values[name] = given ?? option.choices?.[0];
  }
  const most = usage.positionals?.length ?? 0;
  if (parsed.positionals.length > most) {
    // npm expands prefixes of its own options, such as --format, and leaves only the value.
    const hint =
      io.env['npm_command'] === undefined ? '' : `\nIf npm consumed an option: ${withHyphens(usage)}`;
    const more = parsed.positionals.slice(most).join(' ');
    throw new UsageError(`Too many arguments: ${more}${hint}\n\n${helpText(usage)}`);
  }
  return { values, lists, positionals: parsed.positionals };
}

/** How to pass options through npm. The quotes are for PowerShell and do no harm in other shells. */
const withHyphens = ({ call }: Usage): string =>
  `write '--' before the options, in PowerShell with the quotes, as in ${call.replace(' -- ', " '--' ")}`;

function helpText({ call, summary, options, notes }: Usage): string {
  const rows = Object.entries({ ...options, help: HELP }).map(([name, { choices, value, help }]) => {
    const left = `  --${name}${choices === undefined ? (value === undefined ? '' : ` ${value}`) : ` ${choices.join('|')}`}`;
    return `${left.padEnd(42)} ${help}${choices === undefined ? '' : ` Default: ${choices[0]}.`}`;
  });
  const below = [...(notes === undefined ? [] : [notes]), ...silently(call, options)];
  return [call, '', summary, '', 'Options:', ...rows, ...(below.length === 0 ? [] : ['', ...below])].join(
    '\n',
  );
}

// npm prints the command that it runs, to stdout.
function silently(call: string, { format }: Usage['options']): string[] {
  if (format?.choices?.includes('json') !== true) return [];
  const silent = call.replace('npm run ', 'npm run -s ').replace(/ \[options\]/, '');
  return [`For programs: ${silent} --format json (-s silences npm's own output).`];
}
