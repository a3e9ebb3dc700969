import { type Html, html } from '../html/html.ts';
import type { PresenceWord } from '../model/views/presence-words.ts';

/** Whether something is there, below its name. */
export const presenceMarks = (words: readonly PresenceWord[]): readonly Html[] =>
  words.map(({ leg, word }) =>
    leg === undefined
      ? html` <span class="presence">${word}</span>`
      : html` <span class="presence">${leg}: <b>${word}</b></span>`,
  );
