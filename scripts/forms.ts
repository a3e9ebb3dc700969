import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DECISIONS } from '../lib/capture/draft/decisions.ts';
import type { Corpus } from '../lib/corpus/model/corpus.ts';
import { captureFormFields } from '../lib/issue-form/capture-form.ts';
import {
  type FileToWrite,
  finishInterrupted,
  writeTransaction,
} from '../lib/node/files/write-transaction.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { loadSpec } from '../lib/node/spec/load-spec.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { safeUrl } from '../lib/prose/safe-url.ts';
import { withoutSlash } from '../lib/prose/without-slash.ts';
import { singleQuoted } from '../lib/text/single-quoted.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';
import { type Blocks, fillGenerated } from './codegen/fill-generated.ts';

const USAGE: Usage = {
  call: 'npm run forms -- [options]',
  summary: 'Fills the issue forms with the techniques, the definitions and the address of the spec.',
  options: {
    spec: SPEC_OPTION,
    check: { type: 'boolean', help: 'Write nothing; fail if a form is out of date.' },
  },
  notes: 'Exit codes: 0 written or up to date, 1 out of date or the spec cannot be read, 2 usage error.',
};

const FOLDER = '.github/ISSUE_TEMPLATE';

/** `npm run forms`: updates the generated blocks of the issue forms, or reports those that are out of date. */
export async function forms(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const corpus = await loadSpec(specFolder(given.values['spec'], io), io);
  if (corpus === undefined) return 1;
  const blocks = blocksOf(corpus);
  const folder = join(io.cwd, FOLDER);
  const check = given.values['check'] === true;
  if (!check) await finishInterrupted(folder);
  const stale: (FileToWrite & { readonly name: string })[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.yml')).sort()) {
    const present = await readFile(join(folder, name), 'utf8');
    const fresh = fillGenerated(present, blocks);
    if (fresh === present) continue;
    stale.push({ name, path: join(folder, name), text: fresh, fresh: false, before: present });
  }
  if (stale.length === 0) return 0;
  if (check) {
    for (const { name } of stale)
      io.err(
        `${FOLDER}/${name} is out of date: its options differ from the spec. Update it: npm run forms\n`,
      );
    return 1;
  }
  await writeTransaction(folder, stale);
  for (const { name } of stale) io.out(`${FOLDER}/${name}\n`);
  return 0;
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  technique: DECISIONS.origin.why,
  client: DECISIONS.client.why,
  observer: DECISIONS.side.why,
  direction: 'As seen from the client that you captured on; of a whole call, as the log says.',
  kind: 'Captured from a real client, replayed by a program, or made up.',
};

function blocksOf(corpus: Corpus): Blocks {
  const blocks: Record<string, readonly string[]> = {
    'sanitize-first': sanitizeFirst(corpus),
    pages: pages(corpus),
    definition: dropdown(
      'definition',
      'Stanza, shared node or enum',
      'Where the fact is, or where it belongs.',
      [
        ...corpus.definitions.stanza.keys(),
        ...[...corpus.definitions.node.keys()].map((id) => `node/${id}`),
        ...[...corpus.definitions.enum.keys()].map((id) => `enum:${id}`),
        'somewhere else',
      ],
    ),
  };
  for (const { id, label, options, offered } of captureFormFields(corpus)) {
    if (options === undefined) continue;
    const words = options.map((option) => offered?.get(option) ?? option);
    blocks[id] = dropdown(id, label, DESCRIPTIONS[id] ?? '', words);
  }
  return blocks;
}

// No default: an option that nobody chose would look like a choice.
function dropdown(id: string, label: string, description: string, options: readonly string[]): string[] {
  return [
    '- type: dropdown',
    `  id: ${id}`,
    '  attributes:',
    `    label: ${label}`,
    `    description: ${description}`,
    '    options:',
    ...options.map((option) => `      - ${quoted(option)}`),
    '  validations:',
    '    required: true',
  ];
}

function sanitizeFirst(corpus: Corpus): string[] {
  const workbench = pageOf(corpus, 'workbench/');
  const where = workbench === undefined ? 'the workbench' : `the [workbench](${workbench})`;
  return [
    '- type: markdown',
    '  attributes:',
    '    value: |',
    `      **Paste the sanitized result of ${where}, or of \`npm run capture -- sanitize FILE\`, not a raw log.**`,
    '      A raw log has phone numbers, keys and addresses in it, and an issue is public at once. The workbench works in',
    '      your browser and sends nothing anywhere.',
  ];
}

function pages(corpus: Corpus): string[] {
  const workbench = pageOf(corpus, 'workbench/');
  const contribute = pageOf(corpus, 'contribute/');
  return [
    ...link('Sanitize a capture first', workbench, 'The workbench reads and sanitizes it in your browser.'),
    ...link('How to contribute', contribute, 'What a fact needs, and how to submit it as a pull request.'),
  ];
}

const link = (name: string, url: string | undefined, about: string): string[] =>
  url === undefined ? [] : [`- name: ${name}`, `  url: ${quoted(url)}`, `  about: ${about}`];

function pageOf({ spec }: Corpus, path: string): string | undefined {
  return spec.site === undefined ? undefined : safeUrl(`${withoutSlash(spec.site)}/${path}`);
}

// Words that YAML reads as text stay unquoted.
const quoted = (text: string): string =>
  /^[a-z][a-z0-9-]*(?: [a-z]+)*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/.test(text)
    ? text
    : singleQuoted(text);

if (import.meta.main) await runCommand(forms);
