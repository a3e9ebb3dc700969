import { type ProblemAt, problemAt } from '../../problems/parse-problem.ts';
import type { NodePart } from '../../problems/problem-codes.ts';
import { textProblem } from '../../problems/text-problem.ts';
import type { CapturedAttribute, CapturedContent, CapturedNode } from '../../tree/captured-node.ts';
import { MAX_NODE_DEPTH } from '../../tree/max-node-depth.ts';
import { leftOut } from '../left-out.ts';
import type { StringValue, Value } from '../values/value.ts';

/** How the values of a form are read. */
export interface NodeNotation {
  /** Whether a text that is the content of a node is base64, the notation of Go for bytes in JSON. */
  readonly base64?: boolean;
}

/** A node that is being read, and what reading its parts needs. */
export interface NodeReading {
  readonly node: OpenNode;
  readonly problems: ProblemAt[];
  readonly notation: NodeNotation;
  readonly depth: number;
  /** Reads a node inside this one. */
  readonly readNode: (
    value: Value,
    problems: ProblemAt[],
    notation: NodeNotation,
    depth: number,
  ) => CapturedNode;
}

interface OpenNode {
  readonly attributes: CapturedAttribute[];
  readonly children: CapturedNode[];
  content: CapturedContent | undefined;
  cut: boolean;
}

/** Reads a child, unless it is nested too deeply. */
export function addChild(value: Value, { node, problems, notation, depth, readNode }: NodeReading): void {
  if (depth < MAX_NODE_DEPTH) {
    node.children.push(readNode(value, problems, notation, depth + 1));
    return;
  }
  if (!node.cut) problems.push(problemAt(value.start, 'node/too-deep'));
  node.cut = true;
}

/** Reports an elided value that a console did not expand or a program computes. Other elided values are only cut. */
export function reportElided(
  { start, name = '' }: Extract<Value, { kind: 'elided' }>,
  problems: ProblemAt[],
): void {
  if (name === 'call') problems.push(problemAt(start, 'node/computed'));
  else if (/…|\(\d+\)|^\{/.test(name)) problems.push(problemAt(start, 'node/folded'));
}

/** Reports what a text holds that no stanza does, at a given place. */
export function checkText(text: string, part: NodePart, offset: number, problems: ProblemAt[]): void {
  const found = textProblem(text, 'text', part);
  if (found !== undefined) problems.push({ offset, ...found.problem });
}

/** Reports where a string holds what no stanza does. */
export function checkString(value: StringValue, part: NodePart, problems: ProblemAt[]): void {
  const found = textProblem(value.text, 'text', part);
  if (found === undefined) return;
  const offset = value.plain ? value.start + 1 + found.index : value.start;
  problems.push({ offset, ...found.problem });
}

export const isNothing = (value: Value): boolean =>
  value.kind === 'word' && /^(?:null|undefined|None|nil)$/.test(value.text);

/** Whether a string only says that something was left out. */
export const isLeftOut = (value: Value): boolean =>
  value.kind === 'string' && !value.cut && leftOut(value.text) !== undefined;
