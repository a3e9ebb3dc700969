import type { ReviewedLog } from '../../../capture/review/review-stanzas.ts';
import { markdownComment } from '../../../prose/markdown-text.ts';
import type { TwoSides } from '../../merge-sides.ts';
import type { Call } from '../../model/call.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { diagnosisMarkdown } from '../diagnosis-markdown.ts';
import { quotedCall } from '../quoted-call.ts';
import type { RenderAddresses } from '../render-context.ts';
import { sidesWords } from '../sides-words.ts';

/** A call as one log has it, and what it was diagnosed with. */
export interface MarkdownSide {
  readonly call: Call;
  readonly diagnosis: Diagnosis;
  readonly log: Pick<ReviewedLog, 'known' | 'shared'>;
  /** How many calls the log has. */
  readonly calls: number;
}

// The names of logs are not part of it, since they may be personal.
const NAMES = ['Log 1', 'Log 2'] as const;

/**
 * A call as Markdown for an issue, as one side recorded it or as both did.
 * @param both what both sides show together
 */
export function callMarkdown(
  sides: readonly MarkdownSide[],
  both: TwoSides | undefined,
  addresses: RenderAddresses,
): string {
  const together =
    both === undefined ? [] : sidesWords(both, NAMES, ({ event }) => `stanza ${event + 1}`).map(item);
  return [
    ...(together.length === 0 ? [] : [`${together.join('\n')}\n`]),
    ...sides.map(({ call, diagnosis, log, calls }, i) =>
      diagnosisMarkdown(diagnosis, quotedCall(call, log), {
        addresses,
        calls,
        log: both === undefined ? undefined : NAMES[i],
      }),
    ),
  ].join('\n');
}

const item = (sentence: string): string => `- ${markdownComment(sentence)}`;
