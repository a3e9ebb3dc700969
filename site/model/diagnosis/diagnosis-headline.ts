import type { Diagnosis } from '../../../lib/diagnose/model/diagnosis.ts';
import { departureWords } from './departure-words.ts';

/**
 * The result of a diagnosis as a sentence.
 * @param place what the place of a stanza is called, such as `line 12`
 */
export function diagnosisHeadline(
  { flow, divergences }: Pick<Diagnosis, 'flow' | 'divergences'>,
  place: (line: number) => string,
): string {
  if (flow === undefined) return 'No flow of the spec fits this call.';
  const [first] = divergences;
  return first === undefined
    ? `Nothing departs from “${flow.title}”.`
    : `Departs at ${place(first.line)}: ${departureWords(first)}`;
}

/** The call by its number, and whose log it is, such as `Call 1 of 2, seen by the caller`. */
export function callTitle({ call, observer }: Pick<Diagnosis, 'call' | 'observer'>, of: number): string {
  const name = `Call ${call} of ${of}`;
  return observer === undefined ? name : `${name}, seen by ${sideName({ observer })}`;
}

/** Whose log it is, in a sentence. Names that have capitals of their own keep them. */
export function sideName({ observer }: Pick<Diagnosis, 'observer'>): string {
  const label = observer?.label ?? 'somebody';
  const isNoun = /^[A-Z][a-z]*(?: [^A-Z]*)?$/.test(label);
  return isNoun ? `the ${label[0]?.toLowerCase()}${label.slice(1)}` : label;
}
