import { counted } from '../../text/counted.ts';
import { type Code, code, didYouMean } from '../parts/code.ts';
import type { Level } from '../parts/level.ts';

const unknown = (kind: string, folder: string, level: Level = 'error') =>
  code<{ readonly id: string; readonly suggestion?: string | undefined }>({
    level,
    title: `Unknown ${kind}`,
    why: `Readers cannot follow a reference to something that does not exist. Every ${kind} that is referred to has a file in \`${folder}/\`.`,
    message: ({ id }) => `There is no ${kind} '${id}'.`,
    hint: ({ id, suggestion }) => didYouMean(suggestion) ?? `Add ${folder}/${id}.yaml, or correct the name.`,
  });

/** Names of other definitions. */
export const REFERENCE_CODES = {
  'reference/enum': unknown('enum', 'enums'),
  'reference/node': unknown('shared node', 'nodes'),
  'reference/stanza': unknown('stanza', 'stanzas'),
  'reference/flow': unknown('flow', 'flows'),
  'reference/part': code<{ readonly id: string; readonly suggestion?: string | undefined }>({
    level: 'error',
    title: 'Unknown part',
    why: 'Readers cannot follow a reference to something that does not exist. Every part that is referred to has a file in the folder of its category.',
    message: ({ id }) => `There is no part '${id}'.`,
    hint: ({ id, suggestion }) =>
      didYouMean(suggestion) ?? `Add ${id}.yaml to the folder of its category, or correct the name.`,
  }),
  'reference/technique': unknown('technique', 'techniques'),
  'reference/contributor': unknown('contributor', 'contributors'),
  'reference/flavor': unknown('implementation', 'flavors'),
  'reference/capture': unknown('capture', 'captures'),
  'reference/record': code<{ record: number; id: string; records: number | undefined }>({
    level: 'error',
    title: 'Unknown record',
    why: 'Readers cannot follow a source to a record that does not exist. The records of a trace are counted from 1; a capture of a single stanza has none.',
    message: ({ record, id, records }) =>
      records === undefined
        ? `The capture '${id}' is a single stanza and has no record ${record}.`
        : `The trace '${id}' has ${counted(records, 'record')}, and no record ${record}.`,
    hint: ({ id, records }) =>
      records === undefined
        ? `Write capture:${id}.`
        : `Write the number of the record that shows the fact: capture:${id}#1 to capture:${id}#${records}.`,
  }),
  'reference/participant': code<{ id: string; allowed: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Unknown participant',
    why: 'A step goes from one participant of its flow to another, and observers are participants.',
    message: ({ id, allowed }) => `The flow has no participant '${id}'. It has: ${allowed.join(', ')}.`,
    hint: ({ suggestion }) => didYouMean(suggestion),
  }),
  'reference/step': code<{ id: string; allowed: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Unknown step',
    why: 'A step answers other steps of its flow, or comes after them, by the ids of those steps.',
    message: ({ id, allowed }) =>
      `The flow has no step '${id}'. ${allowed.length === 0 ? 'None of its steps has an id.' : `It has: ${allowed.join(', ')}.`}`,
    hint: ({ id, suggestion }) =>
      didYouMean(suggestion) ?? `Add 'id: ${id}' to the step that is meant, or correct the name.`,
  }),
} as const satisfies Record<string, Code<never>>;
