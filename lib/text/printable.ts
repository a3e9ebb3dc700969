// GitHub Actions takes a line for a command if it starts with :: after white space, or has ##[ anywhere.
// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
const COMMAND = /^[^\S\n]*:(?=:)|##(?=\[)/gm;

// Control characters except tab and line feed, bidirectional controls, and separators that some programs take for the
// end of a line.
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;

/**
 * Makes text from data safe to print to a terminal or a log: control and bidirectional characters are shown as \u{…},
 * and so is the character that would make a command of GitHub Actions. Line feeds and tabs stay; for a single line use
 * {@link printableLine}.
 */
export function printable(text: string): string {
  return text
    .replace(HIDDEN, escaped)
    .replace(COMMAND, (start) => start.slice(0, -1) + escaped(start.slice(-1)));
}

/** As {@link printable}, for text that must stay on one line: line feeds and tabs are escaped, too. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\n\t]/g, escaped);
}

const escaped = (character: string): string =>
  `\\u{${character.codePointAt(0)?.toString(16).padStart(4, '0')}}`;
