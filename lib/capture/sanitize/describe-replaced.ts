import { counted } from '../../text/counted.ts';
import type { Replaced, ReplacedKind } from './replaced.ts';

const SEVERAL: Readonly<Record<ReplacedKind, string>> = {
  JID: 'JIDs',
  address: 'addresses',
  time: 'times',
  number: 'numbers',
  bytes: 'contents of bytes',
  'tag or attribute name': 'tags or attribute names',
  'value that was cut off': 'values that were cut off',
  'call id': 'call ids',
  token: 'tokens',
  UUID: 'UUIDs',
  id: 'ids',
  name: 'names',
  version: 'versions',
  value: 'values',
  text: 'texts',
};

/** What was replaced, such as `3 JIDs (2 different), 1 call id`; never the values. */
export function describeReplaced(replaced: readonly Replaced[]): string {
  return replaced
    .map(({ kind, count, distinct }) => {
      const name = kind === 'bytes' ? 'content of bytes' : kind;
      return `${counted(count, name, SEVERAL[kind])}${distinct < count ? ` (${distinct} different)` : ''}`;
    })
    .join(', ');
}
