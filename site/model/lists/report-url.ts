import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import { MAX_ADDRESS } from '../links/new-file-url.ts';

/** What a report can be about: the options of the issue form. */
export const REPORT_KINDS = [
  { value: 'It is wrong', means: 'No client behaves this way.' },
  { value: 'Another client does something else', means: 'Both can be true: it becomes a dispute.' },
  { value: 'It is missing', means: 'You have seen something that no fact describes.' },
  {
    value: 'There is more evidence for it',
    means: 'A source, a capture or a line of code that is not listed.',
  },
  { value: 'It answers an open question', means: 'The question can then be closed, with your source.' },
] as const;

/** The fields of a report. */
export interface FactReport {
  /** A fact path, or a description of something without one. */
  readonly fact: string;
  readonly about: string;
  readonly claim: string;
  readonly sources: string;
}

/**
 * The URL of the prefilled issue form for a report.
 * @returns undefined if the repository is not a safe URL, or the URL would be too long
 */
export function reportUrl(
  repository: string,
  { fact, about, claim, sources }: FactReport,
): string | undefined {
  const form = safeUrl(`${withoutSlash(repository)}/issues/new`);
  if (form === undefined) return undefined;
  const definition = /^((?:node\/)?[A-Za-z0-9][\w.-]*):/.exec(fact)?.[1];
  const enumeration = /^([A-Za-z0-9][\w.-]*)=/.exec(fact)?.[1];
  const owner = definition ?? (enumeration === undefined ? undefined : `enum:${enumeration}`);
  const query = new URLSearchParams({
    template: 'fact.yml',
    title: fact === '' ? about : `${fact}: ${about}`,
    ...(owner === undefined ? {} : { definition: owner }),
    fact,
    about,
    claim,
    sources,
  });
  const address = `${form}?${query}`;
  return address.length <= MAX_ADDRESS ? address : undefined;
}
