import type { Flow } from '../../schema/types.generated.ts';

/** Of which logs a flow speaks, as sentences: whether it is part of a larger call, and whose logs it describes. */
export function flowScope({ fragment, observers, participants }: Flow): string[] {
  const label = (id: string): string => participants.find((one) => one.id === id)?.label ?? id;
  return [
    ...(fragment === true
      ? ['It happens during a call that another flow describes; other stanzas can come between its steps.']
      : []),
    ...(observers === undefined
      ? []
      : [
          `It shows the call as ${observers.length === 1 ? 'this side’s log has' : 'the logs of these sides have'} it: ${observers.map(label).join(', ')}.`,
        ]),
  ];
}
