import { isBaileysPrefix, isWhatsmeowPrefix, logDirection } from '../notation/log-direction.ts';
import type { ElementForm } from './form.ts';

/** The log lines of whatsmeow, on their own or in records of zerolog. */
export const whatsmeow = {
  name: 'whatsmeow',
  title: 'The lines of whatsmeow and of clients that are built on it, also in the JSON of zerolog',
  example:
    '12:00:01.123 [Client/Recv DEBUG] <call from="15550100@s.whatsapp.net" id="5F01"><terminate call-id="C0FFEE" reason="timeout"/></call>',
  reads: 'elements',
  starts: /<(?=\/?[\p{L}_:]|$)|\{/u,
  recognise: (before, record) =>
    record === undefined
      ? isWhatsmeowPrefix(before) && !isBaileysPrefix(before)
      : isWhatsmeowPrefix(before) || (!isBaileysPrefix(before) && isWhatsmeowRecord(record)),
  records: 'texts',
  entities: false,
  direction: logDirection,
  library: 'whatsmeow',
} as const satisfies ElementForm;

const isWhatsmeowRecord = (beside: string): boolean =>
  /[=/](?:Recv|Send)$/m.test(beside) || isWhatsmeowPrefix(beside);
