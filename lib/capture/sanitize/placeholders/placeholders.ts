import { addressPlaceholders } from './address-placeholders.ts';
import { bytePlaceholders } from './byte-placeholders.ts';
import { namePlaceholders, serverPlaceholders, userPlaceholders } from './name-placeholders.ts';
import { numberPlaceholders } from './number-placeholders.ts';
import type { Pass } from './pass.ts';
import { timePlaceholders } from './time-placeholders.ts';
import { type ValueFamily, valueFamilies } from './value-families.ts';
import { type WordKind, wordPlaceholders } from './word-placeholders.ts';

/**
 * The placeholder of a value. Equal values get equal placeholders and different ones different placeholders, in the
 * order in which they come; the placeholder of a placeholder is itself. Nothing is computed from a value but its
 * equality with others, and nothing of it is kept.
 */
export interface Placeholders {
  /** Which placeholder a text has, given the one that a place of it asks for. */
  family(text: string, own: ValueFamily): ValueFamily;
  /** Of the person, group or list that a JID names. */
  user(text: string): string;
  /** Of the server of a JID that is none of WhatsApp's. */
  server(text: string): string;
  /** Of a tag or the name of an attribute. */
  name(text: string): string;
  word(kind: WordKind, text: string): string;
  /** Of a number that may identify somebody. */
  number(text: string): string;
  /** A number of one or two digits, which stays. */
  small(text: string): string;
  /** Of a time; undefined for a number that is not a time. */
  time(text: string): string | undefined;
  /** Of 4 or 16 bytes that are an address. */
  address(bytes: Uint8Array): Uint8Array;
  bytes(bytes: Uint8Array): Uint8Array;
}

/**
 * Placeholders for the values of one input. `assign` throws {@link OutOfPlaceholders} for a value for which none is
 * left, so that no two values ever get the same one.
 */
export function createPlaceholders(): Pass<Placeholders> {
  const family = valueFamilies();
  const user = userPlaceholders();
  const server = serverPlaceholders();
  const name = namePlaceholders();
  const word = wordPlaceholders();
  const number = numberPlaceholders();
  const time = timePlaceholders();
  const address = addressPlaceholders();
  const bytes = bytePlaceholders();
  const passed = (pass: keyof Pass<unknown>): Placeholders => ({
    family: family[pass],
    user: user[pass],
    server: server[pass],
    name: name[pass],
    word: word[pass],
    number: number[pass],
    time: time[pass],
    address: address[pass],
    ...bytes[pass],
  });
  return { collect: passed('collect'), assign: passed('assign') };
}
