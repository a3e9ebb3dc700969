import type { CaptureThroughput } from './capture-throughput.ts';
import type { ProgramRun } from './run-program.ts';

/** What was measured of one thing at one size, with the least that it could take. */
export interface Measured {
  readonly name: string;
  /** Median milliseconds. */
  readonly ms: number;
  /** The milliseconds of each run, in order. */
  readonly runs: readonly number[];
  /** What the floor is, such as `parse`. */
  readonly floor: string;
  readonly floorMs: number;
  /** How many times as long as the floor it takes. */
  readonly ratio: number;
  readonly perStanza: number;
  /** The most memory of its process in any run, in bytes. */
  readonly peak: number;
}

/** The least that something could take. */
export interface Floor {
  readonly name: string;
  readonly ms: number;
}

/** Everything that was measured of a generated spec. */
export interface SizeReport {
  readonly stanzas: number;
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
  /** Of the built site. */
  readonly pages: number;
  readonly written: { readonly files: number; readonly bytes: number };
  /** Stanza pages that a cold build makes in a second, with all else that belongs to the site. */
  readonly stanzaPagesPerSecond: number;
  readonly floors: Readonly<Record<string, number>>;
  readonly measured: readonly Measured[];
}

export interface BenchReport {
  readonly date: string;
  readonly machine: string;
  /** The load of the machine when it began: other programs make everything slower. */
  readonly load: number;
  readonly runs: number;
  readonly seed: number;
  readonly linesPerStanza: number;
  readonly sizes: readonly SizeReport[];
  /** Builds of the spec of this repository beside that of an empty Astro site. */
  readonly shipped: readonly Measured[];
  /** The whole way of a captured stanza, by the form of its log. */
  readonly captures: readonly CaptureThroughput[];
}

/** The middle one of some numbers. @throws when there are none */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new RangeError('the median of nothing');
  return sorted.length % 2 === 1 ? middle : (middle + (sorted[(sorted.length >> 1) - 1] ?? middle)) / 2;
}

/** What some runs say of one thing. @param stanzas how many it works on */
export function summed(name: string, done: readonly ProgramRun[], floor: Floor, stanzas: number): Measured {
  const ms = median(done.map((one) => one.ms));
  return {
    name,
    ms,
    runs: done.map((one) => one.ms),
    floor: floor.name,
    floorMs: floor.ms,
    ratio: ms / floor.ms,
    perStanza: ms / stanzas,
    peak: Math.max(...done.map(({ peak }) => peak)),
  };
}
