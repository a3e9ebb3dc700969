import type { Stanza } from '../../schema/types.generated.ts';

/** What identifies a stanza besides its tag and payload, in prose; undefined if they are enough. */
export function matchWords({ match }: { readonly match?: Stanza['match'] | undefined }): string | undefined {
  if (match === undefined) return undefined;
  const { attributes = [], payload } = match;
  const parts = attributes.map(
    ({ name, values }) => `\`${name}\` is ${anyOf(values.map((value) => `\`${value}\``))}`,
  );
  if (payload !== undefined) parts.push(`the node contains ${anyOf(payload.map((tag) => `\`<${tag}>\``))}`);
  return parts.join(' and ');
}

const anyOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
