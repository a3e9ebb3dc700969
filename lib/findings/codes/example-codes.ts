import { type Code, code, didYouMean, type None } from '../parts/code.ts';

/** A part of a node of an example. */
export interface Inside {
  readonly parent: string;
  readonly suggestion?: string | undefined;
}

/** A part of a shared node. */
export interface Lacked {
  /** The path of the child whose `without` names it. */
  readonly lackedBy: string | undefined;
}

const missing = (lackedBy: string | undefined): string =>
  lackedBy === undefined ? 'the stanza does not describe' : `'without' of ${lackedBy} leaves out`;

const lackedHint = (lackedBy: string | undefined): string | undefined =>
  lackedBy === undefined
    ? undefined
    : `Remove it from the example, or from 'without' of ${lackedBy} if it occurs there.`;

/** Examples against their stanza. */
export const EXAMPLE_CODES = {
  'example/syntax': code<{ format: string; reason: string }>({
    level: 'error',
    title: 'Example cannot be read',
    why: 'An example that cannot be parsed cannot be linked to the facts, and readers would copy its mistake.',
    message: ({ format, reason }) => `The example is not valid ${format}: ${reason}.`,
  }),
  'example/root': code<{ tag: string; expected: string }>({
    level: 'error',
    title: 'Example of another stanza',
    why: 'An example starts with the outermost node of its stanza, so that readers can compare it with a log.',
    message: ({ tag, expected }) =>
      `The example begins with <${tag}>, but the stanza's tag is <${expected}>.`,
    hint: ({ expected }) => `Write the whole stanza, beginning with <${expected}>.`,
  }),
  'example/match': code<{ tag: string; words: string }>({
    level: 'error',
    title: 'Example is not recognized as its stanza',
    why: '`match` distinguishes the stanza from others with the same tag. An example that does not fit it shows another stanza.',
    message: ({ tag, words }) =>
      `This <${tag}> does not fit 'match' of the stanza, which requires that ${words}.`,
    hint: () => "Correct the example, or 'match'.",
  }),
  'match/unknown-name': code<Inside & { readonly what: 'attribute' | 'child'; readonly name: string }>({
    level: 'error',
    title: 'Match names an undescribed part',
    why: 'A stanza is recognized by attributes and children that it describes, so that readers can recognize it too.',
    message: ({ what, name, parent }) =>
      `'match' names the ${what} ${name}, which the stanza does not describe on <${parent}>.`,
    hint: ({ what, name, suggestion }) =>
      didYouMean(suggestion) ?? `Describe the ${what} ${name}, or correct 'match'.`,
  }),
  'example/unknown-child': code<Inside & Lacked & { readonly tag: string }>({
    level: 'error',
    title: 'Example has an undescribed child',
    why: 'If an example contains something that its stanza does not describe, one of the two is wrong.',
    message: ({ tag, parent, lackedBy }) =>
      `The example has <${tag}> in <${parent}>, which ${missing(lackedBy)}.`,
    hint: ({ tag, lackedBy, suggestion }) =>
      lackedHint(lackedBy) ??
      didYouMean(suggestion) ??
      `Describe <${tag}> in the stanza, or remove it from the example.`,
  }),
  'example/unknown-attribute': code<Inside & Lacked & { readonly name: string }>({
    level: 'error',
    title: 'Example has an undescribed attribute',
    why: 'If an example contains something that its stanza does not describe, one of the two is wrong.',
    message: ({ name, parent, lackedBy }) =>
      `The example has '${name}' on <${parent}>, which ${missing(lackedBy)}.`,
    hint: ({ name, lackedBy, suggestion }) =>
      lackedHint(lackedBy) ??
      didYouMean(suggestion) ??
      `Describe the attribute '${name}' in the stanza, or remove it from the example.`,
  }),
  'example/missing-attribute': code<{ name: string; parent: string }>({
    level: 'error',
    title: 'Example lacks a required attribute',
    why: 'Readers copy examples, so an example must contain everything that is required.',
    message: ({ name, parent }) => `The stanza requires '${name}' on <${parent}>; the example has none.`,
    hint: ({ name }) => `Add '${name}' to the example, or correct 'required', 'sent' or 'delivered'.`,
  }),
  'example/missing-child': code<{ tag: string; parent: string; occurrence: string }>({
    level: 'error',
    title: 'Example lacks a child',
    why: 'Readers copy examples, so an example must contain everything that is required.',
    message: ({ tag, parent, occurrence }) =>
      `<${tag}> occurs ${occurrence} in <${parent}>; the example has none.`,
    hint: ({ tag }) => `Add <${tag}> to the example, or correct its occurrence.`,
  }),
  'example/too-many': code<{ tag: string; parent: string; occurrence: string }>({
    level: 'error',
    title: 'Example repeats a child',
    why: 'If the stanza allows a child once and the example has it twice, one of the two is wrong.',
    message: ({ tag, parent, occurrence }) =>
      `<${tag}> occurs ${occurrence} in <${parent}>; the example has it more often.`,
    hint: () => "Remove it from the example, or correct the occurrence to '0..n' or '1..n'.",
  }),
  'example/order': code<{ tag: string; parent: string; before: string }>({
    level: 'error',
    title: 'Example has children in another order',
    why: 'Readers copy examples, so an example must follow the order that the spec requires.',
    message: ({ tag, parent, before }) =>
      `<${tag}> comes after <${before}> in <${parent}>; the stanza requires the opposite order.`,
    hint: () => "Correct the order in the example, or 'children_order'.",
  }),
  'example/enum-value': code<{ value: string; enum: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Example has a value that is not in its enum',
    why: 'The value in the example links to its entry in the enum, so the entry must exist.',
    message: ({ value, enum: id }) => `'${value}' in the example is not a value of the enum ${id}.`,
    hint: ({ value, enum: id, suggestion }) =>
      didYouMean(suggestion) ?? `Add '${value}' to enums/${id}.yaml, or correct the example.`,
  }),
  'example/value-type': code<{ value: string; type: string; expected: string }>({
    level: 'warning',
    title: 'Example has a value of another type',
    why: 'Readers copy examples, so a placeholder should be a plausible value.',
    message: ({ value, type, expected }) =>
      `'${value}' in the example is not a value of type ${type}: ${expected}.`,
    hint: () => 'Write a made-up value of the right type.',
  }),
  'example/wrong-leg': code<{ what: string; parent: string; leg: 'sent' | 'delivered' }>({
    level: 'error',
    title: 'Example has something that its leg never has',
    why: 'Readers copy examples; what a sender never writes must not be in an example of what is sent.',
    message: ({ what, leg }) =>
      leg === 'sent'
        ? `The example shows what is sent, but ${what} is never sent.`
        : `The example shows what is delivered, but ${what} is never delivered.`,
    hint: ({ leg }) => `Remove it from the example, or correct '${leg}' of the fact.`,
  }),
  'example/refuted': code<{ what: string; path: string }>({
    level: 'error',
    title: 'Example has something that is refuted',
    why: 'Readers copy examples. What an open dispute with `refutes` denies must not be in one, unless it says that it is `historical`.',
    message: ({ what, path }) => `The example has ${what}, but a dispute of ${path} refutes it.`,
    hint: () =>
      "Remove it from the example, or write 'historical: true' if the example is kept for the record.",
  }),
  'example/no-leg': code<{ sent: string; delivered: string }>({
    level: 'error',
    title: 'Example fits neither leg',
    why: 'Readers copy examples. One that nobody can send or receive teaches a mistake, unless it says that it is `historical`.',
    message: ({ sent, delivered }) =>
      `Nobody sends or receives this example: ${sent} is never sent, and ${delivered} is never delivered.`,
    hint: () => "Remove one of the two and state the 'leg', or write 'historical: true'.",
  }),
  'example/not-historical': code<None>({
    level: 'warning',
    title: 'Example is historical without a reason',
    why: 'A historical example is folded away, with what is wrong in it. One in which nothing is wrong should be shown.',
    message: () => "The example is 'historical', but nothing in it is refuted, and it fits a leg.",
    hint: () => "Remove 'historical', or add the dispute that refutes a part of it.",
  }),
  'example/condition': code<{
    what: string;
    parent: string;
    how: 'only-if' | 'required-if';
    predicate: string;
  }>({
    level: 'error',
    title: 'Example does not fit a condition',
    why: 'Readers copy examples, so an example must fit the conditions under which its parts occur.',
    message: ({ what, parent, how, predicate }) =>
      how === 'only-if'
        ? `${what} in <${parent}> occurs only if ${predicate}; that is not the case in the example.`
        : `${what} is required in <${parent}> if ${predicate}; that is the case, but the example has none.`,
    hint: ({ how }) => `Correct the example, or '${how.replace('-', '_')}' of the fact.`,
  }),
  'example/choice': code<{ of: readonly string[]; found: readonly string[]; parent: string }>({
    level: 'error',
    title: 'Example breaks a choice',
    why: 'Readers copy examples; one with two members of a choice, or with none, teaches a mistake.',
    message: ({ of, found, parent }) =>
      found.length === 0
        ? `<${parent}> has one of ${of.join(', ')}; the example has none.`
        : `<${parent}> has only one of ${of.join(', ')}; the example has ${found.join(' and ')}.`,
    hint: () => "Correct the example, or the choice in 'one_of'.",
  }),
  'example/constant': code<{ value: string; expected: string }>({
    level: 'error',
    title: 'Example has another value than the constant',
    why: 'A constant is always the same, in examples too.',
    message: ({ value, expected }) => `The value is always '${expected}'; the example has '${value}'.`,
    hint: () => "Correct the example, or remove 'value' from the fact.",
  }),
} as const satisfies Record<string, Code<never>>;
