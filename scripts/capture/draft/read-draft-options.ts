import { DECISIONS } from '../../../lib/capture/draft/decisions.ts';
import type { DraftOptions } from '../../../lib/capture/draft/entry/draft-options.ts';
import { type OptionProblem, optionProblems } from '../../../lib/capture/draft/entry/option-problems.ts';
import type { SharedNames } from '../../../lib/capture/share/shared-names.ts';
import { LOG_QUESTION, logOrigins } from '../../../lib/corpus/lists/log-origins.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { UsageError } from '../../../lib/node/process/usage-error.ts';
import { printableLine } from '../../../lib/text/printable.ts';
import type { Arguments } from '../../cli/arguments.ts';

const OBSERVERS = ['caller', 'callee', 'other-device'] as const satisfies readonly DraftOptions['observer'][];

/**
 * The options of `capture draft`.
 * @throws UsageError for the first one that is wrong
 */
export function readDraftOptions({ values }: Arguments, shared: SharedNames, corpus: Corpus): DraftOptions {
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const technique = text('technique');
  if (technique === undefined) {
    throw new UsageError(`${LOG_QUESTION} ${DECISIONS.origin.why}\nAdd one of these:\n${originList(corpus)}`);
  }
  const direction = text('direction');
  if (direction !== undefined && direction !== 'incoming' && direction !== 'outgoing') {
    throw new UsageError(`--direction ${direction}: use incoming or outgoing.`);
  }
  const pick = text('call');
  if (pick !== undefined && pick !== 'all' && !/^[1-9]\d{0,8}$/.test(pick)) {
    throw new UsageError(
      `--call ${pick}: write the number of a call, or all. To give the call a name, use --call-name.`,
    );
  }
  const tool = text('tool');
  const side = text('observer');
  const observer = OBSERVERS.find((one) => one === side);
  if (side !== observer) {
    throw new UsageError(`--observer ${side}: use ${OBSERVERS.join(', ')}.`);
  }
  const options: DraftOptions = {
    technique,
    client: text('client'),
    version: text('version'),
    platform: text('platform'),
    contributor: text('contributor'),
    kind: values['kind'] as DraftOptions['kind'],
    id: text('id'),
    direction,
    title: text('title'),
    capturedAt: text('captured-at'),
    issue: text('issue')?.replace(/^(?=\d+$)/, '#'),
    call: text('call-name'),
    observer,
    url: text('url'),
    author: text('author'),
    license: text('license'),
    tools: tool === undefined ? [] : [tool],
  };
  const [problem] = optionProblems(options, shared, corpus);
  if (problem !== undefined) throw new UsageError(describeProblem(problem, corpus));
  return options;
}

/** The answers to where a log comes from, each behind the option that means it. */
function originList(corpus: Corpus): string {
  const origins = logOrigins(corpus);
  const width = Math.max(...origins.map(({ technique }) => technique.length));
  return origins
    .map(({ technique, answer }) => `  --technique ${technique.padEnd(width)}  ${printableLine(answer)}`)
    .join('\n');
}

function describeProblem(one: OptionProblem, corpus: Corpus): string {
  switch (one.problem) {
    case 'unknown': {
      const { field, id, suggestion } = one;
      const hint = suggestion === undefined ? choices(field, id, corpus) : `Did you mean ${suggestion}?`;
      return `There is no ${field} ${id}. ${hint}`;
    }
    case 'no-id':
      return `${one.id} is not a valid id. Use letters, digits, dots, hyphens and underscores.`;
    case 'id-taken':
      return `The capture ${one.id} already exists. Choose another --id, or omit the option.`;
    case 'no-day':
      return `--captured-at ${one.text}: write the day as year-month-day, such as 2026-01-31.`;
    case 'no-issue':
      return `--issue ${one.text}: write its number, such as 12.`;
    case 'no-url':
      return `--url ${one.text}: write the address of the page where it was published, with https://.`;
    case 'new-in-synthetic':
      return one.shared === 'value'
        ? '--keep-value with --kind synthetic: a synthetic stanza adds nothing to the spec, so it cannot introduce a new value. Add the value to its enum first, or omit --keep-value.'
        : '--keep-name with --kind synthetic: a synthetic stanza adds nothing to the spec, so it cannot introduce a new name. Describe the name first, or omit --keep-name.';
    default:
      return one satisfies never;
  }
}

function choices(field: 'technique' | 'client' | 'contributor', id: string, corpus: Corpus): string {
  switch (field) {
    case 'technique':
      return `${LOG_QUESTION} Use one of these:\n${originList(corpus)}`;
    case 'client':
      return `Use official or one of ${[...corpus.definitions.flavor.keys()].join(', ')}.`;
    case 'contributor':
      return `Create an entry first: npm run new -- contributor ${id}`;
    default:
      return field satisfies never;
  }
}
