import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded before a measured program and the programs that it starts: writes how much memory the process had at most, in
// kilobytes, when it ends.
const file = process.env['BENCH_PEAK_FILE'];
if (file !== undefined && isMainThread) {
  process.on('exit', () => writeFileSync(`${file}.${process.pid}`, String(process.resourceUsage().maxRSS)));
}
