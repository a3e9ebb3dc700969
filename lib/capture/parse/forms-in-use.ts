import type { BytesForm, ElementForm, Form, ValueForm, WhereValue } from '../forms/form.ts';
import type { Value } from '../notation/values/value.ts';

/** The forms that are looked for: all, or only those that read like a named one, under whose name they then go. */
export interface FormsInUse {
  readonly named: Form | undefined;
  readonly all: readonly Form[];
}

/** The form of an element by the text before it; undefined if no form in use reads elements. */
export function elementForm(
  { named, all }: FormsInUse,
  before: string,
  record: string | undefined,
): ElementForm | undefined {
  if (named !== undefined) return named.reads === 'elements' ? named : undefined;
  for (const form of all) if (form.reads === 'elements' && form.recognise(before, record)) return form;
  return undefined;
}

/** The form that reads a value as a node, and the name it goes under; undefined if the value is not a node. */
export function valueForm(
  { named, all }: FormsInUse,
  value: Value,
  where: WhereValue,
): { readonly name: string; readonly form: ValueForm } | undefined {
  if (value.kind !== 'object' && value.kind !== 'array') return undefined;
  if (named?.reads === 'bytes' || (named?.reads === 'elements' && named.records !== 'texts and nodes')) {
    return undefined;
  }
  for (const form of all) {
    if (form.reads === 'values' && form.recognise(value, where))
      return { name: named?.name ?? form.name, form };
  }
  return undefined;
}

/** The forms of bytes that are looked for. */
export function bytesForms({ named, all }: FormsInUse): BytesForm[] {
  return (named === undefined ? all : [named]).filter((form) => form.reads === 'bytes');
}
