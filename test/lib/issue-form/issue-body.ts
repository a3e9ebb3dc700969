import { minimalStanza } from '../../helpers/temp-spec.ts';

/** The spec that the stanza of the form is about: a stanza and its enum. */
export const STANZA = minimalStanza(
  'ping',
  `attributes:
  - name: from
    type: jid
    confidence: probable
    description: Who sends it.
    provenance: { techniques: [frida-hooking], sources: ['#1'] }
  - name: kind
    type: enum:kinds
    confidence: speculative
    description: What it is.
    provenance: { techniques: [frida-hooking], sources: ['#1'] }
`,
).replace('direction: [outgoing]', 'direction: [outgoing, incoming]');
export const ENUM = `id: kinds
title: Kinds
status: draft
summary: S.
values:
  - value: loud
    confidence: speculative
    description: Loud.
    provenance: { techniques: [frida-hooking], sources: ['#1'] }
`;
export const CLEAN = '<ping from="A@s.whatsapp.net" kind="loud"/>';

/** The text of an issue that the form makes: complete and correct but for what is given. */
export const issueBody = (
  given: Partial<
    Record<
      | 'technique'
      | 'direction'
      | 'kind'
      | 'text'
      | 'share'
      | 'day'
      | 'remarks'
      | 'client'
      | 'version'
      | 'observer'
      | 'url'
      | 'author'
      | 'license',
      string
    >
  > = {},
): string =>
  [
    ['Where does your log come from?', given.technique ?? 'websocket-capture'],
    ['Which client was it?', given['client'] ?? 'I do not know'],
    ['Version of the client', given['version'] ?? '_No response_'],
    ['Whose side of the call is it?', given['observer'] ?? 'I do not know'],
    ['Direction', given.direction ?? 'incoming'],
    ['Kind', given.kind ?? 'captured'],
    ['Sanitized stanzas', `\`\`\`text\n${given.text ?? CLEAN}\n\`\`\``],
    ['Shared on purpose', given.share ?? '_No response_'],
    ['Day of the capture', given.day ?? '_No response_'],
    ['Address, if somebody else published it', given['url'] ?? '_No response_'],
    ['Who published it', given['author'] ?? '_No response_'],
    ['Its licence', given['license'] ?? '_No response_'],
    ['Remarks', given.remarks ?? '_No response_'],
    ['Before you send it', '- [X] sanitized\n- [X] published'],
  ]
    .map(([label, value]) => `### ${label}\n\n${value}`)
    .join('\n\n');
