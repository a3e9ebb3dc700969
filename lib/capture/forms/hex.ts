import { findBinary } from '../decode/find-binary.ts';
import { logDirection } from '../notation/log-direction.ts';
import type { BytesForm } from './form.ts';

/** A decrypted frame in hex. */
export const hex = {
  name: 'hex',
  title: 'WABinary as hex, grouped and wrapped in any way',
  example: '00f8066406faff04155501000308fb025f01f801f805d368fb03c0ffeeec2eecb5',
  reads: 'bytes',
  find: (text, lines, index, named, part) => findBinary(text, lines, index, 'hex', named, part),
  direction: logDirection,
} as const satisfies BytesForm;
