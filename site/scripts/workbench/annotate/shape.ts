import type { StanzaReview } from '../../../../lib/capture/match/match.ts';
import { clip } from '../messages/clip.ts';

/** The tags of a stanza in a few words: `<call> with <offer>`. */
export const shapeOf = ({ tag, payload }: StanzaReview): string =>
  payload.length === 0
    ? `<${clip(tag)}>`
    : `<${clip(tag)}> with ${payload
        .slice(0, 5)
        .map((one) => `<${clip(one)}>`)
        .join(', ')}${payload.length > 5 ? ', …' : ''}`;
