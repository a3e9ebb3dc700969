import { readBytesText } from '../../text/bytes-text.ts';
import { addressFromBytes, addressToBytes, readAddress, writeAddress } from '../tree/address.ts';
import type { Rewriter } from './rewriter.ts';

/** Nodes whose binary content of 6 or 18 bytes is an address with its port. */
const ADDRESS_TAGS = /^r?te\d?$/;
/** The tag that stands for all of them, where a type says that bytes are an address. */
export const ADDRESS_TAG = 'te';

export const holdsAddress = (tag: string): boolean => ADDRESS_TAGS.test(tag);

/** Whether a text is an IP address, with its port or without. */
export const isAddress = (text: string): boolean => readAddress(text) !== undefined;

/** Whether a text is bytes in hex or base64, and whether these are an address; undefined for another text. */
export function bytesFamily(text: string, tag: string): 'address' | 'bytes' | undefined {
  const found = readBytesText(text);
  if (found === undefined) return undefined;
  return holdsAddress(tag) && addressFromBytes(found.bytes) !== undefined ? 'address' : 'bytes';
}

/** @param tag the tag of the node whose content the bytes are; '' for an attribute */
export function rewriteBytes(content: Uint8Array, tag: string, { to, count }: Rewriter): Uint8Array {
  const found = holdsAddress(tag) ? addressFromBytes(content) : undefined;
  const after =
    found === undefined ? to.bytes(content) : addressToBytes({ ...found, bytes: to.address(found.bytes) });
  count(found === undefined ? 'bytes' : 'address', content.join(), after.join());
  return after;
}

/** Replaces bytes in hex or base64; undefined for another text. */
export function rewriteBytesText(text: string, tag: string, rewriter: Rewriter): string | undefined {
  const found = readBytesText(text);
  return found === undefined ? undefined : found.write(rewriteBytes(found.bytes, tag, rewriter));
}

/** Replaces an IP address, with its port where it has one; undefined for another text. */
export function rewriteAddress(text: string, { to, count }: Rewriter): string | undefined {
  const found = readAddress(text);
  if (found === undefined) return undefined;
  const after = writeAddress({ ...found, bytes: to.address(found.bytes) });
  count('address', text, after);
  return after;
}
