import type { OneWay } from '../../../lib/corpus/match/stanza-direction.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { flowViews } from '../../../lib/diagnose/flow/flow-view.ts';
import type { DiagnoseOptions } from '../../../lib/diagnose/model/diagnosis.ts';
import { UsageError } from '../../../lib/node/process/usage-error.ts';
import { suggest } from '../../../lib/text/suggest.ts';
import type { Arguments } from '../../cli/arguments.ts';
import { wholeNumber } from '../../cli/whole-number.ts';

/** What `capture diagnose` was asked for. */
export interface DiagnoseRequest extends DiagnoseOptions {
  /** The number of the only call to diagnose. */
  readonly call: number | undefined;
  /** The direction of stanzas for which the log does not show it. */
  readonly direction: OneWay | undefined;
}

/**
 * The options of `capture diagnose`. The names of flows, observers and clients are those of the corpus.
 * @param hasTwoLogs whether the logs of both sides are given
 * @throws UsageError for the first one that is wrong
 */
export function readDiagnoseOptions(
  { values }: Arguments,
  corpus: Corpus,
  hasTwoLogs: boolean,
): DiagnoseRequest {
  if (hasTwoLogs && values['observer'] !== undefined) {
    throw new UsageError('--observer is for a single log. Leave it out: two logs have an observer each.');
  }
  const views = flowViews(corpus);
  const flow = oneOf('flow', values['flow'], new Set(views.map((view) => view.flow.id)));
  const ofFlow = flow === undefined ? views : views.filter((view) => view.flow.id === flow);
  const observers = new Set(ofFlow.map(({ observer }) => observer.id));
  const clients = new Set([...corpus.definitions.flavor.keys(), 'official']);
  const { call } = values;
  return {
    flow,
    observer: oneOf('observer', values['observer'], observers),
    client: oneOf('client', values['client'], clients),
    direction: oneOf('direction', values['direction'], WAYS),
    call: call === undefined ? undefined : wholeNumber('call', call, { otherwise: 1, least: 1 }),
  };
}

const WAYS: ReadonlySet<OneWay> = new Set(['incoming', 'outgoing']);

/** The value of an option that must be one of some names. */
function oneOf<T extends string>(
  name: string,
  value: string | boolean | undefined,
  known: ReadonlySet<T>,
): T | undefined {
  if (typeof value !== 'string') return undefined;
  const found = [...known].find((one) => one === value);
  if (found !== undefined) return found;
  const near = suggest(value, known);
  const hint = near === undefined ? `Use one of ${[...known].join(', ')}.` : `Did you mean ${near}?`;
  throw new UsageError(`There is no ${name} ${value}. ${hint}`);
}
