import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Writes how much memory this process had at most, in kilobytes, when it ends. */
export function reportPeak(file: string): void {
  process.on('exit', () => writeFileSync(`${file}.${process.pid}`, String(process.resourceUsage().maxRSS)));
}

// Loaded before a measured program and the programs that it starts.
const file = process.env['BENCH_PEAK_FILE'];
if (file !== undefined && isMainThread) reportPeak(file);
