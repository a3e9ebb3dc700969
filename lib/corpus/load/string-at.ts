import type { Pointer } from '../../source/mark.ts';

/** The text at a position in data that may have any shape; undefined if there is none. */
export function stringAt(data: unknown, pointer: Pointer): string | undefined {
  let node = data;
  for (const step of pointer) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return typeof node === 'string' ? node : undefined;
}
