import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { loadSpec } from '../lib/node/spec/load-spec.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { markdownCode, markdownTable, markdownText } from '../lib/prose/markdown-text.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';
import { wholeNumber } from './cli/whole-number.ts';
import { type ExternalLink, externalLinks } from './links/external-links.ts';
import { followLink, type LinkState } from './links/follow-link.ts';

const USAGE: Usage = {
  call: 'node scripts/check-links.ts [options]',
  summary: 'Requests every external link of the spec, and reports dead links as Markdown.',
  options: {
    spec: SPEC_OPTION,
    timeout: { type: 'string', value: 'SECONDS', help: 'The timeout of one request. Default: 20.' },
  },
  notes:
    'Links that refuse or time out are counted on stderr. Exit codes: 0 none is dead, 1 some are, 2 usage error.',
};

/** Concurrent requests, in total and per host. */
const WORKERS = 12;
const PER_HOST = 3;

/** The report becomes an issue, which may have 65,536 characters. */
const MAX_ROWS = 150;

type Checked = ExternalLink & { readonly result: LinkState };

/** Checks the links of a spec. @param fetch a parameter, so that tests need no network */
export async function checkLinks(
  args: readonly string[],
  io: Io,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const seconds = wholeNumber('timeout', given.values['timeout'], { otherwise: 20, least: 1, most: 300 });
  const corpus = await loadSpec(specFolder(given.values['spec'], io), io);
  if (corpus === undefined) return 2;
  const checked = await followAll(externalLinks(corpus), (url) =>
    followLink(url, { fetch, timeout: seconds * 1000 }),
  );
  const gone = checked.filter(({ result }) => result.state === 'gone');
  const unclear = checked.filter(({ result }) => result.state === 'unclear');
  io.err(`${checked.length} links: ${gone.length} dead, ${unclear.length} unclear.\n`);
  if (gone.length === 0) return 0;
  io.out(report(gone));
  return 1;
}

async function followAll(
  links: readonly ExternalLink[],
  follow: (url: string) => Promise<LinkState>,
): Promise<Checked[]> {
  const results = new Map<ExternalLink, LinkState>();
  const waiting = [...links];
  const busy = new Map<string, number>();
  const worker = async (): Promise<void> => {
    for (;;) {
      const at = waiting.findIndex(({ url }) => (busy.get(hostOf(url)) ?? 0) < PER_HOST);
      // The rest belongs to busy hosts, whose workers will continue with it.
      const link = at === -1 ? undefined : waiting.splice(at, 1)[0];
      if (link === undefined) return;
      const host = hostOf(link.url);
      busy.set(host, (busy.get(host) ?? 0) + 1);
      results.set(link, await follow(link.url));
      busy.set(host, (busy.get(host) ?? 1) - 1);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return links.map((link) => ({ ...link, result: results.get(link) ?? NEVER }));
}

const NEVER: LinkState = { state: 'unclear', reason: 'was not requested' };

const hostOf = (url: string): string => new URL(url).host;

function report(gone: readonly Checked[]): string {
  const rows = gone
    .slice(0, MAX_ROWS)
    .map(({ url, place, times, result }) => [
      markdownCode(url),
      'reason' in result ? markdownText(result.reason) : '',
      markdownCode(`${place.file}:${place.line}`),
      String(times),
    ]);
  const more = gone.length - rows.length;
  const blocks = [
    'These links of the spec are dead. Replace each one, or explain what happened to its target.',
    markdownTable(['Address', 'Problem', 'First used in', 'Uses'], rows),
    more > 0 ? `And ${more} more.` : '',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

if (import.meta.main) await runCommand(checkLinks);
