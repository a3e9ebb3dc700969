import type { Contradicts } from '../../capture/match/verdict.ts';
import { clip } from '../../text/clip.ts';

/** What the spec says of a part that a stanza contradicts, as a sentence. It never quotes a value of the input. */
export function expectedWords(how: Contradicts): string {
  switch (how.kind) {
    case 'missing-attribute':
      return `<${name(how.parent)}> has the attribute ${name(how.name)}.`;
    case 'missing-child':
      return `<${name(how.parent)}> has <${name(how.tag)}>, which occurs ${how.occurrence}.`;
    case 'too-many':
      return `<${name(how.parent)}> has at most one ${how.tag === '*' ? 'child' : `<${name(how.tag)}>`}.`;
    case 'order':
      return `In <${name(how.parent)}>, <${name(how.tag)}> comes before <${name(how.before)}>.`;
    case 'enum-value':
      return `A value that the enum ${how.enum} lists.`;
    case 'value-type':
      return `A value of type ${how.type}: ${how.expected}.`;
    case 'condition': {
      const what = `<${name(how.parent)}> has ${name(how.what)}`;
      return `${what} ${how.how === 'only-if' ? 'only if' : 'if'} ${clip(how.predicate)}.`;
    }
    case 'wrong-leg':
      return `${name(how.what)} is never ${how.leg}.`;
    case 'choice':
      return `<${name(how.parent)}> has one of ${how.of.map(name).join(', ')}.`;
    case 'constant':
      return `The value '${how.value}'.`;
    default:
      return how satisfies never;
  }
}

const name = (text: string): string => clip(text, 60);
