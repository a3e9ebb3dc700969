import ts from 'typescript';

/** A source in which one thing was changed. */
export interface Mutant {
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly source: string;
}

/** Operators and what they are changed into. */
const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

/**
 * Every change of a source that a test should notice: a condition turned round, an operator replaced, a report left
 * out, a statement that leaves dropped, a number off by one, a truth value or a text replaced.
 */
export function mutantsOf(source: string): Mutant[] {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const change = (node: ts.Node, after: string): void => {
    const [start, end] = [node.getStart(), node.getEnd()];
    mutants.push({
      line: file.getLineAndCharacterOfPosition(start).line + 1,
      before: source.slice(start, end),
      after,
      source: source.slice(0, start) + after + source.slice(end),
    });
  };
  const negate = (condition: ts.Expression): void => change(condition, `!(${condition.getText()})`);

  const visit = (node: ts.Node): void => {
    // Types, imports and names of the registry say nothing at run time.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isTypeAliasDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && /^(?:name|codes)$/.test(node.name.getText())) return;
    if (ts.isIfStatement(node)) negate(node.expression);
    if (ts.isConditionalExpression(node)) negate(node.condition);
    if (ts.isBinaryExpression(node)) {
      const other = OPERATORS.get(node.operatorToken.kind);
      if (other !== undefined) change(node.operatorToken, other);
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      change(node, node.operand.getText());
    }
    if (ts.isExpressionStatement(node) && /^report\(/.test(node.getText())) change(node, ';');
    if (ts.isContinueStatement(node) || (ts.isReturnStatement(node) && node.expression === undefined))
      change(node, ';');
    if (ts.isNumericLiteral(node)) change(node, String(Number(node.text) + 1));
    if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, 'true');
    if (ts.isStringLiteral(node) && node.text !== '') change(node, `'${node.text.replaceAll("'", "\\'")}x'`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}
