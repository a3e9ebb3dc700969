import { logDirection } from '../notation/log-direction.ts';
import type { ElementForm } from './form.ts';

/** Elements that nothing attributes to a particular logger. */
export const xml = {
  name: 'xml',
  title: 'XML-like text, on its own, behind any log’s prefix, or a text of JSON records',
  example:
    '<call from="15550100@s.whatsapp.net" id="5F01">\n  <terminate call-id="C0FFEE" reason="timeout"/>\n</call>',
  reads: 'elements',
  starts: /<(?=\/?[\p{L}_:]|$)|\{/u,
  recognise: () => true,
  records: 'texts',
  entities: true,
  direction: logDirection,
} as const satisfies ElementForm;
