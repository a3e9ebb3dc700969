import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { rulesFor } from '../calls/answer-rules.ts';
import type { SightedStep } from '../calls/flow-sight.ts';
import type { CheckedMessage } from '../check/checked-call.ts';
import type { Fault, PlantedPlace } from './fault.ts';
import { inTheirPlaces } from './sequence-faults.ts';

/**
 * A recorded call without each of its messages, and with each two neighbours in the place of the other.
 * @param stepsOf the steps that a message is
 */
export function messageFaults(
  call: readonly CheckedMessage[],
  stepsOf: (message: CheckedMessage) => readonly SightedStep[],
  corpus: Corpus,
): readonly Fault[] {
  const planted = (...messages: readonly CheckedMessage[]): PlantedPlace => {
    const steps = messages.flatMap(stepsOf);
    const asked = messages.flatMap((one) => call[one.asked ?? -1] ?? []);
    return {
      places: steps.map(({ place }) => place),
      paths: [
        ...steps.map(({ path }) => path),
        ...asked.flatMap((one) => rulesFor(one, corpus).map(({ path }) => path)),
      ],
      messages: [...messages, ...asked].map(({ n }) => n),
    };
  };
  const nameOf = ({ n, stanza }: CheckedMessage): string => `${n} ${stanza ?? ''}`.trim();
  return call.flatMap((message, i): Fault[] => {
    const next = call[i + 1];
    const dropped: Fault = {
      kind: 'message dropped',
      what: nameOf(message),
      messages: call.toSpliced(i, 1),
      planted: planted(message),
    };
    if (next === undefined) return [dropped];
    const swapped: Fault = {
      kind: 'neighbours swapped',
      what: `${nameOf(message)} and ${nameOf(next)}`,
      messages: inTheirPlaces(call, call.with(i, next).with(i + 1, message)),
      planted: planted(message, next),
    };
    return [dropped, swapped];
  });
}
