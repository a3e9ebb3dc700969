import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTransaction } from '../../../lib/node/files/write-transaction.ts';
import { UsageError } from '../../../lib/node/process/usage-error.ts';

// A program that tests kill or run beside itself: counts up in two files of a folder, both or none, so many times.
const [root = '', times = '0'] = process.argv.slice(2);
const [a, b] = [join(root, 'a.txt'), join(root, 'b.txt')];
const padding = 'x'.repeat(50_000);
let left = Number(times);
while (left > 0) {
  const before = readFileSync(a, 'utf8');
  const text = `${Number.parseInt(before, 10) + 1}\n${padding}\n`;
  try {
    await writeTransaction(root, [
      { path: a, text, fresh: false, before },
      { path: b, text, fresh: false },
    ]);
    left -= 1;
  } catch (error) {
    // The other one was faster: once more, from what is there now.
    if (!(error instanceof UsageError)) throw error;
  }
}
