import { realpathSync } from 'node:fs';
import { loadCorpus } from '../lib/corpus/load/load-corpus.ts';
import { CONFIDENCES } from '../lib/corpus/model/confidences.ts';
import type { Coverage } from '../lib/coverage/coverage.ts';
import { measureCoverage } from '../lib/coverage/measure-coverage.ts';
import { percent } from '../lib/coverage/percent.ts';
import { bundleOf } from '../lib/diff/bundle/bundle-of.ts';
import { compare } from '../lib/diff/changes/compare.ts';
import { compareFindings } from '../lib/findings/compare-findings.ts';
import { filesAtRevision } from '../lib/node/git/files-at-revision.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { rulesForSpec } from '../lib/node/spec/rules-for-spec.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { type Measure, renderReviewCard } from '../lib/pull-request/render-review-card.ts';
import { sanitizerVerdicts } from '../lib/pull-request/sanitizer-verdicts.ts';
import { runRules } from '../lib/rules/run-rules.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run review-card -- --base REVISION [options]',
  summary:
    'Summarizes a change of the spec as Markdown: facts with their evidence, questions, captures, coverage.',
  options: {
    base: { type: 'string', value: 'REVISION', help: 'The revision to compare with, such as main.' },
    spec: SPEC_OPTION,
  },
  notes: 'Findings are listed in the card and do not fail the command. Exit codes: 0 written, 2 usage error.',
};

/** `npm run review-card`: compares the spec folder with a revision of it. */
export async function reviewCard(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const revision = given.values['base'];
  if (typeof revision !== 'string' || revision === '') {
    throw new UsageError(`The base is missing. Add --base main, for example.\n\n${USAGE.call}`);
  }
  const { root, files } = specFolder(given.values['spec'], io);
  // The spec may belong to another repository than this command. Git reports paths with symbolic links resolved.
  const real = realpathSync(root);
  const before = await filesAtRevision(revision, real, real);
  if (before.files === undefined) throw new UsageError(`There is nothing to compare with: ${before.reason}`);
  const base = loadCorpus(before.files);
  const { corpus: head, findings: unread } = loadCorpus(files);
  const findings = [...unread, ...runRules(head, await rulesForSpec(files))].sort(compareFindings);
  const changes = compare(bundleOf(base.corpus), bundleOf(head));
  const remarks = [
    ...(base.findings.some(({ level }) => level === 'error')
      ? ['Some files of the base cannot be read; their facts are listed as new.']
      : []),
    ...([...head.broken.values()].some(({ size }) => size > 0)
      ? ['Files that cannot be read are missing from the card; their facts are listed as removed.']
      : []),
  ];
  const captures = await sanitizerVerdicts(base.corpus, head);
  const coverage = measures(measureCoverage(base.corpus), measureCoverage(head));
  const seeAll = '`npm run diff` shows all.';
  io.out(renderReviewCard({ changes, head, findings, captures, coverage, remarks, seeAll }));
  return 0;
}

function measures(before: Coverage, after: Coverage): Measure[] {
  const row = (name: string, words: (coverage: Coverage) => string): Measure => ({
    name,
    before: words(before),
    after: words(after),
  });
  return [
    row('Score of stanza facts: (confirmed + 0.5 × probable) / facts', ({ stanzaFacts }) =>
      exactly(stanzaFacts.score),
    ),
    row('Score of enum values', ({ enumValues }) => exactly(enumValues.score)),
    row('Score of steps', ({ steps }) => exactly(steps.score)),
    row('Score of statements of parts', ({ statements }) => exactly(statements.score)),
    row('Facts', ({ all }) => String(all.facts)),
    ...CONFIDENCES.map((confidence) => row(confidence, ({ all }) => String(all.counts[confidence]))),
    row('Known tags that are described', ({ surface }) =>
      surface.known === 0
        ? '-'
        : `${surface.described.length} of ${surface.known} (${percent(surface.share)})`,
    ),
    row('Facts that could be raised', ({ raisable }) => String(raisable.length)),
  ];
}

// A single pull request rarely changes a full percent.
const exactly = (share: number | undefined): string =>
  share === undefined ? '-' : `${(share * 100).toFixed(2)} %`;

if (import.meta.main) await runCommand(reviewCard);
