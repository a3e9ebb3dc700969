import type { CapturedNode } from '../tree/captured-node.ts';
import type { Problem } from './parse-problem.ts';
import { type TextProblem, textProblem } from './text-problem.ts';

/**
 * The first problem in the names, values and texts of a node and its descendants, as a list of none or one. For
 * forms in which the parts of a node have no place in the input.
 */
export function nodeProblems(root: CapturedNode): Problem[] {
  const queue = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const found = ownProblem(node);
    if (found !== undefined) return [found.problem];
    for (let i = node.children.length - 1; i >= 0; i--) queue.push(node.children[i] as CapturedNode);
  }
  return [];
}

function ownProblem({ tag, attributes, content }: CapturedNode): TextProblem | undefined {
  const inTag = textProblem(tag, 'text', 'name');
  if (inTag !== undefined) return inTag;
  for (const { name, value } of attributes) {
    const found = textProblem(name, 'text', 'name') ?? textProblem(value, 'text', 'value');
    if (found !== undefined) return found;
  }
  return content?.kind === 'text' ? textProblem(content.text, 'text', 'text') : undefined;
}
