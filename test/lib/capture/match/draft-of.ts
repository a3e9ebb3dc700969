import { parse } from '../../../../lib/capture/parse/parse.ts';
import { draftStanzas } from '../draft-stanzas.ts';
import { SPEC, SPEC_FILES } from '../nodes.ts';

/** What precedes a stanza that whatsmeow logs as sent. */
export const SEND = '10:20:30.400 [Client/Send DEBUG] ';

/** What is drafted from a log; its stanzas are incoming unless the log says otherwise. */
export const draftOf = (log: string, technique = 'websocket-capture') =>
  draftStanzas(parse(log).stanzas, SPEC, SPEC_FILES, { technique, kind: 'captured', direction: 'incoming' });
