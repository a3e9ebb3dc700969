/** A step, of which only its id matters. */
interface Named {
  readonly id?: string | undefined;
}

/**
 * The path of a step: `flow/<flow>#<step>`, or the flow and the number of a step without an id.
 * @param index from 0
 */
export const stepPath = (flow: string, { id }: Named, index: number): string =>
  id === undefined ? `${flow}, step ${index + 1}` : `flow/${flow}#${id}`;

/** The anchor of a step on the page of its flow: its id, or its number if it has none. */
export const stepAnchor = ({ id }: Named, index: number): string => id ?? numberAnchor(index);

/** The anchor that every step has by its number, from 0. */
export const numberAnchor = (index: number): string => `step-${index + 1}`;
