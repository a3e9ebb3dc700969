import { publicationOf } from '../../corpus-of.ts';
import { LANGUAGE_FILES } from '../../language-files.ts';

export const { publication, links } = publicationOf(LANGUAGE_FILES);

export const text = (lines: readonly (readonly { text: string }[])[]) =>
  lines.map((line) => line.map((piece) => piece.text).join(''));
