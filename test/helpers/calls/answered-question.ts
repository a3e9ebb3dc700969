import { flow, stanza } from '../../cases/texts.ts';

const payload = (id: string): string =>
  stanza('', id).replace('summary:', `match: { payload: [${id.replace('call-', '')}] }\nsummary:`);

const traceOf = (
  id: string,
  kind: string,
  client: string,
  direction: string,
  tags: readonly string[],
): string => `id: ${id}
kind: ${kind}
source: { technique: websocket-capture, client: ${client} }
observer: caller
confidence: probable
sanitized: true
trace:
${tags
  .map(
    (tag, i) =>
      `  - { at: ${i}, direction: ${direction}, body: '<call ${direction === 'incoming' ? 'from' : 'to'}="A@lid"><${tag} call-id="CALLID-0001-synthetic"/></call>' }`,
  )
  .join('\n')}
`;

const FIRST = ['offer', 'preaccept', 'accept'];

/** A spec with a question that traces answer: six in one way, one in another. */
export const ANSWERED: Readonly<Record<string, string>> = {
  'stanzas/call-offer.yaml': payload('call-offer'),
  'stanzas/call-preaccept.yaml': payload('call-preaccept'),
  'stanzas/call-accept.yaml': payload('call-accept'),
  // The history of a call is known from its offer on.
  'flows/a-call.yaml': flow(
    ['from: caller, to: callee, stanza: call-offer'],
    `open_questions:
  - id: preaccept-first
    question: Must a preaccept come before the accept?
    status: open
    settles:
      - { if: call-accept after call-preaccept, then: This time it did. }
      - { if: call-accept not after call-preaccept, then: No. }
`,
  ),
  'flavors/lib.yaml': `id: lib\nrepository: https://client.invalid/owner/lib\ncommit: '${'1'.repeat(40)}'\n`,
  ...Object.fromEntries(
    ['a', 'b', 'd', 'e', 'f', 'g'].map((id) => [
      `captures/${id}.yaml`,
      traceOf(id, 'captured', 'official', 'outgoing', FIRST),
    ]),
  ),
  'captures/c.yaml': traceOf('c', 'captured', 'official', 'incoming', ['offer', 'accept', 'preaccept']),
  'captures/made-up.yaml': traceOf('made-up', 'synthetic', 'official', 'incoming', FIRST),
  'captures/library.yaml': traceOf('library', 'captured', 'lib', 'outgoing', FIRST),
};
