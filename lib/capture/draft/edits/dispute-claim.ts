import { enumOfType } from '../../../corpus/model/enum-of-type.ts';
import type { Contradicts } from '../../match/verdict.ts';
import { clipName } from '../../review/verdict-message.ts';

/** The claim of the dispute that a capture raises, as a sentence. */
export function disputeClaim(how: Contradicts): string {
  switch (how.kind) {
    case 'missing-attribute':
      return `A capture shows \`<${how.parent}>\` without \`${how.name}\`.`;
    case 'missing-child':
      return `A capture shows \`<${how.parent}>\` without \`<${how.tag}>\`.`;
    case 'too-many':
      return `A capture shows several ${how.tag === '*' ? 'children' : `\`<${clipName(how.tag)}>\``} in one \`<${clipName(how.parent)}>\`.`;
    case 'order':
      return `A capture shows \`<${clipName(how.tag)}>\` after \`<${how.before}>\`.`;
    case 'enum-value':
      return `A capture shows a value that the enum \`${how.enum}\` does not list.`;
    case 'value-type': {
      const article = /^[aeiou]/.test(how.type) ? 'an' : 'a';
      return `A capture shows a value that is not ${article} \`${enumOfType(how.type) ?? how.type}\`.`;
    }
    case 'condition': {
      const what = clipName(how.what.replace(/^@/, ''));
      const where = `\`<${clipName(how.parent)}>\``;
      return how.how === 'only-if'
        ? `A capture shows \`${what}\` in ${where}, where \`${how.predicate}\` is not the case.`
        : `A capture shows ${where} without \`${what}\`, where \`${how.predicate}\` is the case.`;
    }
    case 'wrong-leg': {
      const what = how.what.startsWith('@') ? how.what.slice(1) : how.what;
      return `A capture shows \`${clipName(what)}\` in what is ${how.leg}.`;
    }
    case 'choice': {
      const found = how.found.map((one) => `\`${one}\``).join(' and ');
      const none = `none of ${how.of.map((one) => `\`${one}\``).join(', ')}`;
      return `A capture shows \`<${clipName(how.parent)}>\` with ${found === '' ? none : found}.`;
    }
    case 'constant':
      return `A capture shows another value than \`${how.value}\`.`;
    default:
      return how satisfies never;
  }
}
