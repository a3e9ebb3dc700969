const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/**
 * How many columns of a terminal a line takes: two for each ideograph and emoji, none for marks that combine
 * with the character before them. Terminals differ in rare characters; a place is then shown a little aside.
 */
export function displayWidth(line: string): number {
  let width = 0;
  for (const character of line) width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
