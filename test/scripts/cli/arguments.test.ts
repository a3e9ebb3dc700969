import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { UsageError } from '../../../lib/node/process/usage-error.ts';
import { type Arguments, readArguments, type Usage } from '../../../scripts/cli/arguments.ts';
import { guarded } from '../../../scripts/cli/run-command.ts';
import { testIo } from '../../helpers/test-io.ts';

const USAGE: Usage = {
  call: 'npm run sample -- [options] FILE',
  summary: 'Does something.',
  options: {
    spec: { type: 'string', value: 'DIR', help: 'A folder.' },
    format: { type: 'string', choices: ['pretty', 'json'], help: 'How to print.' },
    all: { type: 'boolean', help: 'Everything.' },
    name: { type: 'string', several: 'with-commas', value: 'NAME', help: 'A name.' },
  },
  positionals: ['FILE'],
  notes: 'Exit codes: 0 or 1.',
};

const read = (...args: string[]): Arguments | undefined => readArguments(USAGE, args, testIo({ cwd: '/' }));

/** The message of the misuse that arguments are. */
function misuse(...args: string[]): string {
  try {
    read(...args);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message;
  }
  return assert.fail(`${args.join(' ')} is no misuse`);
}

describe('readArguments', () => {
  test('an option that can be given several times: each of its values once, in their order', () => {
    assert.deepEqual(read()?.lists, { name: [] });
    assert.deepEqual(read('--name', 'b', '--name=a,c', '--name', 'b, d')?.lists, {
      name: ['b', 'a', 'c', 'd'],
    });
    assert.match(misuse('--all', '--name'), /--name/);
  });

  test('values, defaults and positional arguments', () => {
    const none = read();
    assert.equal(none?.values['format'], 'pretty', 'the first choice is the default');
    assert.equal(none?.values['spec'], undefined);
    assert.equal(none?.values['all'], undefined);
    assert.deepEqual(none?.positionals, []);
    const all = read('--spec', 'x', '--format=json', '--all', 'file');
    assert.deepEqual([all?.values['spec'], all?.values['format'], all?.values['all']], ['x', 'json', true]);
    assert.deepEqual(all?.positionals, ['file']);
    assert.deepEqual(read('--', '--all')?.positionals, ['--all']);
    assert.deepEqual(read('-')?.positionals, ['-'], 'standard input');
    assert.equal(read('--spec', 'x', '--spec', 'y')?.values['spec'], 'y');
  });

  test('--help prints to stdout and does nothing else', () => {
    const io = testIo({ cwd: '/' });
    assert.equal(readArguments(USAGE, ['--all', '--help'], io), undefined);
    assert.equal(io.stderr(), '');
    const lines = io.stdout().split('\n');
    assert.equal(lines[0], 'npm run sample -- [options] FILE');
    assert.ok(io.stdout().includes('Does something.') && lines.includes('Exit codes: 0 or 1.'));
    assert.match(lines.at(-2) ?? '', /npm run -s sample -- FILE --format json /);
    assert.ok(lines.some((line) => /^ {2}--spec DIR +A folder\.$/.test(line)));
    assert.ok(
      lines.some((line) => /^ {2}--format pretty\|json +How to print\. Default: pretty\.$/.test(line)),
    );
    assert.ok(lines.some((line) => /^ {2}--help +Show this help\.$/.test(line)));
    assert.ok(lines.every((line) => line.length <= 110));
  });

  test('unknown options are usage errors, and show the help', () => {
    for (const args of [['--zzz'], ['-x'], ['--spce', 'x'], ['--constructor'], ['--__proto__'], ['--no-all']])
      assert.match(misuse(...args), /Options:/, args.join(' '));
    assert.match(misuse('a', 'b', 'c'), /Too many arguments: b c\n/);
  });

  test('invalid values are usage errors', () => {
    assert.match(misuse('--format', 'xml'), /--format xml: use one of pretty, json\./);
    assert.match(misuse('--format='), /use one of pretty, json/);
    misuse('--format');
    misuse('--spec');
    misuse('--all=yes');
    misuse('--spec', '--all');
  });
});

describe('guarded', () => {
  const run = async (thrown: unknown) => {
    const io = testIo({ cwd: '/' });
    const code = await guarded(() => Promise.reject(thrown), [], io);
    return { code, out: io.stdout(), err: io.stderr() };
  };

  test('a usage error is a sentence on stderr and exit code 2', async () => {
    assert.deepEqual(await run(new UsageError('Not so.')), { code: 2, out: '', err: 'Not so.\n' });
  });

  test('an internal error shows its stack', async () => {
    const { code, err } = await run(new TypeError('oops'));
    assert.equal(code, 2);
    assert.match(err, /^TypeError: oops\n\s+at /);
    assert.deepEqual(await run('word'), { code: 2, out: '', err: 'word\n' });
  });

  test('an error message prints no control character and no workflow command', async () => {
    const { err } = await run(new UsageError('\u001b[2J\u0007\n::error::x'));
    assert.equal(err, '\\u{0007}\n\\u{003a}:error::x\n');
  });

  test('otherwise returns the exit code of the command', async () => {
    const io = testIo({ cwd: '/' });
    assert.equal(await guarded(async () => 1, [], io), 1);
    assert.equal(io.stderr(), '');
  });
});

/** What npm leaves in the environment where there is no `--` before the options. */
describe('options that npm consumed', () => {
  const said = (env: Record<string, string>, ...args: string[]): string => {
    try {
      readArguments(USAGE, args, testIo({ cwd: '/', env: { npm_command: 'run', ...env } }));
    } catch (error) {
      assert.ok(error instanceof UsageError, String(error));
      return error.message;
    }
    return '';
  };
  const HOW =
    "write '--' before the options, in PowerShell with the quotes, as in npm run sample '--' [options] FILE";

  test('are named, whether their values are left over or not', () => {
    assert.equal(said({ npm_config_spec: 'true' }, 'a.log', 'other'), `npm consumed --spec: ${HOW}`);
    assert.equal(
      said({ npm_config_spec: 'other', npm_config_name: 'true\n\nb' }, 'a.log'),
      `npm consumed --spec, --name: ${HOW}`,
    );
  });

  test('are named where npm reads each letter as an option of its own', () => {
    const usage: Usage = { ...USAGE, options: { apply: { type: 'boolean', help: 'Write it.' } } };
    const env = { npm_config_all: 'true', npm_config_parseable: 'true', npm_config_long: 'true' };
    const read = (more: object) => () =>
      readArguments(usage, ['a.log'], testIo({ cwd: '/', env: { ...env, ...more } }));
    assert.throws(read({ npm_config_yes: 'true' }), /^Error: npm consumed --apply: write '--'/);
    assert.equal(read({ npm_config_yes: '' })()?.values['apply'], undefined);
  });

  test('are suggested if only a value is left', () => {
    assert.match(
      said({}, 'a.log', 'json'),
      /^Too many arguments: json\nIf npm consumed an option: write '--' before /,
    );
    // Without npm no option is consumed.
    assert.match(misuse('a.log', 'json'), /^Too many arguments: json\n\nnpm run sample/);
  });

  test('are those that did not reach the command', () => {
    assert.equal(said({ npm_config_spec: 'true' }, 'a.log', '--spec', 'other'), '');
    assert.equal(said({ npm_config_spec: 'true' }, 'a.log', '--spec=other'), '');
    assert.equal(said({ npm_config_audit: 'true', npm_config_all: '' }, 'a.log'), '');
  });
});
