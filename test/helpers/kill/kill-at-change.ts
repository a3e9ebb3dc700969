import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a command (`node --import`): ends its process at the KILL_AT-th change of a file that it makes, with
// half a text where it writes one. Without KILL_AT it counts, and says at its end in the file COUNT_TO how many there
// were.
const at = Number(process.env['KILL_AT'] ?? 0);
let changes = 0;

const { writeFileSync } = fs;
const countTo = process.env['COUNT_TO'];
if (countTo) process.on('exit', () => writeFileSync(countTo, String(changes)));

/** How many changes of files this process has asked for by now. */
export const changesSoFar = (): number => changes;

function change(path: unknown, data: unknown): void {
  changes += 1;
  if (changes !== at) return;
  if (typeof path === 'string' && typeof data === 'string') {
    writeFileSync(path, data.slice(0, data.length / 2));
  }
  process.kill(process.pid, 'SIGKILL');
  // Nothing comes after it, however long the system takes.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

type Call = (...given: readonly unknown[]) => unknown;

function watch(room: object, name: string): void {
  const methods = room as Record<string, Call>;
  const original = methods[name] as Call;
  const writes = name.startsWith('writeFile');
  methods[name] = (...given) => {
    change(writes ? given[0] : undefined, writes ? given[1] : undefined);
    return original(...given);
  };
}

for (const name of ['writeFile', 'link', 'rename', 'rm', 'mkdir']) {
  watch(promises, name);
  watch(fs, `${name}Sync`);
}
syncBuiltinESMExports();
