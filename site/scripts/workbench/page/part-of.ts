/**
 * A part of the workbench, by its name.
 * @throws Error if the page does not have it
 */
export function partOf<T extends HTMLElement>(workbench: HTMLElement, name: string, type: new () => T): T {
  const found = workbench.querySelector(`[data-part="${name}"]`);
  if (!(found instanceof type)) throw new Error(`The workbench has no ${name}.`);
  return found;
}
