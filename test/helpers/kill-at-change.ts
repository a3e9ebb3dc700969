import { writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a command (`node --import`): ends its process at the KILL_AT-th change of a file that it makes, with
// half a text where it writes one. Without KILL_AT it counts, and says at its end in the file COUNT_TO how many there
// were.
const at = Number(process.env['KILL_AT'] ?? 0);
let changes = 0;

const countTo = process.env['COUNT_TO'];
if (countTo) process.on('exit', () => writeFileSync(countTo, String(changes)));

/** How many changes of files this process has asked for by now. */
export const changesSoFar = (): number => changes;

function change(half?: () => void): void {
  changes += 1;
  if (changes !== at) return;
  half?.();
  process.kill(process.pid, 'SIGKILL');
  // Nothing comes after it, however long the system takes.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const { writeFile, link, rename, rm, mkdir } = promises;
promises.writeFile = (path, data, ...more) => {
  change(() => {
    if (typeof path === 'string' && typeof data === 'string') {
      writeFileSync(path, data.slice(0, data.length / 2));
    }
  });
  return writeFile(path, data, ...more);
};
promises.link = (...given) => {
  change();
  return link(...given);
};
promises.rename = (...given) => {
  change();
  return rename(...given);
};
promises.rm = (...given) => {
  change();
  return rm(...given);
};
promises.mkdir = ((...given: Parameters<typeof mkdir>) => {
  change();
  return mkdir(...given);
}) as typeof mkdir;
syncBuiltinESMExports();
