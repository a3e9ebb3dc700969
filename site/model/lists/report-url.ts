import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import { MAX_ADDRESS } from '../links/new-file-url.ts';

/** What a report can be about, as the issue form offers it. */
export const REPORT_KINDS = [
  { value: 'It is wrong', means: 'You know that the fact does not hold, in no client.' },
  { value: 'Another client does something else', means: 'Both can be true: it becomes a dispute.' },
  { value: 'It is missing', means: 'You have seen something that no fact describes.' },
  {
    value: 'There is more evidence for it',
    means: 'A source, a capture or a line of code that is not listed.',
  },
  { value: 'It answers an open question', means: 'The question can then be closed, with your source.' },
] as const;

/** A report as its form holds it. */
export interface FactReport {
  /** A fact path, or words for what has none. */
  readonly fact: string;
  readonly about: string;
  readonly claim: string;
  readonly sources: string;
}

/**
 * The prefilled issue form of a report.
 * @returns undefined where the repository is not safe, or the address would be too long
 */
export function reportUrl(
  repository: string,
  { fact, about, claim, sources }: FactReport,
): string | undefined {
  const form = safeUrl(`${withoutSlash(repository)}/issues/new`);
  if (form === undefined) return undefined;
  const definition = /^([A-Za-z0-9][\w.-]*):/.exec(fact)?.[1];
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
