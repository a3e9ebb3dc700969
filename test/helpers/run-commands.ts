import type { Command } from '../../scripts/cli/run-command.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { testIo } from './test-io.ts';

/** A command, by the name of its file in scripts/, and where and how it is called. */
export interface Call {
  readonly script: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

// A program: runs commands one after the other in one process, so that a test that needs a process of another kind
// starts only one. It reads its calls from the arguments, as JSON, and prints their answers as JSON.
const answers: Answer[] = [];
for (const { script, args, cwd, env = {} } of JSON.parse(process.argv[2] ?? '[]') as Call[]) {
  const commands = (await import(`../../scripts/${script}.ts`)) as Readonly<Record<string, Command>>;
  // A command is the function that its file is named after.
  const command = commands[script.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (command === undefined) throw new Error(`scripts/${script}.ts exports no command of its name.`);
  const io = testIo({ cwd, env });
  const code = await guarded(command, args, io);
  answers.push({ code, stdout: io.stdout(), stderr: io.stderr() });
}
process.stdout.write(`\n${JSON.stringify(answers)}\n`);
