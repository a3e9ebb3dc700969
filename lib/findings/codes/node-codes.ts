import { type Code, code, cycleText, didYouMean } from '../parts/code.ts';

/** Shared nodes, envelopes, choices, orders, legs and builds. */
export const NODE_CODES = {
  'node/circle': code<{ circle: readonly string[] }>({
    level: 'error',
    title: 'Shared nodes contain each other',
    why: 'A shared node that contains itself would have no end. Such a place is described as if the node were empty.',
    message: ({ circle }) =>
      circle.length === 2
        ? `The shared node ${circle[0]} contains itself.`
        : `These shared nodes contain each other: ${cycleText(circle)}.`,
    hint: () => "Remove one 'use', and describe what the node has at that place.",
  }),
  'node/too-large': code<{ use: string; facts: number; depth: number }>({
    level: 'error',
    title: 'Shared nodes make a definition too large',
    why: 'Shared nodes within shared nodes multiply: a few short files could describe more facts than a page can show. This place is described as if the node were empty.',
    message: ({ use, facts, depth }) =>
      `With ${use}, this definition takes more than ${facts} facts from shared nodes, or is more than ${depth} levels deep.`,
    hint: () => 'Use the node at fewer places, or describe less in it.',
  }),
  'node/other-tag': code<{ tag: string; use: string; expected: string }>({
    level: 'error',
    title: 'Use of a shared node with another tag',
    why: 'A shared node is one node that occurs at several places, so it has the same tag at each of them.',
    message: ({ tag, use, expected }) => `The shared node ${use} is <${expected}>, and <${tag}> uses it.`,
    hint: ({ expected }) => `Write 'tag: ${expected}', or use the shared node of the tag.`,
  }),
  'node/unknown-part': code<{ part: string; use: string | undefined; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Part that the shared node does not have',
    why: '`without` names what the shared node has and this place does not. A misspelled part would still be shown here.',
    message: ({ part, use }) =>
      use === undefined
        ? `'without' names ${part}, and the child uses no shared node.`
        : `The shared node ${use} has no ${part}.`,
    hint: ({ use, suggestion }) =>
      didYouMean(suggestion) ??
      (use === undefined
        ? "Add 'use' with the shared node, or remove 'without'."
        : `Write an anchor that nodes/${use}.yaml describes, such as @ip or rte/text().`),
  }),
  'node/own-part': code<{ part: string }>({
    level: 'error',
    title: 'Part that is left out and described',
    why: 'What a place describes itself replaces the part of the shared node. If the place also lacks the part, one of the two is wrong.',
    message: ({ part }) => `'without' names ${part}, and this place describes ${part} itself.`,
    hint: ({ part }) =>
      `Remove ${part} from 'without', since what is described here replaces it; or remove the description.`,
  }),
  'node/used-apart': code<{ use: string }>({
    level: 'error',
    title: 'Shared node that is used and is not',
    why: '`apart` says why a child is not the shared node of its tag, and `use` says that it is.',
    message: ({ use }) => `The child is the shared node ${use}, and 'apart' says that it is not.`,
    hint: ({ use }) => `Remove 'apart', or remove 'use: ${use}' and describe the child here.`,
  }),
  'node/unused': code<{ id: string }>({
    level: 'warning',
    policy: true,
    title: 'Shared node that nothing uses',
    why: 'A shared node is described once for several places. Without a place, its facts belong to no stanza.',
    message: ({ id }) => `Nothing has 'use: ${id}'.`,
    hint: ({ id }) => `Write 'use: ${id}' where the node occurs, or delete the file.`,
  }),
  'node/tags-from': code<{ tag: string }>({
    level: 'error',
    title: 'Tags from an enum for a child with one tag',
    why: "The values of an enum are the tags of a child that has any tag, '*'. A child with a tag of its own has no other.",
    message: ({ tag }) => `The child has the tag ${tag}, and 'tags_from' says that it has several.`,
    hint: () => "Write tag: '*', or remove 'tags_from'.",
  }),
  'node/duplicate-choice': code<{ id: string; line: number }>({
    level: 'error',
    title: 'Choice defined twice',
    why: 'Two choices with one id would share one address.',
    message: ({ id, line }) => `The choice '${id}' of this node is already defined in line ${line}.`,
    hint: () => 'Give each choice of a node an id of its own.',
  }),
  'choice/unknown-member': code<{ member: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Choice with an unknown member',
    why: 'A choice is between attributes and children that the node describes, so that readers can follow it to them.',
    message: ({ member }) => `The choice names ${member}, which the node does not describe.`,
    hint: ({ member, suggestion }) =>
      didYouMean(suggestion) ?? `Describe ${member} on the node, or correct the choice.`,
  }),
  'choice/two-choices': code<{ member: string; other: string }>({
    level: 'error',
    title: 'Member of two choices',
    why: 'Two choices with a common member are one choice, or two that contradict each other.',
    message: ({ member, other }) => `${member} is already a member of the choice '${other}'.`,
    hint: () => 'Merge the two choices, or remove the member from one of them.',
  }),
  'choice/always': code<{ member: string; choice: string; leg: 'sent' | 'delivered' }>({
    level: 'error',
    title: 'Member of a choice that is always there',
    why: 'At most one member of a choice occurs. If one of them is always there, the others never are.',
    message: ({ member, choice, leg }) =>
      `${member} is always ${leg}, and is a member of the choice '${choice}' of which at most one occurs.`,
    hint: ({ member, leg }) =>
      member.startsWith('@')
        ? `Write '${leg}: ${leg === 'sent' ? 'optional' : 'sometimes'}' (or 'required: false') for ${member}, say in 'only_if' when it is there, or correct the choice.`
        : `Write occurrence: '0..1' for <${member}>, say in 'only_if' when it is there, or correct the choice.`,
  }),
  'order/unknown-child': code<{ tag: string; known: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Order names an unknown child',
    why: 'An order of children that the node does not have orders nothing.',
    message: ({ tag }) => `The order names <${tag}>, which the node does not describe.`,
    hint: ({ tag, known, suggestion }) =>
      didYouMean(suggestion) ??
      (known.length === 0
        ? `Describe <${tag}> on the node, or remove the order.`
        : `Describe <${tag}> on the node, or write one of its children: ${known.join(', ')}.`),
  }),
  'envelope/other-tag': code<{ id: string; tag: string; expected: string }>({
    level: 'error',
    title: 'Envelope with another tag',
    why: 'An envelope describes the outermost node of a stanza, so both have the same tag.',
    message: ({ id, tag, expected }) => `The envelope ${id} is <${expected}>, and the stanza is <${tag}>.`,
    hint: ({ tag }) => `Name the stanza that describes the envelope <${tag}>, or remove 'envelope'.`,
  }),
  'envelope/nested': code<{ id: string; own: boolean }>({
    level: 'error',
    title: 'Envelope in an envelope',
    why: 'A stanza has one outermost node. Its envelope describes that node itself, and takes nothing from another stanza.',
    message: ({ id, own }) =>
      own ? `${id} is named as its own envelope.` : `The envelope ${id} has an envelope itself.`,
    hint: ({ id, own }) =>
      own ? "Remove 'envelope'." : `Name the envelope of ${id}, or remove 'envelope' from ${id}.`,
  }),
  'condition/predicate': code<{ predicate: string; reason: string }>({
    level: 'error',
    title: 'Condition cannot be parsed',
    why: 'Conditions are checked in every example and capture. One that cannot be parsed is never checked.',
    message: ({ predicate, reason }) => `The condition '${predicate}' cannot be parsed: ${reason}.`,
    hint: () =>
      "Write conditions joined by ' and ', such as: incoming and terminate@reason is absent, offer/net@medium = '3', or not after call-accept.",
  }),
  'condition/unknown-fact': code<{ anchor: string; owner: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Condition on an undescribed part',
    why: 'A condition of a fact is about parts of the same definition. In a stanza, anchors start at the outermost node; in a shared node, at that node.',
    message: ({ anchor, owner }) => `The condition names ${anchor}, which ${owner} does not describe.`,
    hint: ({ anchor, suggestion }) =>
      didYouMean(suggestion) ?? `Describe ${anchor} in the same definition, or correct the condition.`,
  }),
  'condition/itself': code<{ anchor: string; key: 'only_if' | 'required_if' }>({
    level: 'error',
    title: 'Condition of a fact on itself',
    why: 'A condition says when something occurs. Whether the same thing occurs is what it should tell.',
    message: ({ anchor, key }) => `The condition in '${key}' of ${anchor} names ${anchor} itself.`,
    hint: ({ key }) => `Name what it depends on, or remove '${key}'.`,
  }),
  'leg/writer': code<{ path: string; writers: readonly string[] }>({
    level: 'error',
    title: 'Written by a client and never sent',
    why: 'What a client or its engine writes is in what is sent. Only the server adds something after that.',
    message: ({ path, writers }) => `${path} is never sent, and is written by: ${writers.join(', ')}.`,
    hint: () => "Correct 'sent', or name the server in 'written_by'.",
  }),
  'leg/never': code<{ path: string }>({
    level: 'error',
    title: 'Fact that is never there',
    why: 'What is neither sent nor delivered does not exist on the wire.',
    message: ({ path }) => `${path} is never sent and never delivered.`,
    hint: () => "Correct 'sent' or 'delivered'; if it does not occur any more, say so in 'builds'.",
  }),
  'builds/backwards': code<{ since: string | undefined; until: string | undefined }>({
    level: 'error',
    title: 'Builds that end before they begin',
    why: 'Versions are compared part by part, as numbers. A range that ends before it begins has no build in it.',
    message: ({ since, until }) => `The build ${until} is older than ${since}.`,
    hint: () => "Swap 'since' and 'until', or correct one of them.",
  }),
  'builds/overlap': code<{ client: string; platform: string | undefined; line: number }>({
    level: 'error',
    title: 'Builds that overlap',
    why: 'Of two ranges of one client that overlap, it is unclear which builds the fact applies to.',
    message: ({ client, platform, line }) =>
      `These builds of ${client}${platform === undefined ? '' : ` on ${platform}`} overlap with those in line ${line}.`,
    hint: () => 'Merge the two ranges, or correct where they begin and end.',
  }),
} as const satisfies Record<string, Code<never>>;
