import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** A step of a job of GitHub Actions, as far as the rehearsal knows it. */
export interface WorkflowStep {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

export interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly env?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly 'runs-on'?: string;
  readonly strategy?: object;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly WorkflowStep[];
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The contexts of expressions by their names: github, steps, needs. */
export type Contexts = Readonly<Record<string, unknown>>;

const EXPRESSION = /\$\{\{(.*?)\}\}/gs;

/** Evaluates the `if` of a job or a step, given that everything before it succeeded. */
export function isOn(condition: string | undefined, contexts: Contexts): boolean {
  if (condition === undefined) return true;
  const { kind, text } = evaluate(condition.trim().replace(/^\$\{\{(.*)\}\}$/s, '$1'), contexts);
  return kind === data.Kind.Boolean ? text === 'true' : kind !== data.Kind.Null && text !== '';
}

/**
 * Evaluates the expressions in a text of a workflow.
 * @throws if an expression has no value; on GitHub that would be an empty text
 */
export function fillIn(text: string, contexts: Contexts): string {
  return text.replace(EXPRESSION, (_all, expression: string) => {
    const { kind, text: value } = evaluate(expression, contexts);
    if (kind === data.Kind.Null) throw new Error(`${expression.trim()} has no value.`);
    return value;
  });
}

/** Evaluates an expression with GitHub's own parser. */
function evaluate(expression: string, contexts: Contexts): { kind: data.Kind; text: string } {
  const status = (name: string, value: boolean) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  });
  const functions = [status('success', true), status('always', true), status('failure', false)];
  functions.push(status('cancelled', false));
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const result = new Evaluator(parsed, known, new Map(functions.map((one) => [one.name, one]))).evaluate();
  return { kind: result.kind, text: result.coerceString() };
}
