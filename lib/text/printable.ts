// The runner of GitHub Actions takes a line for a command that begins with ::, blanks aside, or has ##[ anywhere.
// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
const COMMAND = /^[^\S\n]*:(?=:)|##(?=\[)/gm;

// Controls but for tab and line feed, the characters that turn the direction of writing, and separators that
// some programs take for the end of a line.
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;

/**
 * Text from data made safe to print on a terminal or in a log: control and direction characters are shown as
 * \u{…}, never sent, and what a log of GitHub Actions would take for a command is broken up in the same way.
 * Line feeds and tabs stay; see {@link printableLine} for a single line.
 */
export function printable(text: string): string {
  return text
    .replace(HIDDEN, escaped)
    .replace(COMMAND, (start) => start.slice(0, -1) + escaped(start.slice(-1)));
}

/** As {@link printable}, for text that must stay on one line: line feeds and tabs are shown too. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\n\t]/g, escaped);
}

const escaped = (character: string): string =>
  `\\u{${character.codePointAt(0)?.toString(16).padStart(4, '0')}}`;
