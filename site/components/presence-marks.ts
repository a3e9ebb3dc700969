import { type HtmlValue, html, joined } from '../html/html.ts';
import type { PresenceWord } from '../model/views/presence-words.ts';

/** Whether something is there, leg by leg. */
export const presenceMarks = (words: readonly PresenceWord[]): HtmlValue =>
  joined(
    words.map(({ leg, word }) => html`${leg}: <b>${word}</b>`),
    ' · ',
  );
