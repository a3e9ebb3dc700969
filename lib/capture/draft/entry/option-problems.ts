import type { Corpus } from '../../../corpus/model/corpus.ts';
import { safeUrl } from '../../../prose/safe-url.ts';
import type { CaptureField } from '../../../prose/ways.ts';
import { isDay } from '../../../text/is-day.ts';
import { suggest } from '../../../text/suggest.ts';
import {
  findLeaks,
  findLeaksInId,
  findLeaksInVersion,
  type Leak,
  type LeakKind,
} from '../../leaks/find-leaks.ts';
import { findLeaksInUrl } from '../../leaks/find-leaks-in-url.ts';
import { newlyShared } from '../../share/newly-shared.ts';
import type { SharedNames } from '../../share/shared-names.ts';
import type { DraftOptions } from './draft-options.ts';

/** An option that looks personal: what it looks like, never its value. */
export interface OptionLeak {
  readonly field: CaptureField;
  readonly kind: LeakKind;
}

/** What is wrong with an option of a draft. */
export type OptionProblem =
  | {
      readonly problem: 'unknown';
      readonly field: 'technique' | 'client' | 'contributor';
      readonly id: string;
      readonly suggestion: string | undefined;
    }
  | { readonly problem: 'no-id' | 'id-taken'; readonly id: string }
  | { readonly problem: 'no-day' | 'no-issue' | 'no-url'; readonly text: string }
  /** A synthetic stanza adds nothing to the spec, and a shared name or value is new to it. */
  | { readonly problem: 'new-in-synthetic'; readonly shared: 'name' | 'value' };

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/**
 * Checks the options of a draft, except for personal data, which `draft` itself refuses.
 * @param options as the user gave them
 * @param shared the names and values that are shared
 * @param corpus the spec without them
 */
export function optionProblems(options: DraftOptions, shared: SharedNames, corpus: Corpus): OptionProblem[] {
  const { technique, client, contributor, id, call, capturedAt, issue, url, kind } = options;
  const { flavor, contributor: contributors, capture } = corpus.definitions;
  const problems: OptionProblem[] = [];
  const lookUp = (
    field: 'technique' | 'client' | 'contributor',
    one: string,
    known: Iterable<string>,
  ): void => {
    const ids = [...known];
    if (ids.includes(one)) return;
    problems.push({ problem: 'unknown', field, id: one, suggestion: suggest(one, ids) });
  };
  lookUp('technique', technique, corpus.techniques.keys());
  if (client !== undefined && client !== 'official' && !corpus.absent.has('flavor')) {
    lookUp('client', client, ['official', ...flavor.keys()]);
  }
  if (contributor !== undefined && !corpus.absent.has('contributor')) {
    lookUp('contributor', contributor, contributors.keys());
  }
  if (id !== undefined) {
    const lower = id.toLowerCase();
    if (!ID.test(id)) problems.push({ problem: 'no-id', id });
    if ([...capture.keys()].some((one) => one.toLowerCase() === lower)) {
      problems.push({ problem: 'id-taken', id });
    }
  }
  if (call !== undefined && !ID.test(call)) problems.push({ problem: 'no-id', id: call });
  if (capturedAt !== undefined && !isDay(capturedAt)) problems.push({ problem: 'no-day', text: capturedAt });
  if (issue !== undefined && !/^#\d{1,9}$/.test(issue)) problems.push({ problem: 'no-issue', text: issue });
  if (url !== undefined && safeUrl(url) === undefined) problems.push({ problem: 'no-url', text: url });
  if (kind === 'synthetic') {
    const { keepNames, keepValues } = newlyShared(shared, corpus);
    if (keepValues.length > 0) problems.push({ problem: 'new-in-synthetic', shared: 'value' });
    if (keepNames.length > 0) problems.push({ problem: 'new-in-synthetic', shared: 'name' });
  }
  return problems;
}

/** The options of a draft that look personal, each with the first reason. */
export function leaksInOptions({
  id = '',
  call = '',
  title = '',
  version = '',
  platform = '',
  contributor = '',
  capturedAt = '',
  issue = '',
  url = '',
  author = '',
  license = '',
  tools = [],
}: Partial<DraftOptions>): OptionLeak[] {
  const texts: Readonly<Record<CaptureField, string>> = {
    id,
    call,
    title,
    version,
    platform,
    contributor,
    capturedAt,
    issue,
    url,
    author,
    license,
    tools: tools.join('\n'),
  };
  return (Object.keys(texts) as CaptureField[]).flatMap((field) => {
    const [leak] = leaksIn(field, texts[field]);
    return leak === undefined ? [] : [{ field, kind: leak.kind }];
  });
}

function leaksIn(field: CaptureField, text: string): readonly Leak[] {
  if (field === 'version') return findLeaksInVersion(text);
  if (field === 'url') return findLeaksInUrl(text);
  return field === 'id' || field === 'call' || field === 'contributor'
    ? findLeaksInId(text)
    : findLeaks(text);
}
