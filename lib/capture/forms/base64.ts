import { findBinary } from '../decode/find-binary.ts';
import { logDirection } from '../notation/log-direction.ts';
import type { BytesForm } from './form.ts';

/** A decrypted frame in base64. */
export const base64 = {
  name: 'base64',
  title: 'WABinary as base64, wrapped or not',
  example: 'APgGZAb6/wQVVQEAAwj7Al8B+AH4BdNo+wPA/+7sLuy1',
  reads: 'bytes',
  find: (text, lines, index, named, part) => findBinary(text, lines, index, 'base64', named, part),
  direction: logDirection,
} as const satisfies BytesForm;
