import type { CaptureWays } from '../../prose/ways.ts';
import { clip } from '../../text/clip.ts';
import type { Contradicts, Verdict } from '../match/verdict.ts';
import { isReplacedName } from '../sanitize/placeholders/name-placeholders.ts';

/**
 * What to do about a verdict; undefined where there is nothing to do. It never quotes a value of the input.
 * @param ways in the words of the place where it is shown
 */
export function verdictHint(verdict: Verdict, ways: CaptureWays): string | undefined {
  switch (verdict.verdict) {
    case 'supports':
    case 'cut':
      return undefined;
    case 'contradicts':
      return contradictionHint(verdict.how, ways);
    case 'unknown': {
      const { what, suggestion, lackedBy } = verdict;
      if (lackedBy !== undefined) return "If the log is right, remove it from 'without' there.";
      if (what.kind !== 'content' && isReplacedName(what.name)) {
        return `The name was replaced, because it might be personal. If it belongs to the protocol, keep it with ${ways.keepName('NAME')}.`;
      }
      return suggestion === undefined
        ? 'A draft adds a speculative entry for you to fill in.'
        : `Is it ${clip(suggestion, 60)}? Otherwise a draft adds an entry for it.`;
    }
    case 'ledger':
      return verdict.entry.same_as === undefined
        ? 'Nothing describes it yet: a draft of a capture adds an entry for it, for you to say what it means.'
        : `The log seems to show a name of a program. Look for ${clip(verdict.entry.same_as, 60)} in a log of the wire itself; if that has this name, hand in a capture of it.`;
    default:
      return verdict satisfies never;
  }
}

function contradictionHint(how: Contradicts, ways: CaptureWays): string {
  const { recordDispute } = ways;
  switch (how.kind) {
    case 'missing-attribute':
    case 'missing-child':
      return `If the log is complete, it is not always present; ${recordDispute} records that as a dispute.`;
    case 'too-many':
      return `If the log is right, ${recordDispute} records a dispute.`;
    case 'order':
      return `If the log keeps the order of the wire, ${recordDispute} records a dispute.`;
    case 'enum-value':
      return `If it identifies nobody, keep it with ${ways.keepValue(how.enum)}. A draft then adds it to the enum.`;
    case 'condition':
      return how.how === 'only-if'
        ? `Check the log; if it is right, ${recordDispute} records it as a dispute.`
        : `If the log is complete, it is not always there; ${recordDispute} records that as a dispute.`;
    case 'wrong-leg':
      return `Check the direction; if it is right, ${recordDispute} records it as a dispute.`;
    case 'choice':
    case 'constant':
    case 'value-type':
      return `Check the log; if it is right, ${recordDispute} records it as a dispute.`;
    default:
      return how satisfies never;
  }
}
