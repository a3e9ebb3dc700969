import { expectedForm } from '../../corpus/match/value-fits.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import { clip } from '../../text/clip.ts';
import type { Contradicts, Undescribed, Verdict } from '../match/match.ts';
import { isReplacedName } from '../sanitize/placeholders.ts';

/** A verdict in words. No word of it comes from a value of the input. */
export interface VerdictMessage {
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** What a verdict means, and what to do about it. */
export function verdictMessage(verdict: Verdict): VerdictMessage {
  switch (verdict.verdict) {
    case 'supports':
      return { message: `The spec describes it: ${verdict.confidence}.` };
    case 'contradicts':
      return sayContradiction(verdict.how);
    case 'cut':
      return { message: 'The log broke off here, so that nothing can be said about the value.' };
    case 'unknown': {
      const { what, suggestion } = verdict;
      return {
        message: `${nameOf(what)} is not described.`,
        hint: isReplaced(what)
          ? 'The name was replaced, because it might be somebody’s. If the protocol has it, share it: “share this name” in the workbench, --keep-name NAME of the command.'
          : suggestion === undefined
            ? 'A draft adds an entry for it, marked speculative, to be filled in.'
            : `Is it ${clip(suggestion, 60)}? Otherwise a draft adds an entry for it.`,
      };
    }
    case 'ledger': {
      const { what, entry } = verdict;
      const same = entry.same_as === undefined ? '' : ` It may be what the spec calls ${entry.same_as}.`;
      return {
        message: `${nameOf(what)} is in the ledger and described nowhere.${same}`,
        hint: 'A draft adds an entry for it; take the name out of ledger.yaml then.',
      };
    }
    default:
      return verdict satisfies never;
  }
}

const isReplaced = (what: Undescribed): boolean => what.kind !== 'content' && isReplacedName(what.name);

function sayContradiction(how: Contradicts): VerdictMessage {
  switch (how.kind) {
    case 'missing-attribute':
      return {
        message: `<${how.parent}> has no ${how.name}, which the spec requires.`,
        hint: 'If the log is whole, it is not always there; a draft records that as a dispute.',
      };
    case 'missing-child':
      return {
        message: `<${how.parent}> holds no <${how.tag}>, which the spec says occurs ${how.occurrence}.`,
        hint: 'If the log is whole, it is not always there; a draft records that as a dispute.',
      };
    case 'too-many':
      return {
        message: `<${shown(how.parent)}> holds more than one ${childOf(how.tag)}; the spec says that it occurs ${how.occurrence}.`,
        hint: 'A draft records it as a dispute.',
      };
    case 'order':
      return {
        message: `<${shown(how.tag)}> stands behind <${how.before}> in <${shown(how.parent)}>, and the spec fixes the other order.`,
        hint: 'If the log keeps the order of the wire, a draft records it as a dispute.',
      };
    case 'enum-value':
      return {
        message: `The value is not listed in the enum ${how.enum}, so it was replaced.`,
        hint: `If it identifies nobody, share it: “share this value” in the workbench, --keep-value ${how.enum}=VALUE of the command. A draft then adds it to the enum.`,
      };
    case 'value-type':
      return {
        message: `The value is no ${how.type}: ${expectedForm(how.type)}.`,
        hint: 'Check the log; if it is right, a draft records it as a dispute.',
      };
    default:
      return how satisfies never;
  }
}

/** The claim of a dispute that a capture raises, as a sentence. */
export function disputeClaim(how: Contradicts): string {
  switch (how.kind) {
    case 'missing-attribute':
      return `A capture shows \`<${how.parent}>\` without \`${how.name}\`.`;
    case 'missing-child':
      return `A capture shows \`<${how.parent}>\` without \`<${how.tag}>\`.`;
    case 'too-many':
      return `A capture shows several ${how.tag === '*' ? 'children' : `\`<${shown(how.tag)}>\``} in one \`<${shown(how.parent)}>\`.`;
    case 'order':
      return `A capture shows \`<${shown(how.tag)}>\` behind \`<${how.before}>\`.`;
    case 'enum-value':
      return `A capture shows a value that the enum \`${how.enum}\` does not list.`;
    case 'value-type': {
      const article = /^[aeiou]/.test(how.type) ? 'an' : 'a';
      return `A capture shows a value that is not ${article} \`${enumOfType(how.type) ?? how.type}\`.`;
    }
    default:
      return how satisfies never;
  }
}

const childOf = (tag: string): string => (tag === '*' ? 'child' : `<${shown(tag)}>`);

// Tags of a capture are no longer than that in any case; those of a hostile input may be.
const shown = (name: string): string => clip(name, 60);

function nameOf(what: Undescribed): string {
  switch (what.kind) {
    case 'attribute':
      return `${shown(what.name)} on <${shown(what.parent)}>`;
    case 'child':
      return `<${shown(what.name)}> in <${shown(what.parent)}>`;
    case 'content':
      return `The content of <${shown(what.parent)}>`;
    default:
      return what satisfies never;
  }
}
