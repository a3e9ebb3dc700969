import type { StanzaReview } from '../../../../lib/capture/match/match.ts';
import { clipValue } from '../messages/clip-value.ts';

/** The tags of a stanza in a few words: `<call> with <offer>`. */
export const stanzaShape = ({ tag, payload }: StanzaReview): string =>
  payload.length === 0
    ? `<${clipValue(tag)}>`
    : `<${clipValue(tag)}> with ${payload
        .slice(0, 5)
        .map((one) => `<${clipValue(one)}>`)
        .join(', ')}${payload.length > 5 ? ', …' : ''}`;
