import type { BenchReport, Measured, SizeReport } from './measured.ts';

/** The report as Markdown: a table for each size, and one of the time per stanza at all of them. */
export function renderBench(report: BenchReport): string {
  const { date, machine, load, runs, seed, linesPerStanza, sizes, shipped, captures } = report;
  return `${[
    `Measured on ${date}: ${machine}, load ${load.toFixed(1)} at the start. Medians of ${runs} runs, seed ${seed}, about ${linesPerStanza} lines a stanza.`,
    ...sizes.flatMap(sizeTable),
    ...(sizes.length > 1 ? growth(sizes) : []),
    '### The spec of this repository',
    table(
      ['what', 'time', 'floor', 'ratio', 'peak memory'],
      shipped.map((one) => row(one, false)),
    ),
    '### Captures',
    table(
      ['form of the log', 'stanzas a second', 'twice as many take'],
      captures.map(({ form, stanzasPerSecond, ratioOfDoubling }) => [
        form,
        whole(Math.round(stanzasPerSecond)),
        `${ratioOfDoubling.toFixed(2)} times as long`,
      ]),
    ),
  ].join('\n\n')}\n`;
}

function sizeTable(size: SizeReport): string[] {
  const { stanzas, files, lines, bytes, pages, written, measured, floors } = size;
  return [
    `### ${whole(stanzas)} stanzas`,
    `${whole(files)} YAML files of ${whole(lines)} lines, ${megabytes(bytes)}; the site has ${whole(pages)} pages and ${whole(written.files)} files, ${megabytes(written.bytes)}. A cold build makes ${whole(size.stanzaPagesPerSecond)} stanza pages a second.`,
    table(
      ['what', 'time', 'floor', 'ratio', 'ms per stanza', 'peak memory'],
      measured.map((one) => row(one, true)),
    ),
    `Floors: ${Object.entries(floors)
      .map(([name, ms]) => `${name} ${time(ms)}`)
      .join(', ')}.`,
  ];
}

const row = (one: Measured, perStanza: boolean): string[] => [
  one.name,
  time(one.ms),
  `${one.floor} ${time(one.floorMs)}`,
  one.ratio.toFixed(2),
  ...(perStanza ? [one.perStanza.toFixed(3)] : []),
  megabytes(one.peak),
];

function growth(sizes: readonly SizeReport[]): string[] {
  const names = sizes[0]?.measured.map(({ name }) => name) ?? [];
  const rows = names.map((name) => {
    const each = sizes.map(
      ({ measured }) => measured.find((one) => one.name === name)?.perStanza ?? Number.NaN,
    );
    return [name, ...each.map((ms) => ms.toFixed(3)), ((each.at(-1) ?? 0) / (each[0] ?? 1)).toFixed(2)];
  });
  const heads = sizes.map(({ stanzas }) => `${whole(stanzas)}`);
  return ['### Milliseconds per stanza', table(['what', ...heads, 'last : first'], rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const whole = (n: number): string => Math.round(n).toLocaleString('en');

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

const time = (ms: number): string =>
  ms < 10 ? `${ms.toFixed(2)} ms` : ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`;
