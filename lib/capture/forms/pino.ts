import { isBaileysPrefix, logDirection } from '../notation/log-direction.ts';
import type { ElementForm } from './form.ts';

/** The records of pino, in which Baileys logs each stanza as a string. */
export const pino = {
  name: 'pino',
  title: 'The records of Baileys (pino, a JSON object a line), and their pretty print',
  example: `{"level":10,"time":1767323096000,"xml":"<call from='15550100@s.whatsapp.net' id='5F01'>\\n\\t<terminate call-id='C0FFEE' reason='timeout'/>\\n</call>","msg":"recv xml"}`,
  reads: 'elements',
  starts: /<(?=\/?[\p{L}_:]|$)|[{[]/u,
  recognise: (before, record) => isBaileysPrefix(before) || (record !== undefined && isOfPino(record)),
  records: 'texts and nodes',
  entities: false,
  direction: logDirection,
  library: 'baileys',
} as const satisfies ElementForm;

// The fields that pino adds to each record, what Baileys logs with a stanza, or the class of its logger.
const isOfPino = (record: string): boolean =>
  isBaileysPrefix(record) ||
  /(?:^|[\s{,"'])class["']?\s?[=:]\s?["']?baileys\b/m.test(record) ||
  (/(?:^|[\s{,"'])level["']?\s?[=:]/m.test(record) &&
    /(?:^|[\s{,"'])(?:time|pid|hostname)["']?\s?[=:]/m.test(record));
