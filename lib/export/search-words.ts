/**
 * The words of a text as search compares them: lower case, split at everything that is no letter and no digit,
 * and where a capital follows a small letter. `call-creator`, `call_creator` and `callCreator` have the same words.
 */
export function searchWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
