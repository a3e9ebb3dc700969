import stringWidth from 'string-width';

/**
 * Breaks a text at its blanks into lines of at most a width on a terminal. A word that is wider, such as an address,
 * has a line of its own and stays whole, so that it can be copied.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const wide = stringWidth(word);
    if (line !== '' && used + 1 + wide > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? wide : used + 1 + wide;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
