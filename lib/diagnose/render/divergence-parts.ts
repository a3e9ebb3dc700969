import type { AnsweredQuestion } from '../../capture/match/answered-questions.ts';
import { safeUrl } from '../../prose/safe-url.ts';
import type { Divergence } from '../model/diagnosis.ts';
import type { RenderAddresses } from './render-context.ts';

/** Something that is said of a divergence, under a short heading. Its texts are plain, and not escaped. */
export interface DivergencePart {
  readonly label: string;
  readonly texts: readonly LinkedText[];
}

interface LinkedText {
  readonly text: string;
  /** A checked address. An address without an origin leads nowhere outside of a site, and is left out. */
  readonly url: string | undefined;
}

const linked = (text: string, url: string | undefined): LinkedText => ({ text, url: safeUrl(url ?? '') });

/** So many sources are named; the page of the step or of the fact has them all. */
const SOURCES = 3;

/**
 * Everything that is known of a divergence, in the order in which a reader needs it: what was expected, how sure that
 * is and who shows it, what came instead, which clients behave so, what follows, where all of this is.
 */
export function divergenceParts(divergence: Divergence, addresses: RenderAddresses): DivergencePart[] {
  const { expected, found, confidence, evidence, disputes, clients, follows, path } = divergence;
  const said = (label: string, ...texts: (string | undefined)[]): DivergencePart => ({
    label,
    texts: texts.flatMap((text) => (text === undefined || text === '' ? [] : [linked(text, undefined)])),
  });
  const parts: DivergencePart[] = [
    said('Expected', expected),
    said('Instead', found),
    said(
      'How sure',
      `${confidence}${listed('; techniques: ', evidence.techniques)}${listed('; clients: ', evidence.flavors)}`,
    ),
    { label: 'Sources', texts: sourceTexts(evidence.sources, addresses) },
    said(
      'Clients',
      listed('known to do it: ', clients.does),
      listed('known to leave it out: ', clients.leavesOut),
      ...disputes.map(({ claim, flavors = [], status, resolution = '' }) => {
        const who = flavors.length === 0 ? 'Disputed' : `Disputed by ${flavors.join(', ')}`;
        const how = status === 'resolved' ? ` Resolved: ${resolution}` : '';
        return `${who}: ${claim}${how}`;
      }),
    ),
    said('Follows', ...follows),
    { label: 'See', texts: [linked(path, addresses.path(path))] },
  ];
  return parts.filter(({ texts }) => texts.length > 0);
}

/** An open question that a call answers, with the answer. */
export const answerPart = ({ owner, question, text, answer }: AnsweredQuestion): DivergencePart => ({
  label: 'Answers',
  texts: [`${owner}, ${question}: ${text}`, answer].map((one) => linked(one, undefined)),
});

const listed = (label: string, ids: readonly string[]): string =>
  ids.length === 0 ? '' : `${label}${ids.join(', ')}`;

function sourceTexts(sources: readonly string[], addresses: RenderAddresses): LinkedText[] {
  const more = sources.length - SOURCES;
  return [
    ...sources.slice(0, SOURCES).map((source) => linked(source, addresses.source(source).url)),
    ...(more > 0 ? [linked(`and ${more} more`, undefined)] : []),
  ];
}

/**
 * What is wrong and where, in a few words. Plain text.
 * @param place where the stanza is, such as `line 14`
 */
export function divergenceTitle({ kind, step, path }: Divergence, place: string): string {
  const what = step === undefined ? path : `“${step.label}”`;
  switch (kind) {
    case 'missing':
      return `${what} is missing before ${place}`;
    case 'out-of-order':
      return `${what} is out of order, at ${place}`;
    case 'late':
      return `${what} is late, in ${place}`;
    case 'unanswered':
      return `${place} was not answered: ${what} is missing`;
    case 'contradicts':
      return `${what} in ${place} contradicts the spec`;
    default:
      return kind satisfies never;
  }
}
