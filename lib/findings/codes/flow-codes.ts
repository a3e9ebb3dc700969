import { type Code, code, didYouMean } from '../parts/code.ts';

/** Steps of flows that contradict themselves or the stanzas that they send. */
export const FLOW_CODES = {
  'flow/after-later': code<{ id: string; line: number | undefined }>({
    level: 'error',
    title: 'Step after a later one',
    why: 'A flow lists its steps in order, so a step can only come after steps listed above it.',
    message: ({ id, line }) =>
      line === undefined
        ? `The step '${id}' comes after itself.`
        : `The step '${id}' is listed below it, in line ${line}.`,
    hint: () =>
      "Name steps listed above it, or change the order of the steps. 'after: []' says that the order is free.",
  }),
  'flow/two-stanzas': code<Record<never, never>>({
    level: 'error',
    title: 'A stanza and alternatives to it',
    why: 'A step sends the one stanza that `stanza` names, or one of those that `one_of` lists.',
    message: () => "The step has both 'stanza' and 'one_of'.",
    hint: () => "Move the stanza to 'one_of' and remove 'stanza', or remove 'one_of'.",
  }),
  'flow/observed-rules': code<Record<never, never>>({
    level: 'error',
    title: 'Rules with observers',
    why: 'The steps of a flow with `rules: true` are rules about single stanzas. No log is compared with it, so nobody observes it.',
    message: () => "The flow has 'rules: true' and names observers.",
    hint: () => "Remove 'observers', or remove 'rules' if the steps are a sequence.",
  }),
  'flow/optional-condition': code<Record<never, never>>({
    level: 'error',
    title: 'Optional with a condition that requires it',
    why: 'A step with `required_if` is required where the condition is true and optional elsewhere. `optional: true` says that it is optional everywhere.',
    message: () => "The step has both 'optional: true' and 'required_if'.",
    hint: () =>
      "Remove 'optional'; or remove 'required_if' if the step can be left out even where the condition is true.",
  }),
  'flow/seen-longer': code<{ ms: number; seen: number }>({
    level: 'error',
    title: 'Seen for longer than the time',
    why: 'With `seen_ms` the time is no limit and leaves room above what was seen. A diagnosis would call a call late that was seen.',
    message: ({ ms, seen }) => `The step was seen to take ${seen} ms, longer than its 'ms' of ${ms}.`,
    hint: () => "Write a larger 'ms', or remove 'seen_ms' if 'ms' is a limit that is known.",
  }),
  'flow/predicate': code<{ key: 'with' | 'only_if' | 'required_if'; predicate: string; reason: string }>({
    level: 'error',
    title: 'Condition of a step cannot be used',
    why: 'Logs are compared with the conditions of steps. One that cannot be read is never compared.',
    message: ({ key, predicate, reason }) =>
      `The '${key}' of the step, '${predicate}', cannot be used: ${reason}.`,
    hint: ({ key }) =>
      key === 'with'
        ? "Write what the stanza of the step contains, such as: terminate@reason = 'timeout' and @t is present."
        : 'Write what a stanza of the call contains, such as: call-offer:offer/destination is present.',
  }),
  'flow/unknown-fact': code<{ anchor: string; stanzas: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Step with an undescribed part',
    why: 'Readers follow what a step says about a stanza to the fact on the page of that stanza, so the fact must exist.',
    message: ({ anchor, stanzas }) =>
      `The step names ${anchor}, which ${stanzas.length === 1 ? `${stanzas[0]} does not describe` : `none of these describes: ${stanzas.join(', ')}`}.`,
    hint: ({ anchor, stanzas, suggestion }) =>
      didYouMean(suggestion) ??
      `Describe ${anchor} in ${stanzas.length === 1 ? `stanzas/${stanzas[0]}.yaml` : 'one of them'}, or correct the step.`,
  }),
  'flow/echo': code<{ reason: string; hint: string }>({
    level: 'error',
    title: 'Repeated value of nothing',
    why: '`echoes` says what an answer repeats of the stanza that it answers: an attribute, or the tag of the payload.',
    message: ({ reason }) => `${reason}.`,
    hint: ({ hint }) => `${hint}.`,
  }),
} as const satisfies Record<string, Code<never>>;
