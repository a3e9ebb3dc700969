import type { Contradicts } from '../../capture/match/verdict.ts';
import { clip } from '../../text/clip.ts';

/** What the spec requires of a part that a stanza contradicts, as a sentence. It never quotes a value of the input. */
export function expectedWords(how: Contradicts): string {
  switch (how.kind) {
    case 'missing-attribute':
      return `<${name(how.parent)}> must have the attribute ${name(how.name)}.`;
    case 'missing-child':
      return `<${name(how.parent)}> must have <${name(how.tag)}>, which occurs ${how.occurrence}.`;
    case 'too-many':
      return `<${name(how.parent)}> must have at most one ${how.tag === '*' ? 'child' : `<${name(how.tag)}>`}.`;
    case 'order':
      return `In <${name(how.parent)}>, <${name(how.tag)}> must come before <${name(how.before)}>.`;
    case 'enum-value':
      return `A value that the enum ${how.enum} lists.`;
    case 'value-type':
      return `A value of type ${how.type}: ${how.expected}.`;
    case 'condition': {
      const [parent, what, predicate] = [name(how.parent), name(how.what), clip(how.predicate)];
      return how.how === 'only-if'
        ? `<${parent}> may have ${what} only if ${predicate}.`
        : `<${parent}> must have ${what} if ${predicate}.`;
    }
    case 'wrong-leg':
      return `${name(how.what)} is never ${how.leg}.`;
    case 'choice':
      return `<${name(how.parent)}> must have one of ${how.of.map(name).join(', ')}.`;
    case 'constant':
      return `The value '${how.value}'.`;
    default:
      return how satisfies never;
  }
}

const name = (text: string): string => clip(text, 60);
