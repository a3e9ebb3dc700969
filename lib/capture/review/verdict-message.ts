import { clip } from '../../text/clip.ts';
import { ledgerWords } from '../lookup/ledger-name.ts';
import type { Contradicts, Undescribed, Verdict } from '../match/verdict.ts';

/** What a verdict means, as a sentence. It never quotes a value of the input. */
export function verdictMessage(verdict: Verdict): string {
  switch (verdict.verdict) {
    case 'supports':
      return verdict.refuted === undefined
        ? `The spec describes it: ${verdict.confidence}.`
        : `Refuted: ${verdict.refuted}`;
    case 'contradicts':
      return contradictionMessage(verdict.how);
    case 'cut':
      return 'The log is cut off here, so the value cannot be checked.';
    case 'unknown':
      return verdict.lackedBy === undefined
        ? `${nameOf(verdict.what)} is not described.`
        : `${nameOf(verdict.what)} is left out by 'without' of ${verdict.lackedBy}.`;
    case 'ledger':
      return ledgerWords(verdict);
    default:
      return verdict satisfies never;
  }
}

function contradictionMessage(how: Contradicts): string {
  switch (how.kind) {
    case 'missing-attribute':
      return `<${how.parent}> has no ${how.name}, which the spec requires.`;
    case 'missing-child':
      return `<${how.parent}> has no <${how.tag}>; the spec says that it occurs ${how.occurrence}.`;
    case 'too-many': {
      const child = how.tag === '*' ? 'child' : `<${clipName(how.tag)}>`;
      return `<${clipName(how.parent)}> has more than one ${child}; the spec says that it occurs ${how.occurrence}.`;
    }
    case 'order':
      return `<${how.before}> comes before <${clipName(how.tag)}> in <${clipName(how.parent)}>; the spec requires it after.`;
    case 'enum-value':
      return `The value is not listed in the enum ${how.enum}, so it was replaced.`;
    case 'value-type':
      return `The value is not of type ${how.type}: ${how.expected}.`;
    case 'condition': {
      const [what, parent, predicate] = [clipName(how.what), clipName(how.parent), clip(how.predicate)];
      return how.how === 'only-if'
        ? `<${parent}> has ${what}, which the spec says occurs only if ${predicate}; that is not the case.`
        : `<${parent}> has no ${what}, which the spec requires if ${predicate}; that is the case.`;
    }
    case 'wrong-leg':
      return `The spec says that ${clipName(how.what)} is never ${how.leg}.`;
    case 'choice': {
      const one = `one of ${how.of.join(', ')}`;
      return how.found.length === 0
        ? `<${clipName(how.parent)}> has none of ${how.of.join(', ')}; the spec requires one of them.`
        : `<${clipName(how.parent)}> has ${how.found.join(' and ')}; the spec allows only ${one}.`;
    }
    case 'constant':
      return `The value is not '${how.value}', which the spec says it always is.`;
    default:
      return how satisfies never;
  }
}

/** A tag or a name from a capture, cut where a hostile input makes it long. */
export const clipName = (name: string): string => clip(name, 60);

function nameOf(what: Undescribed): string {
  switch (what.kind) {
    case 'attribute':
      return `${clipName(what.name)} on <${clipName(what.parent)}>`;
    case 'child':
      return `<${clipName(what.name)}> in <${clipName(what.parent)}>`;
    case 'content':
      return `The content of <${clipName(what.parent)}>`;
    default:
      return what satisfies never;
  }
}
